import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { HearsayError } from '../../domain/errors.ts'
import { CodePointText } from '../../domain/text/code-point-text.ts'
import { scoreArticles } from '../score.ts'
import { readAnnotators, readPolnear } from './polnear.ts'

describe('readPolnear', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hearsay-polnear-'))
    mkdirSync(join(folder, 'text'))
    mkdirSync(join(folder, 'attributions'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  function write(path: string, content: string) {
    writeFileSync(join(folder, path), content)
  }

  it('reads offsets as code points', () => {
    write('text/rain.txt', '😀 Ann said no')
    write('attributions/rain_ab12.ann', 'T1\tCue 6 10\tsaid\nE1\tAttribution:T2 Cue:T1\n')
    const [article] = readPolnear(folder).articles
    const cue = article?.attributions[0]?.cue[0]
    expect(article?.name).toBe('rain')
    expect(new CodePointText(article?.text ?? '').slice(cue ?? { start: 0, end: 0 })).toBe('said')
  })

  it('takes the first annotator by file name', () => {
    write('text/rain_2016.txt', 'Ann said no')
    write('attributions/rain_2016_b.ann', '')
    write('attributions/rain_2016_a.ann', 'T1\tCue 4 8\tsaid\nE1\tAttribution:T2 Cue:T1\n')
    expect(readPolnear(folder).articles).toMatchObject([{ name: 'rain_2016', attributions: [{ id: 'E1' }] }])
    expect(readAnnotators(folder).annotators[0]).toHaveLength(2)
  })

  it('reports texts and annotations that have no partner', () => {
    write('text/alone.txt', 'Ann said no')
    write('attributions/lost_a.ann', '')
    const { articles, diagnostics } = readPolnear(folder)
    expect(articles).toEqual([])
    expect(diagnostics).toMatchObject([
      { file: 'attributions/lost_a.ann', code: 'no-text' },
      { file: 'text/alone.txt', code: 'no-annotations' },
    ])
  })

  it('refuses a folder of another layout', () => {
    rmSync(join(folder, 'attributions'), { recursive: true })
    expect(() => readPolnear(folder)).toThrow(HearsayError)
    expect(() => readPolnear(folder)).toThrow(/no PolNeAR folder: attributions\/ cannot be read/)
  })
})

const SHARED = join(import.meta.dirname, '../../../../shared/polnear')

describe.skipIf(!existsSync(SHARED))('PolNeAR (needs ../shared)', () => {
  it('dev: gold against itself is 100 everywhere', () => {
    const { articles, diagnostics } = readPolnear(join(SHARED, 'dev'))
    const scores = scoreArticles(articles.map(article => ({ gold: article, predicted: article })))
    expect(diagnostics).toEqual([])
    expect(scores).toMatchObject({ articles: 84, gold: 2192, matched: 2192, unknown: { count: 0, unmatched: 0 } })
    for (const figure of [
      ...Object.values(scores.exact),
      ...Object.values(scores.overlap),
      scores.relation,
      scores.allExact,
    ]) {
      expect(figure).toMatchObject({ precision: 1, recall: 1, f1: 1, intervals: { f1: { low: 1, high: 1 } } })
    }
  })

  it('train: reads every attribution and reports the lines that are none', () => {
    const { articles, diagnostics } = readPolnear(join(SHARED, 'train'))
    expect(articles).toHaveLength(840)
    expect(articles.reduce((sum, { attributions }) => sum + attributions.length, 0)).toBe(19_834)
    expect(diagnostics.map(({ code }) => code)).toEqual(['unknown-line', 'unknown-line', 'unknown-line'])
  })

  // The figures that the study of the corpus published; they pin the measure to the study's, to the last digit.
  it('scores annotators against each other as the study of the corpus did', () => {
    const annotators = ['dev', 'train'].flatMap(part => readAnnotators(join(SHARED, part)).annotators)
    const pairs = annotators.flatMap(articles =>
      articles.flatMap((gold, index) => articles.slice(index + 1).map(predicted => ({ gold, predicted }))),
    )
    const { exact, overlap, relation, allExact } = scoreArticles(pairs, { resamples: 0 })
    const percent = ({ f1 }: { readonly f1: number }) => Number((100 * f1).toFixed(1))
    expect([exact.cue, exact.source, exact.content].map(percent)).toEqual([70.9, 77.5, 69.5])
    expect(Math.round(percent(overlap.content))).toBe(92)
    expect([relation, allExact].map(percent)).toEqual([75.4, 60.7])
  })
})
