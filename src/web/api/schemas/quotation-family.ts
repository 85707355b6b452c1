import { z } from 'zod'
import { ACTS, QUOTATION_TYPES } from '../../../domain/labels.ts'
import { DIFFERENCE_KINDS } from '../../../families/differences/difference-kinds.ts'

const figures = z.int().min(0)
const time = z.string().nullable()

/** A quotation of several articles. */
export const FAMILY = z
  .object({
    id: z.string(),
    content: z.string().describe('As the first seen claim has it.'),
    claims: figures,
    articles: figures,
    publishers: figures,
    variants: figures.describe('Wordings that are not the same but for marks, capitals and how numbers are written.'),
    speakers: figures.describe('Names that its claims are given to.'),
    speakers_differ: z.boolean(),
    meaning_differs: z.boolean(),
    first: z
      .object({ claim: z.string(), article_uri: z.string(), publisher: time, name: time, seen_at: time })
      .describe('The claim that was seen first.'),
    last_seen: time,
  })
  .meta({ description: 'Claims of several articles whose words are the same or nearly so.' })

/** One of its claims. */
export const VARIANT = z
  .object({
    claim: z.string(),
    article: z.string(),
    article_uri: z.string(),
    publisher: time,
    title: time,
    name: time.describe('Who says it; null where the text gives no name.'),
    content: z.string(),
    quotation: z.enum(QUOTATION_TYPES),
    act: z.enum(ACTS),
    variant: figures.describe('Number of its wording, by when it was first seen, from 0.'),
    seen_at: time.describe('When its article was published, else when it was fetched.'),
    seen_by: z.enum(['published', 'retrieved']).nullable(),
    score: z
      .number()
      .nullable()
      .describe(
        'Share of the information of the shorter one that it has in common with the first; null where others tie it to that.',
      ),
    differs: z.array(z.enum(DIFFERENCE_KINDS)).describe('In what it differs from the first seen.'),
  })
  .meta({ description: 'A claim of a quotation family.' })

export const ONE_FAMILY = FAMILY.extend({ items: z.array(VARIANT).describe('The first seen first; at most 1,000.') })
