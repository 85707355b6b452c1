import { z } from 'zod'
import { QUOTATION_VERDICTS, QUOTED_PART_KINDS, SPEAKER_AGREEMENTS } from '../../../quote/quotation-check.ts'
import { label, OFFSETS } from './claim.ts'

const PLACE = z.object({
  claim: z.string().nullable().describe('The claim whose content it is; null where nobody is said to say it.'),
  article: z.object({
    id: z.string(),
    uri: z.string(),
    title: z.string().nullable(),
    publisher: z.string().nullable(),
    published_at: z.string().nullable(),
  }),
  source: z.object({ text: z.string().nullable(), name: z.string().nullable(), naming: label.naming }).nullable(),
  speaker: z.enum(SPEAKER_AGREEMENTS),
  quotation: label.quotation.nullable(),
  is_quoted: z.boolean(),
  spans: z.array(z.object({ start: z.int(), end: z.int() })).describe(OFFSETS),
  text: z.string(),
  parts: z
    .array(z.object({ kind: z.enum(QUOTED_PART_KINDS), quoted: z.string(), stored: z.string() }))
    .describe('How the quotation differs from this place, stretch by stretch.'),
  likeness: z.number(),
})

export const QUOTATION_CHECK = z
  .object({
    words: z.string(),
    by: z.string().nullable(),
    verdict: z.enum(QUOTATION_VERDICTS),
    speaker: z.enum(SPEAKER_AGREEMENTS),
    is_attributed: z.boolean(),
    is_announced: z.boolean().nullable(),
    summary: z.string(),
    places: z.array(PLACE).describe('Nearest first.'),
    exact_places: z.int().min(0),
    is_complete: z.boolean(),
    texts: z.enum(['all', 'near']),
  })
  .meta({ description: 'What is known of one quotation, as hearsay quote --json gives it.' })
