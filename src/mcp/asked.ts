import { z } from 'zod'

/** What names a claim, and what names an article, for tools that take either. */
export const CLAIM_ASKED = z.string().min(1).max(500).optional().describe('Id of a claim, or the beginning of one.')
export const ARTICLE_ASKED = z
  .string()
  .min(1)
  .max(500)
  .optional()
  .describe('An article’s URI, the end of it, or the beginning of its id.')
