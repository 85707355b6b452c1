import { z } from 'zod'
import { label } from './claim.ts'
import { describedSource } from './described-source.ts'

/** A named source in a list. */
export const NAMED_SOURCE = z
  .object({
    id: z.string(),
    name: z.string(),
    claims: z.int().min(0),
    articles: z.int().min(0),
  })
  .meta({ description: 'Somebody who is cited by name, across all articles.' })

const { name: _, ...unnamed } = describedSource()
const described = z.array(z.object({ text: z.string(), sources: z.int().min(0) }))

/** An entity, or a source of one article. */
export const SOURCE = z
  .discriminatedUnion('naming', [
    z.object({
      naming: z.literal('named'),
      id: z.string(),
      name: z.string(),
      claims: z.int().min(0),
      articles: z.int().min(0),
      undated: z.int().min(0).describe('Claims of articles without a date.'),
      months: z.array(z.object({ month: z.string(), claims: z.int().min(0) })).describe('Oldest first.'),
      wordings: z.array(z.object({ words: z.string(), claims: z.int().min(0) })).describe('How texts name it.'),
      roles: described,
      affiliations: described,
    }),
    z.object({
      naming: label.naming.exclude(['named']),
      id: z.string(),
      text: z.string().describe('As its article has it.'),
      kind: label.kind,
      article: z.string().describe('Id of its article.'),
      claims: z.int().min(0).describe('Claims that rest on it.'),
      ...unnamed,
    }),
  ])
  .meta({ description: 'A named source in all its articles; or, without a name, the source of one article.' })
