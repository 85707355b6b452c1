import { z } from 'zod'
import { GENDERS, SOURCE_TYPES, VOICE_FIELDS, VOICE_FUNCTIONS } from '../../../domain/voice-labels.ts'
import { VERSIONS } from '../../audit/audit-address.ts'
import { label, OFFSETS } from './claim.ts'

const figures = z.int().min(0)
const part = z.number().min(0).max(1)

/** A part of a whole. */
export const SHARE = z
  .object({
    hits: z.number().min(0),
    n: z.number().min(0).describe('What it is a part of; below 20 it is small, and only the interval says much.'),
    few: z
      .boolean()
      .describe('Whether it is of fewer than 20; of claims and words also whether it is of so few articles.'),
    share: part.nullable().describe('Null where there is nothing to have a share of.'),
    low: part.describe('95% interval; from 0 to 1 where what was counted says nothing of others.'),
    high: part,
  })
  .meta({ description: 'How many of how many, with the 95% interval of the share.' })

/** Which versions of an article count. */
export const versions = z
  .enum(VERSIONS)
  .default('newest')
  .describe('Whether the newest version stands for an article, or every text counts.')

const SHARES = z.object({
  sources: SHARE,
  claims: SHARE,
  quoted_words: SHARE,
  first: SHARE.describe('Of articles: those whose first voice it is.'),
  last: SHARE,
})

const labelled = z.array(z.object({ label: z.string(), share: SHARE }))

/** The figures of a source audit. */
export const AUDIT = z
  .object({
    counts: z.object({
      articles: figures,
      older_versions: figures.describe('Texts left out because a newer version of the article stands for it.'),
      articles_with_sources: figures,
      sources: figures.describe('Whoever is the source of a claim, once an article.'),
      claims: figures.describe('Their claims, without belief, intention and feeling.'),
      quoted_words: figures,
      people: figures.describe('Named people, quoted or not, once an article.'),
      people_quoted: figures,
      speakers: figures.describe('Sources with a name, once across articles.'),
    }),
    breakdowns: z.array(
      z.object({
        by: z.enum(['gender', 'type', 'function', 'naming', 'kind', 'outlet', 'section', 'byline', 'month']),
        rows: z.array(
          z.object({
            label: z.string().nullable(),
            all: SHARES,
            known: SHARES.nullable().describe('The same among those of which it is known.'),
          }),
        ),
      }),
    ),
    sources_per_article: z.object({
      mean: z.number().nullable(),
      n: figures,
      low: z.number().nullable(),
      high: z.number().nullable(),
    }),
    single_source: SHARE.describe('Articles with one source, of those with any.'),
    experts: z.object({ sources: SHARE, gender: labelled, type: labelled, without_affiliation: SHARE }),
    concentration: z.object({
      top_ten: SHARE.describe('Claims of the ten who say most, of those of all sources with a name.'),
      herfindahl: z.object({ value: part.nullable(), low: part, high: part }),
      top: z.array(z.object({ name: z.string(), articles: figures, claims: figures })),
      tied: figures.describe('How many more have as many claims as the last of these.'),
    }),
    anonymity: z.object({
      sources: SHARE,
      claims: SHARE,
      quoted_words: SHARE,
      explained: SHARE,
      reasons: z.array(z.object({ reason: z.string(), sources: figures })),
    }),
    unquoted: z.object({ people: SHARE, gender: labelled, type: labelled }),
  })
  .meta({ description: 'Who gets a voice in articles: shares with intervals, and what they are of.' })

const gender = z.enum(GENDERS)
const type = z.enum(SOURCE_TYPES)

/** A person in a list. */
export const PERSON = z
  .object({
    id: z.string().describe('Of one of their voices: what GET /people/{person} takes.'),
    name: z.string(),
    genders: z.array(gender).describe('All that articles give; unknown only by itself.'),
    types: z.array(type),
    articles: figures,
    claims: figures,
    quoted_words: figures,
  })
  .meta({ description: 'Somebody whom articles name, quoted or not, across articles.' })

const placed = z
  .object({ text: z.string(), span: z.tuple([z.int(), z.int()]).nullable() })
  .nullable()
  .describe(OFFSETS)

/** A person with all articles. */
export const ONE_PERSON = PERSON.extend({
  voices: z
    .array(
      z.object({
        id: z.string(),
        article: z.string().describe('Id of its article.'),
        first: z
          .object({ text: z.string(), span: z.tuple([z.int(), z.int()]) })
          .describe(`First full mention. ${OFFSETS}`),
        naming: label.naming,
        role: placed,
        affiliation: placed,
        gender,
        type,
        function: z.enum(VOICE_FUNCTIONS),
        claims: figures,
        quoted_words: figures,
        corrected: z
          .object({ by: z.string().nullable(), at: z.string(), note: z.string().nullable() })
          .nullable()
          .describe('The last that people said of it and did not take back; null where nobody says anything.'),
        evidence: z.array(
          z.object({
            field: z.enum(VOICE_FIELDS),
            value: z.string(),
            span: z.tuple([z.int(), z.int()]).nullable().describe('Null where a list says it, which is weak evidence.'),
            text: z.string().nullable(),
            rule: z.string(),
            reason: z.string(),
          }),
        ),
      }),
    )
    .describe('One an article, newest first.'),
}).meta({ description: 'A person with what each article says of them, and by which words.' })
