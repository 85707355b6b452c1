import { z } from 'zod'

const LONGEST_TEXT = 1_000

const text = (description: string) => z.string().trim().min(1).max(LONGEST_TEXT).nullish().describe(description)

export const NEW_CORRECTION = z
  .strictObject({
    verdict: z.enum(['accepted', 'rejected', 'withdrawn']).nullish().describe('withdrawn takes all back.'),
    source: text('Name of who really says it.'),
    note: text('The reason.'),
    by: text('Who corrects.'),
  })
  .meta({ description: 'What somebody says of a claim; at least one of all but by is given.' })
