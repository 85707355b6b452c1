import { z } from 'zod'

const LONGEST_FIELD = 1_000
/** In UTF-16 units; what is longer is for `hearsay run`. */
const LONGEST_TEXT = 5_000_000

const field = (description: string) => z.string().trim().min(1).max(LONGEST_FIELD).optional().describe(description)

export const NEW_ARTICLE = z
  .strictObject({
    text: z.string().min(1).max(LONGEST_TEXT).describe('The article as plain text, or a file’s text as name says.'),
    name: z
      .string()
      .min(1)
      .max(150)
      .default('article.txt')
      .describe('File name, whose end tells the format: .txt, .md, .html, .eml, .json and the like.'),
    title: field('Goes before what the text tells, like the others.'),
    byline: field('Who wrote it.'),
    publisher: field('Who published it.'),
    published_at: field('When it was published: ISO 8601, or as people write dates.'),
    whole: z.boolean().default(false).describe('Keep all of a plain text, with what stands around its article.'),
    any_language: z.boolean().default(false).describe('Take other languages than English too.'),
    keep: z.boolean().default(true).describe('False only reads it, to be kept by POST …/keep or forgotten.'),
  })
  .meta({ description: 'An article that is to be read, analysed and stored.' })

export const SUBMISSION = z
  .object({
    id: z.string(),
    stage: z
      .enum(['read', 'waiting', 'analysing', 'kept'])
      .describe('read: not kept yet. waiting: for others. kept: done, well or not, as each article says.'),
    trouble: z.string().nullable().describe('Why it could not be kept, or not all of it be read.'),
    articles: z.array(
      z.object({
        id: z.string(),
        title: z.string().nullable(),
        fate: z
          .enum(['stored', 'failed', 'lost'])
          .nullable()
          .describe('Null until it is kept. lost: interrupted, nothing of it is there.'),
        error: z.string().nullable(),
        left_out: z
          .array(z.object({ reason: z.string(), text: z.string() }))
          .describe('Once it is kept, see the article.'),
      }),
    ),
    problems: z
      .array(z.object({ location: z.string(), problem: z.string() }))
      .describe('What was passed over or could not be read, and why.'),
    links: z.object({ self: z.string() }),
  })
  .meta({ description: 'What was given, and how far it is; held in memory until it is kept, or for an hour.' })
