import { z } from 'zod'
import { NAMINGS, SOURCE_KINDS } from '../../domain/labels.ts'
import { quote } from '../claim-words.ts'
import { hearVoices } from '../heard-voices.ts'
import type { RuleKind } from '../rule-kind.ts'

const parameters = z.strictObject({
  naming: z
    .array(z.enum(NAMINGS))
    .min(1)
    .default(['named', 'unnamed'])
    .describe('How the expert is named; where identity is withheld, the body often is too.'),
  kind: z
    .array(z.enum(SOURCE_KINDS))
    .min(1)
    .default(['person'])
    .describe('What the expert is. A body belongs to itself, and "analysts" lack a name before they lack a body.'),
})

/** Somebody speaks by what they know, and readers cannot tell for whom they work. */
export const expertWithoutAffiliation: RuleKind<z.infer<typeof parameters>> = {
  name: 'expert-without-affiliation',
  description: 'A source speaks as an expert, and the article does not say to which body it belongs.',
  message: 'The article does not say to which body the expert {source} belongs ({claims}).',
  facts: ['source', 'role', 'naming', 'claims'],
  parameters,
  *find(article, claims, { naming, kind }) {
    for (const { voice, claims: own } of hearVoices(article, claims)) {
      if (voice.function !== 'expert' || voice.affiliation !== null) continue
      if (!naming.includes(voice.naming) || !kind.includes(voice.kind)) continue
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
