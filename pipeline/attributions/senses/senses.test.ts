import { describe, expect, it } from 'vitest'
import { bracketedText } from '../../../test/support/bracketed-text.ts'
import { tokenise } from '../../tokens/stage.ts'
import { headOfCue, lemmaOfCue } from '../cue-lemma.ts'
import { findSilentSense } from './read-sense.ts'
import { SENSES } from './senses.ts'

/** The sense that is found where the brackets of an example say what is attributed to whom. */
function senseOf(example: string): string | null {
  const { text, spans } = bracketedText(example)
  const layer = tokenise(text)
  const { source = [], cue = [], content = [] } = spans
  const words = layer.tokens.filter(({ start, end }) => cue.some(span => span.start <= start && end <= span.end))
  const [first] = words
  if (first === undefined) throw new Error(`"${example}" marks no cue.`)
  const attribution = {
    source,
    cue,
    content,
    cueLemma: lemmaOfCue(headOfCue(first, words)),
    confidence: 1,
    evidence: [],
  }
  return findSilentSense(layer, attribution)?.id ?? null
}

it('gives every sense an id of its own', () => {
  expect(new Set(SENSES.map(({ id }) => id)).size).toBe(SENSES.length)
})

describe.each(SENSES)('$id', ({ id, examples }) => {
  it.each(examples.yes)('in which nothing is said: %s', example => {
    expect(senseOf(example)).toBe(id)
  })

  it.each(examples.no)('in which something is: %s', example => {
    expect(senseOf(example)).toBeNull()
  })
})
