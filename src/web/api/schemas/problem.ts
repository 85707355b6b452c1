import { z } from 'zod'
import { ERROR_CODES } from '../../../domain/errors/catalogue.ts'

/** What goes wrong, by RFC 9457. */
export const PROBLEM = z
  .object({
    type: z.literal('about:blank').describe('Always this; `code` says of which kind it is.'),
    title: z.string().describe('The name of the status.'),
    status: z.int().min(400).max(599),
    code: z
      .enum(ERROR_CODES)
      .describe('Of which kind it is, whatever the words: docs/reference/errors.md lists all. Codes may be added.'),
    detail: z.string().describe('What happened, to which input, and what to do next.'),
    errors: z
      .array(z.object({ in: z.enum(['path', 'query', 'body']), name: z.string(), detail: z.string() }))
      .optional()
      .describe('Each parameter or field that is wrong.'),
  })
  .meta({ description: 'Problem details (RFC 9457).' })

export type Problem = z.infer<typeof PROBLEM>
