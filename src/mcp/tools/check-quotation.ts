import { z } from 'zod'
import { checkQuotation as check } from '../../quote/check-quotation.ts'
import { LONGEST_QUOTATION } from '../../quote/text/quoted-words.ts'
import type { Tool } from '../tool.ts'

const input = z.strictObject({
  words: z.string().min(1).max(LONGEST_QUOTATION).describe('The quotation, word for word, with or without its marks.'),
  by: z.string().min(1).max(500).optional().describe('Who is said to say it: a name, or part of one.'),
  limit: z.int().min(1).max(20).default(5).describe('At most so many places.'),
})

/** Says whether a quotation is in the database word for word, and whose it is there. */
export const checkQuotation: Tool<z.infer<typeof input>> = {
  name: 'check_quotation',
  title: 'Check a quotation',
  description:
    'Looks for a quotation among all claims: "exact" (word for word), "altered", "spliced" (words of two places joined as ' +
    'one), "other-speaker" or "not-found", with the nearest claims, how the quotation differs from each, and whether who is ' +
    'said to say it says it there ("open" where that cannot be told). Use it before you attribute words to anybody.',
  input,
  async answer({ database }, { words, by, limit }) {
    return await check(database, words, { by: by ?? null, limit })
  },
}
