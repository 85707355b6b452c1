import { describe, expect, it } from 'vitest'
import { findLearnedAttributions } from '../../pipeline/attributions/linear/find-learned-attributions.ts'
import { openModel, shareModel } from '../../pipeline/attributions/linear/model/model.ts'
import { findAttributions } from '../../pipeline/attributions/rules/find-attributions.ts'
import { findQuotations } from '../../pipeline/quotations/stage.ts'
import { tokenise } from '../../pipeline/tokens/stage.ts'
import type { TrainingArticle } from './article.ts'
import { TRAINING_STEPS, trainModel } from './train-model.ts'

const SOURCES = ['The mayor', 'A spokesman', 'Officials', 'She', 'The minister', 'Residents']
const CUES = ['said', 'claimed', 'insisted', 'warned']
const CONTENTS = [
  'the bridge would stay closed',
  'nobody was hurt',
  'the harbour needs money',
  'prices will rise again',
]
const FILLERS = [
  'The old harbour lies north of the town.',
  'Ferries run twice a day in summer.',
  'It rained on Monday.',
]

/** Little articles of one sentence pattern, each with two attributions. */
function writeArticle(seed: number): TrainingArticle {
  const pick = (list: readonly string[], step: number): string =>
    list[(seed * 7 + step * 3 + (seed >> 2)) % list.length] as string
  let text = ''
  const attributions = [0, 1].map(step => {
    const [source, cue, content] = [pick(SOURCES, step), pick(CUES, step), pick(CONTENTS, step)]
    const start = text.length
    text += `${source} ${cue} that ${content}. ${pick(FILLERS, step)}\n\n`
    const cueStart = start + source.length + 1
    const contentStart = cueStart + cue.length + 1
    return {
      source: [{ start, end: start + source.length }],
      cue: [{ start: cueStart, end: cueStart + cue.length }],
      content: [{ start: contentStart, end: contentStart + 'that '.length + content.length }],
    }
  })
  const tokens = tokenise(text)
  const quotations = findQuotations(text, tokens)
  const { attributions: ruled } = findAttributions(text, tokens, quotations, { name: 'attributions', version: 1 })
  return { name: `article ${seed}`, tokens, quotations, ruled, attributions }
}

const articles = Array.from({ length: 30 }, (_, seed) => writeArticle(seed))

describe('trainModel', () => {
  const steps: string[] = []
  const file = trainModel(articles, step => steps.push(step))

  it('gives the same bytes for the same articles', () => {
    expect(trainModel(articles)).toEqual(file)
  })

  it('reports as many steps as it says', () => {
    expect(steps).toHaveLength(TRAINING_STEPS)
  })

  it('is surest of what it was trained to find, with words it has not seen together', () => {
    const text = 'The farmers warned that the well is dry. It rained on Monday.'
    const tokens = tokenise(text)
    const model = openModel(shareModel(file))
    const stage = { name: 'attributions', version: 1 }
    const { attributions } = findLearnedAttributions(tokens, findQuotations(text, tokens), model, stage)
    const surest = attributions.toSorted((a, b) => b.confidence - a.confidence).slice(0, 1)
    const words = surest.map(({ source, cue, content }) =>
      [source, cue, content].map(spans => spans.map(({ start, end }) => text.slice(start, end)).join(' … ')),
    )
    expect(words).toEqual([['The farmers', 'warned', 'that the well is dry']])
  })
})
