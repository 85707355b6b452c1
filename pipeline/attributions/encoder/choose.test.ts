import fc from 'fast-check'
import { expect, it } from 'vitest'
import { chooseProposals, cueTokens, type Rated } from './choose.ts'

const tokens = fc.uniqueArray(fc.nat(40), { maxLength: 12 }).map(list => list.toSorted((a, b) => a - b))
const rated: fc.Arbitrary<Rated> = fc.record({
  confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  proposal: fc.record({
    anchor: fc.record({ token: fc.nat(40), probability: fc.constant(0.5) }),
    cue: tokens,
    source: tokens,
    content: tokens,
    verdict: fc.constant(0),
    logProbability: fc.constant(0),
  }),
})

it('accounts for every proposal, and leaves no two that cannot both be true', () => {
  fc.assert(
    fc.property(fc.array(rated, { maxLength: 12 }), fc.double({ min: 0, max: 1, noNaN: true }), (all, least) => {
      const { chosen, passed } = chooseProposals(all, least)
      expect(chosen.length + passed.length).toBe(all.length)
      const cues = chosen.flatMap(({ proposal }) => [...cueTokens(proposal)])
      expect(new Set(cues).size).toBe(cues.length)
      for (const { confidence, proposal } of chosen) {
        expect(confidence).toBeGreaterThanOrEqual(least)
        // Whatever was chosen later has its cue elsewhere.
        for (const other of chosen)
          if (other.confidence < confidence) expect(proposal.content).not.toContain(other.proposal.anchor.token)
      }
      for (const { reason } of passed) expect(reason).not.toBe('')
    }),
  )
})

it('keeps the likelier of two with the same cue, and says why the other goes', () => {
  const one = { token: 3, probability: 0.9 }
  const proposal = { anchor: one, cue: [3], source: [1], content: [5, 6], verdict: 1, logProbability: 0 }
  const { chosen, passed } = chooseProposals(
    [
      { confidence: 0.6, proposal },
      { confidence: 0.8, proposal: { ...proposal, content: [5, 6, 7] } },
    ],
    0.5,
  )
  expect(chosen.map(({ confidence }) => confidence)).toEqual([0.8])
  expect(passed.map(({ reason }) => reason)).toEqual(['A likelier attribution has words of its cue.'])
})

it('leaves to a cue the clause beside it where most of the content is another’s', () => {
  const rest = { source: [1], verdict: 1, logProbability: 0 }
  const quotation = { ...rest, anchor: { token: 3, probability: 0.9 }, cue: [3], content: [20, 21, 22, 23, 24, 25] }
  const clause = [11, 12, 13, 14]
  const both = {
    ...rest,
    anchor: { token: 10, probability: 0.9 },
    cue: [10],
    content: [...clause, ...quotation.content],
  }
  const chosen = (content: readonly number[]) =>
    chooseProposals(
      [
        { confidence: 0.9, proposal: quotation },
        { confidence: 0.8, proposal: { ...both, content } },
      ],
      0.5,
    ).chosen.map(({ proposal }) => proposal.content)
  expect(chosen(both.content)).toEqual([quotation.content, clause])
  expect(chosen(quotation.content)).toEqual([quotation.content])
})
