import { z } from 'zod'
import { ACTS, NAMINGS, QUOTATION_TYPES, SOURCE_KINDS } from '../../../domain/labels.ts'
import { describedSource } from './described-source.ts'

/* A claim by the names of the export contract (`hearsay export --format jsonl`), which are a promise. */

/** Offsets everywhere in the API: said once, repeated where they stand. */
export const OFFSETS = 'Start and end in Unicode code points of the article’s text, end exclusive.'

export const label = {
  quotation: z.enum(QUOTATION_TYPES),
  act: z.enum(ACTS),
  naming: z.enum(NAMINGS),
  kind: z.enum(SOURCE_KINDS),
} as const

const spans = z.array(z.tuple([z.int(), z.int()])).describe(OFFSETS)

const words = z.object({
  text: z.string().describe('Several parts are joined with “ … ”.'),
  spans,
})

/** Who says it, as the text and the machine or an editor have it. */
const source = words.extend({
  naming: label.naming,
  kind: label.kind,
  ...describedSource(),
})

/** What a claim says of its article. */
export const ARTICLE_REFERENCE = z.object({
  id: z.string().describe('SHA-256 of the text in UTF-8, which offsets count in.'),
  uri: z.string(),
  sha256: z.string().describe('SHA-256 of the bytes that it was read from.'),
  title: z.string().nullable(),
  published_at: z.string().nullable().describe('ISO 8601, as the input gave it.'),
})

const cue = z.object({ text: z.string(), lemma: z.string(), spans })
const nullableWords = words.nullable()

/** What the machine found of a claim that was corrected. */
const MACHINE = z.object({
  source: source.nullable(),
  cue,
  content: nullableWords,
  addressee: nullableWords,
  act: label.act,
  negated: z.boolean(),
  quotation: label.quotation,
  naming: label.naming,
  kind: label.kind.nullable(),
  name: z.string().nullable(),
})

export const CLAIM = z
  .object({
    id: z.string(),
    article: ARTICLE_REFERENCE,
    quotation: label.quotation,
    act: label.act,
    negated: z.boolean(),
    hedged: z.boolean(),
    confidence: z.number().min(0).max(1),
    status: z.enum(['accepted', 'rejected']).describe('rejected only where a correction says so.'),
    source: source.nullable().describe('Null where the text gives none.'),
    cue,
    content: nullableWords.describe('Null where there is none, as in a refusal to comment.'),
    addressee: nullableWords,
    evidence: z.array(z.object({ stage: z.string(), version: z.int(), rule: z.string() })),
    correction: z
      .object({
        verdict: z.enum(['accepted', 'rejected']).nullable(),
        note: z.string().nullable(),
        by: z.string().nullable(),
        machine: MACHINE.nullable().describe('What the machine found; null where somebody added the claim.'),
      })
      .nullable()
      .describe('What people said of it, which the other fields follow; null when nobody did.'),
    origin: z.enum(['machine', 'editor']).describe('editor: somebody added it.'),
  })
  .meta({ description: 'An attribution with its source resolved, as it stands after its corrections.' })
