import { z } from 'zod'
import { explainClaim } from '../../audit/explain.ts'
import type { Tool } from '../tool.ts'

/** Most that is given of each list that grows with the article. */
const MOST = 20

const input = z.strictObject({
  claim: z.string().min(1).max(500).describe('Id of a claim, or the beginning of one.'),
})

/** Everything that is known of a claim and how it came to be. */
export const explain: Tool<z.infer<typeof input>> = {
  name: 'explain',
  title: 'Explain a claim',
  description:
    'Says where a claim comes from and why it is one: each part with its offsets and whether the article still has these ' +
    'words there, what is known of the source and from which words, the rules or the model that found it, what people ' +
    'corrected, the versions of everything that ran, and what was considered nearby and rejected.',
  input,
  async answer({ database }, { claim }) {
    const { nested, rejected, ...explanation } = await explainClaim(database, claim)
    return {
      ...explanation,
      nested_ids: nested.slice(0, MOST).map(({ id }) => id),
      rejected: rejected.slice(0, MOST),
    }
  },
}
