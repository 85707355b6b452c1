import { expect, it } from 'vitest'
import { bracketedText } from '../../../test/support/bracketed-text.ts'
import { tokenise } from '../../tokens/stage.ts'
import { describeDoubt } from './doubtful.ts'

function doubt(marked: string, cueLemma: string, confidence: number): string | null {
  // A line of one short sentence would pass for a heading.
  const { text, spans } = bracketedText(`It rained all day in the town. ${marked} Nobody was hurt.`)
  const { source = [], cue = [], content = [] } = spans
  return describeDoubt(
    text,
    tokenise(text),
    { cueLemma, source, cue, content, confidence, evidence: [] },
    { leastDoubtful: 0.6, leastNaming: 0.8 },
  )
}

it.each([
  ['names something', 'Locals [cue dubbed] [content the wall “the Snake”].', 'dub', /is a name/],
  ['is a title', '[cue A report] by [source the bank], [content “Tides of Debt”], came out.', 'report', /is a title/],
  ['has a thing for a source', '[source The fog] [cue clouded] [content the view].', 'cloud', /could speak/],
] as const)('doubts what %s, unless it is sure', (_, marked, lemma, reason) => {
  expect(doubt(marked, lemma, 0.5)).toMatch(reason)
  expect(doubt(marked, lemma, 0.8)).toBeNull()
})

it('never takes what attributes no word', () => {
  expect(doubt('[content What] [source the draft] [cue says] is unclear.', 'say', 0.9)).toMatch(/Nothing is attributed/)
  expect(doubt('[content “No,”] [cue said] [source the clerk].', 'say', 0.9)).toBeNull()
})

it.each([
  ['[source The clerk] [cue backed] [content the plan].', 'back'],
  ['[source The poll] [cue found] [content that few agree].', 'find'],
  ['[cue A report] by [source the bank] of [content “a tide of debt”] came out.', 'report'],
  ['[source The crowd] [cue chanted] [content “Lock the Gates”] twice.', 'chant'],
  ['[source She] [cue called] [content it a mess].', 'call'],
] as const)('doubts nothing of "%s"', (marked, lemma) => {
  expect(doubt(marked, lemma, 0.5)).toBeNull()
})
