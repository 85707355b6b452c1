import { z } from 'zod'
import { ACTS, NAMINGS } from '../../domain/labels.ts'
import { nameSource, sourceWordsOf } from '../claim-words.ts'
import type { RuleKind } from '../rule-kind.ts'

const parameters = z.strictObject({
  naming: z.array(z.enum(NAMINGS)).min(1).default(['anonymous']).describe('How the accuser is named.'),
  act: z.array(z.enum(ACTS)).min(1).default(['accusation']).describe('What counts as an accusation.'),
})

/** Somebody is blamed by somebody who does not stand up for it. */
export const anonymousAccusation: RuleKind<z.infer<typeof parameters>> = {
  name: 'anonymous-accusation',
  description: 'Somebody is accused by a source that is not named.',
  message: 'An accusation by a source that is {naming}: {source}.',
  facts: ['source', 'naming', 'act'],
  parameters,
  *find(_article, claims, { naming, act }) {
    // Who did not accuse anybody needs no name.
    for (const claim of claims)
      if (naming.includes(claim.naming) && act.includes(claim.act) && claim.negated === 0)
        yield {
          claims: [claim.id],
          span: sourceWordsOf(claim),
          facts: { source: nameSource(claim), naming: claim.naming, act: claim.act },
        }
  },
}
