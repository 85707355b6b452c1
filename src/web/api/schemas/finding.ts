import { z } from 'zod'
import { SEVERITIES } from '../../../policy/policy.ts'
import { ARTICLE_REFERENCE, OFFSETS } from './claim.ts'

export const FINDING = z
  .object({
    rule: z.string(),
    severity: z.enum(SEVERITIES),
    message: z.string(),
    article: ARTICLE_REFERENCE.omit({ published_at: true }),
    claims: z.array(z.string()).describe('Ids of the claims concerned; empty where words are attributed to nobody.'),
    span: z
      .object({
        start: z.int(),
        end: z.int(),
        text: z.string(),
        startLine: z.int(),
        startColumn: z.int(),
        endLine: z.int(),
        endColumn: z.int(),
      })
      .nullable()
      .describe(`The words that it is about; null when it is the article as a whole. ${OFFSETS} Lines count from 1.`),
  })
  .meta({ description: 'A place of an article that breaks a rule of the policy, as hearsay check --json gives it.' })

export const FINDING_PAGE = z
  .object({
    articles: z.int().min(0).describe('Articles that this page looked at; findings of a page are all of theirs.'),
    items: z.array(FINDING),
    links: z.object({ self: z.string(), next: z.string().nullable() }),
  })
  .meta({ description: 'Findings of some articles, newest article first.' })
