import { z } from 'zod'
import type { Gender } from '../../domain/voice-labels.ts'
import { claimIdsOf, hearVoices } from '../heard-voices.ts'
import type { RuleKind } from '../rule-kind.ts'

const parameters = z.strictObject({
  people: z
    .int()
    .min(1)
    .default(3)
    .describe('Articles that quote fewer people whose gender the text gives are left alone.'),
})

/** Several people have their say, and no woman is among them. */
export const noWomanQuoted: RuleKind<z.infer<typeof parameters>> = {
  name: 'no-woman-quoted',
  description: 'The article quotes several people whose gender the text gives, and none of them is a woman.',
  message:
    'None of {people} people whose gender the text gives is a woman: {men} men, {nonbinary} nonbinary, {unknown} more unknown.',
  facts: ['people', 'men', 'nonbinary', 'unknown'],
  parameters,
  *find(article, claims, { people: fewest }) {
    const people = hearVoices(article, claims).filter(({ voice }) => voice.kind === 'person')
    const known = people.filter(({ voice }) => voice.gender !== 'unknown')
    const count = (gender: Gender) => people.filter(({ voice }) => voice.gender === gender).length
    if (known.length < fewest || count('woman') > 0) return
    yield {
      claims: claimIdsOf(known),
      span: null,
      facts: {
        people: known.length,
        men: count('man'),
        nonbinary: count('nonbinary'),
        unknown: people.length - known.length,
      },
    }
  },
}
