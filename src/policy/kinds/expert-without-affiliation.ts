import { z } from 'zod'
import { NAMINGS } from '../../domain/labels.ts'
import { quote } from '../claim-words.ts'
import { hearVoices } from '../heard-voices.ts'
import type { RuleKind } from '../rule-kind.ts'

const parameters = z.strictObject({
  naming: z
    .array(z.enum(NAMINGS))
    .min(1)
    .default(['named', 'unnamed'])
    .describe('How the expert is named; where identity is withheld, the body often is too.'),
})

/** Somebody speaks by what they know, and readers cannot tell for whom they work. */
export const expertWithoutAffiliation: RuleKind<z.infer<typeof parameters>> = {
  name: 'expert-without-affiliation',
  description: 'A source speaks as an expert, and the article does not say to which body it belongs.',
  message: '{source} speaks as an expert, and the article does not say to which body they belong ({claims}).',
  facts: ['source', 'role', 'naming', 'claims'],
  parameters,
  *find(article, claims, { naming }) {
    for (const { voice, claims: own } of hearVoices(article, claims)) {
      if (voice.function !== 'expert' || voice.affiliation !== null || !naming.includes(voice.naming)) continue
      yield {
        claims: own.map(({ id }) => id),
        span: voice.first,
        facts: {
          source: quote(voice.first?.text ?? voice.name ?? ''),
          role: voice.role ?? 'no role',
          naming: voice.naming,
          claims: `${own.length} claim${own.length === 1 ? '' : 's'}`,
        },
      }
    }
  },
}
