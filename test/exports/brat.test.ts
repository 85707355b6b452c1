import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ArticleRecord } from '../../src/domain/record.ts'
import { parseBrat } from '../../src/evaluate/gold/brat.ts'
import { readPolnear } from '../../src/evaluate/gold/polnear.ts'
import { toScoredArticle } from '../../src/evaluate/gold/scored-record.ts'
import { scoreArticles } from '../../src/evaluate/score.ts'
import { brat } from '../../src/export/annotation-tools/brat.ts'
import { fileName } from '../../src/export/file-name.ts'
import { buildArticleRecord, groundedIn } from '../support/article-record.ts'
import { runExport } from '../support/run-export.ts'
import { makeFolder, readUntilTestEnds, storeRecords } from '../support/stored-database.ts'
import { makeVariety } from '../support/variety.ts'
import { analyseNewsroom } from '../web/newsroom.ts'

async function exportBrat(records: readonly ArticleRecord[]) {
  const { database } = readUntilTestEnds(storeRecords(records))
  return await runExport(database, brat)
}

describe('brat stand-off', () => {
  it('read as gold in the layout of PolNeAR, it scores 100 against the database', async () => {
    const records = await analyseNewsroom(3)
    const { count, files } = await exportBrat(records)
    const folder = makeFolder()
    for (const part of ['text', 'attributions']) mkdirSync(join(folder, part))
    for (const [name, content] of files) {
      if (name.endsWith('.txt')) writeFileSync(join(folder, 'text', name), content)
      if (name.endsWith('.ann'))
        writeFileSync(join(folder, 'attributions', name.replace('.ann', '_hearsay.ann')), content)
    }
    const { articles, diagnostics } = readPolnear(folder)
    // The reader of PolNeAR knows no addressees, and nothing else is strange to it.
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(['malformed-event']))
    const predicted = new Map(records.map(record => [fileName(record.article), toScoredArticle(record)]))
    const scores = scoreArticles(
      articles.map(gold => ({ gold, predicted: predicted.get(gold.name) as ReturnType<typeof toScoredArticle> })),
    )
    expect([scores.gold, scores.predicted]).toEqual([count, count])
    expect(count).toBe(records.reduce((sum, { claims }) => sum + claims.length, 0))
    expect(count).toBeGreaterThan(20)
    for (const figure of [scores.relation, scores.allExact, ...Object.values(scores.exact)]) {
      expect(figure.precision).toBe(1)
      expect(figure.recall).toBe(1)
    }
  })

  it('keeps every offset where texts have emoji and Windows line ends, with no line end in a span', async () => {
    const [record] = makeVariety()
    const { files } = await exportBrat(record === undefined ? [] : [record])
    const name = fileName(record?.article ?? { uri: '', id: '' })
    const text = files.get(`${name}.txt`) ?? ''
    const annotations = files.get(`${name}.ann`) ?? ''
    const characters = Array.from(text)
    expect(text).not.toContain('\r')
    expect(characters).toHaveLength(Array.from(record?.article.text ?? '').length)
    const spans = [...annotations.matchAll(/^T\d+\t\S+ ([\d ;]+)\t(.*)$/gm)]
    expect(spans.length).toBeGreaterThan(10)
    for (const [, offsets = '', words] of spans) {
      const parts = offsets
        .split(';')
        .map(part => characters.slice(...(part.split(' ').map(Number) as [number, number])))
      expect(parts.map(part => part.join('')).join(' ')).toBe(words)
      expect(parts.flat()).not.toContain('\n')
    }
    const { attributions, diagnostics } = parseBrat(annotations, name, characters.length)
    // The reader of PolNeAR knows no addressees.
    expect(diagnostics.map(({ code }) => code)).toEqual(['malformed-event'])
    expect(attributions).toHaveLength(record?.claims.length ?? 0)
    expect(attributions[0]?.content).toEqual([
      { start: 2, end: 18 },
      { start: 65, end: 76 },
      { start: 78, end: 82 },
    ])
  })

  it('has a line for each annotation and the words of the text in it, whatever ends a line elsewhere', async () => {
    const breaks = ['\t', '\v', '\f', '\r', '\u001c', '\u001d', '\u001e', '\u0085', '\u2028', '\u2029']
    const words = breaks.map((one, index) => `a${index}${one}b${index}`)
    const text = `Ms Roy said ${words.join(' ')}.`
    const record = buildArticleRecord(text, [
      { source: 'Ms Roy', cue: 'said', content: words.join(' '), describe: { name: groundedIn(text, words[8] ?? '') } },
    ])
    const { files } = await exportBrat([record])
    const name = fileName(record.article)
    const shown = Array.from(files.get(`${name}.txt`) ?? '')
    const annotations = (files.get(`${name}.ann`) ?? '').trimEnd()
    expect(annotations.split(/[^\P{Cc}\t]|[\u2028\u2029]/u)).toEqual(annotations.split('\n'))
    for (const line of annotations.split('\n').filter(line => line.startsWith('T'))) {
      const [, place = '', given, ...rest] = line.split('\t')
      expect(rest).toEqual([])
      const parts = place
        .replace(/^\w+ /, '')
        .split(';')
        .map(part => shown.slice(...(part.split(' ').map(Number) as [number, number])).join(''))
      expect(parts.join(' ')).toBe(given)
    }
  })

  it('brings the configuration that brat needs to show it', async () => {
    const { files } = await exportBrat(makeVariety())
    const configuration = files.get('annotation.conf') ?? ''
    const types = [...files.values()].join('\n').matchAll(/^T\d+\t(\w+) /gm)
    for (const [, type = ''] of types) expect(configuration).toMatch(new RegExp(`^${type}\\b`, 'm'))
  })
})
