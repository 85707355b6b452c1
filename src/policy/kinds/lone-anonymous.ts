import { z } from 'zod'
import type { ClaimInArticle } from '../../store/queries/stream-articles-with-claims.ts'
import { nameSource, sourceWordsOf } from '../claim-words.ts'
import type { RuleKind } from '../rule-kind.ts'

const parameters = z.strictObject({
  people: z
    .int()
    .min(1)
    .default(1)
    .describe('A source of at most so many people counts as alone; "three people familiar with the plan" are three.'),
})

/** A claim for which nobody stands but a source whose identity is withheld. */
export const loneAnonymous: RuleKind<z.infer<typeof parameters>> = {
  name: 'lone-anonymous',
  description: 'A claim rests on one anonymous source, and no named source of the article says the same.',
  message: 'Rests on an anonymous source alone, {source}: nobody who is named says the same.',
  facts: ['source', 'people'],
  parameters,
  *find(_article, claims, { people: most }) {
    for (const claim of claims) {
      const people = countPeople(claim)
      const isLone = claim.naming === 'anonymous' && !claim.isCorroborated && people !== null && people <= most
      // On what somebody did not say nothing rests.
      if (!isLone || claim.negated === 1) continue
      yield { claims: [claim.id], span: sourceWordsOf(claim), facts: { source: nameSource(claim), people } }
    }
  },
}

/** Null where the text speaks of several without saying how many. */
function countPeople({ number, kind }: ClaimInArticle): number | null {
  return number ?? (kind === 'group' ? null : 1)
}
