import { z } from 'zod'
import { label, OFFSETS } from './claim.ts'
import { reference } from './paging.ts'

const LONGEST_TEXT = 1_000
const MOST_SPANS = 100

const text = (description: string) => z.string().trim().min(1).max(LONGEST_TEXT).nullish().describe(description)
const spans = z
  .array(z.tuple([z.int().min(0), z.int().min(0)]))
  .max(MOST_SPANS)
  .optional()

/** Who says it, and why. */
export const BY = { note: text('The reason.'), by: text('Who corrects.') } as const

const SEEN = {
  seen: z
    .int()
    .min(0)
    .max(999_999_999)
    .nullish()
    .describe(
      'How many corrections the claim had when it was read, those taken back too: the length of its list of corrections. Where it has had others since, nothing is changed, and the answer is 409.',
    ),
} as const

const WHAT = {
  source: text('Name of who really says it.'),
  spans: z
    .strictObject({ source: spans, cue: spans, content: spans, addressee: spans })
    .optional()
    .describe(
      `Each role that is given stands in the place of the machine’s; an empty list says that there is none. ${OFFSETS}`,
    ),
  act: label.act.nullish(),
  negated: z.boolean().nullish(),
  quotation: label.quotation.nullish(),
  naming: label.naming.nullish(),
  role: text('What the source is, as in “spokeswoman”.'),
  affiliation: text('With whom the source is.'),
  ...BY,
} as const

export const NEW_CORRECTION = z
  .strictObject({
    verdict: z.enum(['accepted', 'rejected', 'withdrawn']).nullish().describe('withdrawn takes all back.'),
    ...WHAT,
    ...SEEN,
  })
  .meta({ description: 'What somebody says of a claim; at least one of all but by and seen is given.' })

export const NEW_CLAIM = z
  .strictObject(WHAT)
  .meta({ description: 'A claim that was missed: spans.cue, spans.content or both are needed.' })

export const JOIN = z
  .strictObject({
    others: z.array(reference('claim')).min(1).max(MOST_SPANS),
    source: text('Name of who says all of it; needed where the claims have different sources.'),
    ...BY,
    ...SEEN,
  })
  .meta({ description: 'Claims of the same article that are joined into this one.' })

export const SPLIT = z
  .strictObject({
    at: z.array(z.int().min(0)).min(1).max(MOST_SPANS).describe('Code points within the content.'),
    ...BY,
    ...SEEN,
  })
  .meta({ description: 'Where the content of a claim is cut.' })

export const UNDO = z.strictObject({ by: BY.by, ...SEEN }).meta({ description: 'Who takes the last correction back.' })
