import { z } from 'zod'
import { findFamilyOfClaim, readQuotationFamily } from '../../store/queries/across/quotation-families.ts'
import { resolveClaim } from '../../store/queries/references/resolve-claim.ts'
import type { Tool } from '../tool.ts'

/** Most that is given of a quotation's claims. */
const MOST = 50

const input = z.strictObject({
  claim: z.string().min(1).max(500).describe('Id of a claim, or the beginning of one.'),
})

/** The same words in other articles. */
export const quotation: Tool<z.infer<typeof input>> = {
  name: 'quotation',
  title: 'Follow a quotation across articles',
  description:
    'Takes a claim and says which other articles have the same words, or nearly so: who had them first, each variant with ' +
    'its article, who is said to say it there, and in what it differs from the first seen (negation, hedge, number, name, ' +
    'cue, speaker, cut). "quotation" is null where no other article has them. It says nothing of what was really said.',
  input,
  async answer({ database }, { claim }) {
    const { id } = await resolveClaim(database, claim)
    const family = await findFamilyOfClaim(database, id)
    const found = family === null ? null : await readQuotationFamily(database, family.family_id, MOST)
    if (found === null) return { claim_id: id, quotation: null, variants: [], left_off: 0 }
    const { family: quotation, variants } = found
    return { claim_id: id, quotation, variants, left_off: Math.max(0, quotation.claims - variants.length) }
  },
}
