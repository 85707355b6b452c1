import { z } from 'zod'
import { SPAN_ROLES } from '../../../domain/labels.ts'
import { CLAIM, label, OFFSETS } from './claim.ts'

const place = { start: z.int(), end: z.int(), text: z.string() } as const
const why = z.object({
  stage: z.string(),
  version: z.int(),
  rule: z.string(),
  detail: z.record(z.string(), z.unknown()),
})

/** One entry of the ledger of corrections. */
export const CORRECTION = z
  .object({
    verdict: z.enum(['accepted', 'rejected', 'withdrawn']).nullable(),
    source: z.string().nullable().describe('Name of who really says it.'),
    note: z.string().nullable(),
    by: z.string().nullable(),
    at: z.string(),
    state: z.enum(['in force', 'superseded', 'withdrawn', 'undone']),
    spans: z
      .partialRecord(z.enum(SPAN_ROLES), z.array(z.tuple([z.int(), z.int()])))
      .nullable()
      .describe(`By role, what stands in the place of the machine’s. ${OFFSETS}`),
    act: label.act.nullable(),
    negated: z.boolean().nullable(),
    quotation: label.quotation.nullable(),
    naming: label.naming.nullable(),
    role: z.string().nullable(),
    affiliation: z.string().nullable(),
    adds: z.boolean().describe('Whether it adds a claim that the machine missed.'),
  })
  .meta({ description: 'What somebody said of a claim; nothing is ever taken out of the ledger.' })

const PLACE = z
  .object({ article: z.string().describe('Id of the article, or the beginning of it.'), start: z.int(), end: z.int() })
  .nullable()

export const REPLY = z
  .object({
    accusation_id: z.string(),
    accusation_article_uri: z.string(),
    accusation: z.string().nullable(),
    accuser: z.string().nullable(),
    accused: z.string(),
    accusation_place: PLACE.describe(`Where the accusation stands, if it is words that are no claim’s. ${OFFSETS}`),
    reply_id: z.string().describe('The claim, or else what words go by that are no claim’s.'),
    reply_place: PLACE.describe(`Where the reply stands, if it is words that are no claim’s. ${OFFSETS}`),
    reply_article_uri: z.string(),
    reply: z.string().nullable(),
    replier_name: z.string().nullable(),
    kind: z.enum(['denial', 'no-comment', 'response', 'unreachable']),
    replier: z.enum(['accused', 'spokesperson', 'lawyer', 'organisation']),
    reason: z.string(),
  })
  .meta({ description: 'An accusation and what answers it, in the same article or in another.' })

export const EXPLANATION = z
  .object({
    claim: CLAIM,
    context: z
      .object({ start: z.int(), end: z.int(), before: z.string(), text: z.string(), after: z.string() })
      .describe(`The sentences that hold cue and content, and what stands around them. ${OFFSETS}`),
    spans: z
      .array(z.object({ role: z.enum(SPAN_ROLES), ...place, agrees: z.boolean() }))
      .describe('What the machine found, and whether the article still has these words there.'),
    evidence: z.array(why).describe('Which rules and models found the claim.'),
    source_evidence: z.array(why).describe('Why its source is who it is.'),
    antecedents: z
      .array(z.object({ id: z.string(), spans: z.array(z.object(place)) }))
      .describe('The sources that its own was resolved to, nearest first.'),
    parent: z.string().nullable().describe('Id of the claim whose content holds this one.'),
    nested: z.array(z.string()).describe('Ids of the claims that stand in its content.'),
    accuses: z
      .object({ accused: z.string(), start: z.int(), end: z.int(), reason: z.string() })
      .nullable()
      .describe(`Whom it accuses, and the words that say so. ${OFFSETS}`),
    replies: z.array(REPLY).describe('What answers it.'),
    answers: z.array(REPLY).describe('The accusations that it answers.'),
    rejected: z
      .array(z.object({ ...place, stage: z.string(), rule: z.string(), reason: z.string() }))
      .describe('What was considered nearby and rejected, nearest first.'),
    corrections: z
      .array(CORRECTION)
      .describe('Oldest first, those taken back too; a change says as seen how many it saw.'),
    stages: z.array(
      z.object({
        name: z.string(),
        version: z.int(),
        engine: z.string().nullable(),
        model: z.string().nullable(),
        run: z.int(),
      }),
    ),
  })
  .meta({ description: 'Everything that is known about one claim and how it came to be.' })
