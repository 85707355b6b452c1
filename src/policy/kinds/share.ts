import { z } from 'zod'
import { NAMINGS } from '../../domain/labels.ts'
import type { RuleKind } from '../rule-kind.ts'

const parameters = z.strictObject({
  naming: z
    .array(z.enum(NAMINGS))
    .min(1)
    .default(['unnamed', 'anonymous'])
    .describe('The namings whose claims are counted.'),
  percent: z.number().min(0).max(100).default(50).describe('The share that is still allowed, in per cent.'),
  claims: z.int().min(1).default(5).describe('Articles with fewer claims are left alone: of two claims, one is half.'),
})

/** More of an article than is allowed rests on sources without a name. */
export const share: RuleKind<z.infer<typeof parameters>> = {
  name: 'share',
  description: 'More than a share of the article’s claims rests on sources that are not named.',
  message: '{count} of {claims} claims ({percent} %) are by sources that are {naming}; {limit} % are allowed.',
  facts: ['count', 'claims', 'percent', 'limit', 'naming'],
  parameters,
  *find(_article, claims, { naming, percent, claims: fewest }) {
    const counted = claims.filter(claim => naming.includes(claim.naming))
    // In whole numbers, so that exactly half is not more than half.
    if (claims.length < fewest || counted.length * 100 <= percent * claims.length) return
    yield {
      claims: counted.map(({ id }) => id),
      span: null,
      facts: {
        count: counted.length,
        claims: claims.length,
        percent: Math.round((counted.length * 1000) / claims.length) / 10,
        limit: percent,
        naming: naming.join(' or '),
      },
    }
  },
}
