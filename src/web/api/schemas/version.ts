import { z } from 'zod'
import { CHANGED_FIELDS, VERSION_CHANGES } from '../../../families/versions/change.ts'
import { OFFSETS } from './claim.ts'

const SPAN = z
  .tuple([z.int().min(0), z.int().min(0)])
  .nullable()
  .describe(`Where the words stand, from the first to the last. ${OFFSETS}`)

/** The versions of an article. */
export const VERSIONS = z
  .object({
    items: z.array(
      z.object({
        uri: z.string().describe('The address that the text was found under.'),
        version: z.int().min(1).describe('From 1, in the order in which they were found.'),
        versions: z.int().min(1),
        article: z.string().describe('Id of the text.'),
        previous: z.string().nullable().describe('Id of the version before it.'),
        next: z.string().nullable(),
        retrieved_at: z.string().nullable().describe('ISO 8601: when it was first found there.'),
        seen_at: z.string().nullable().describe('ISO 8601: when it was last found there.'),
        current: z.boolean().describe('Whether it is the text that was met last.'),
        links: z.object({ article: z.string(), changes: z.string().nullable() }),
      }),
    ),
  })
  .meta({ description: 'The texts that were found under the addresses of an article, in the order of time.' })

/** What changed between two versions. */
export const VERSION_DIFFERENCE = z
  .object({
    before: z.string().nullable().describe('Id of the earlier text; null where only one is known.'),
    after: z.string().nullable(),
    noted: z.boolean().describe('Whether the later one says that it was changed.'),
    read_otherwise: z.int().min(0).describe('Claims that are read otherwise although no word of theirs changed.'),
    changes: z.array(
      z.object({
        change: z.enum(VERSION_CHANGES),
        field: z.enum(CHANGED_FIELDS).nullable().describe('Null of a claim as a whole, and of a note.'),
        claim_before: z.string().nullable(),
        claim_after: z.string().nullable(),
        before: z.string().nullable().describe('Words, a name, or a label, as it was.'),
        after: z.string().nullable(),
        span_before: SPAN,
        span_after: SPAN,
      }),
    ),
  })
  .meta({ description: 'What changed from one text to another, in the order of the text.' })
