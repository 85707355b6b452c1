import { z } from 'zod'
import { checkQuotation } from '../../../quote/check-quotation.ts'
import { defineRoute } from '../api-route.ts'
import { words } from '../schemas/paging.ts'
import { QUOTATION_CHECK } from '../schemas/quotation.ts'

/** An address has room for no more. */
const LONGEST = 2_000
const MOST_PLACES = 20

export const checkOneQuotation = defineRoute({
  id: 'checkQuotation',
  method: 'get',
  at: '/quotations/check',
  summary: 'Say whether a quotation is in the database, word for word, and who says it there',
  path: z.strictObject({}),
  query: z.strictObject({
    words: z.string().min(1).max(LONGEST).describe('The quotation.'),
    by: words('Who is said to say it: a name, or part of one.').optional(),
    limit: z.int().min(1).max(MOST_PLACES).default(5).describe('Most places to compare with.'),
    texts: z
      .enum(['all', 'near'])
      .default('near')
      .describe('Whether the texts of all articles are read through where no claim has the words, which takes long.'),
  }),
  body: null,
  answer: { status: 200, name: 'QuotationCheck', schema: QUOTATION_CHECK, description: 'What is known of it.' },
  problems: [],
  async answerTo({ site }, { query: { words, by, limit, texts } }) {
    return await checkQuotation(site.database, words, { by, limit, texts })
  },
})
