import { z } from 'zod'
import { ACTS, ATTITUDES, NAMINGS, QUOTATION_TYPES } from '../../domain/labels.ts'
import { countClaims, findClaims } from '../../store/queries/claims.ts'
import { citeClaims } from '../cited-claim.ts'
import type { Tool } from '../tool.ts'

/** NUL as articles have it: to SQLite's LIKE it would be the end of the pattern, and so match everything. */
const words = z
  .string()
  .min(1)
  .max(500)
  .overwrite(text => text.replaceAll('\0', '\ufffd'))

const input = z.strictObject({
  text: words
    .optional()
    .describe('Words of what was said; all must occur. "two words" together, word* for a beginning.'),
  source: words.optional().describe('Words in the source or in the name that it was resolved to.'),
  naming: z
    .array(z.enum(NAMINGS))
    .min(1)
    .max(NAMINGS.length)
    .optional()
    .describe(
      'named; unnamed (a role without a name); anonymous (the article says that identity is withheld); unstated.',
    ),
  act: z.array(z.enum(ACTS)).min(1).max(ACTS.length).optional().describe('What kind of saying it is.'),
  quotation: z
    .array(z.enum(QUOTATION_TYPES))
    .min(1)
    .max(QUOTATION_TYPES.length)
    .optional()
    .describe('Whether the words stand in quotation marks: direct, mixed, indirect.'),
  cue: words.optional().describe('The word that attributes, or its base form: "told" or "tell".'),
  article: words.optional().describe('An article’s URI, the end of it, or the beginning of its id.'),
  since: words.optional().describe('Published then or later: 2026-05-31 or 2026-05-31T08:00:00Z.'),
  attitudes: z
    .boolean()
    .default(false)
    .describe(`Whether ${ATTITUDES.join(', ')} are wanted too.`),
  limit: z.int().min(1).max(50).default(20).describe('At most so many claims.'),
  offset: z.int().min(0).max(10_000).default(0).describe('How many to pass over, to see the next ones.'),
})

/** Finds claims by words and labels; `total` says how many there are beyond those given. */
export const search: Tool<z.infer<typeof input>> = {
  name: 'search',
  title: 'Search claims',
  description:
    'Finds attributed claims in the news articles of the database: who said what, by which words, and where. Every ' +
    'claim has an id, its article and its words with their offsets, to be cited. By article and then by place; ' +
    'claims that people rejected are left out.',
  input,
  async answer({ database }, { limit, offset, ...filter }) {
    const claims = await findClaims(database, { ...filter, limit: offset + limit })
    return {
      total: await countClaims(database, filter),
      offset,
      claims: await citeClaims(database, claims.slice(offset)),
    }
  },
}
