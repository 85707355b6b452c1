import { z } from 'zod'

const METADATA = {
  title: z.string().nullable(),
  byline: z.string().nullable(),
  publisher: z.string().nullable(),
  section: z.string().nullable(),
  published_at: z.string().nullable().describe('ISO 8601, as the input gave it.'),
  modified_at: z.string().nullable(),
  language: z.string().nullable().describe('BCP 47.'),
} as const

/** An article in a list. */
export const ARTICLE = z
  .object({
    id: z.string().describe('SHA-256 of the text in UTF-8, which offsets count in.'),
    uri: z.string(),
    sha256: z.string().describe('SHA-256 of the bytes that it was read from.'),
    ...METADATA,
    claims: z.object({
      total: z.int().min(0).describe('Claims that stand; belief, intention and feeling are none of them.'),
      named: z.int().min(0),
      unnamed: z.int().min(0),
      anonymous: z.int().min(0),
      unstated: z.int().min(0),
    }),
    links: z.object({
      self: z.string(),
      text: z.string(),
      claims: z.string(),
      left_out: z.string(),
      findings: z.string(),
    }),
  })
  .meta({ description: 'An article and how many claims it has.' })

/** An article by itself. */
export const ONE_ARTICLE = ARTICLE.extend({
  characters: z.int().min(0).describe('Length of the text in code points.'),
  decoded_as: z.string(),
  origins: z.record(z.string(), z.string()).describe('By what the input tells each of the others.'),
  warnings: z.array(z.string()).describe('What reading had to repair.'),
}).meta({ description: 'An article with all that is known of how it was read.' })

export const LEFT_OUT = z
  .object({
    items: z.array(
      z.object({
        location: z.string().describe('The place that was read.'),
        reason: z.string(),
        text: z.string(),
      }),
    ),
  })
  .meta({ description: 'What was left out of an article when it was read, place by place.' })
