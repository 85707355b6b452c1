import { expect, it } from 'vitest'
import { bracketedText } from '../../../test/support/bracketed-text.ts'
import type { ProposedAttribution } from '../found.ts'
import { findOuter, prepareEndInside } from './inside-outer.ts'

type Marked = Readonly<Record<string, readonly { readonly start: number; readonly end: number }[]>>

function attribution(spans: Marked, i: number): ProposedAttribution {
  const { [`source${i}`]: source = [], [`cue${i}`]: cue = [], [`content${i}`]: content = [] } = spans
  return { source, cue, content, cueLemma: '', confidence: 1, evidence: [] }
}

/** Two attributions, the inner one with words of its content given that may run over the outer one's. */
function read(marked: string, inner: string) {
  const { text, spans } = bracketedText(marked)
  const outer = attribution(spans, 1)
  const start = text.indexOf(inner)
  const own = { ...attribution(spans, 2), content: [{ start, end: start + inner.length }] }
  // The outer content is what stands before its source.
  const end = text.lastIndexOf(',', outer.source[0]?.start)
  const whole = { ...outer, content: [{ start: 0, end }] }
  return { text, outer: whole, inner: own }
}

it('ends a content where the content ends that holds its cue', () => {
  const marked = '[source2 Ann] [cue2 told] police that it burned, [source1 her brother] [cue1 said].'
  const { text, outer, inner } = read(marked, 'that it burned, her brother said')
  const [ended] = [inner].map(prepareEndInside(text, [outer, inner])).map(({ content }) => content)
  expect(ended?.map(({ start, end }) => text.slice(start, end))).toEqual(['that it burned'])
})

it('lets a content go on where no words of the outer one stand in it', () => {
  const marked = '[source2 Ann] [cue2 told] police that it burned, [source1 her brother] [cue1 said].'
  const { text, outer, inner } = read(marked, 'that it burned')
  expect(prepareEndInside(text, [outer, inner])(inner)).toBe(inner)
})

it('tells an attribution whose content is a whole one from others', () => {
  const marked = '“It burned,” [source2 Ann] [cue2 told] police, [source1 her brother] [cue1 said].'
  const { outer, inner } = read(marked, '“It burned,”')
  const both = [outer, inner]
  expect(
    findOuter(
      both,
      one => one === outer,
      one => one === inner,
    ),
  ).toEqual(new Set([outer]))
  expect(
    findOuter(
      both,
      one => one === inner,
      one => one === outer,
    ),
  ).toEqual(new Set())
})
