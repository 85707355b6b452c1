import { z } from 'zod'
import { QUOTATION_TYPES } from '../../domain/labels.ts'
import type { Span } from '../../domain/span.ts'
import { contentWordsOf, quote } from '../claim-words.ts'
import type { RuleKind } from '../rule-kind.ts'

const parameters = z.strictObject({
  quotation: z
    .array(z.enum(QUOTATION_TYPES))
    .min(1)
    .default(['direct', 'mixed'])
    .describe('The types of quotation that need a source.'),
  unattributed: z
    .boolean()
    .default(true)
    .describe('Whether words in quotation marks that read like speech, but are attributed to nobody, are found too.'),
})

/** The rule by which the pipeline notes a quotation that reads like speech and that no cue attributes. */
const READS_LIKE_SPEECH = 'quotation-speech'

/** Somebody's words, and no word of whose. */
export const unsourcedQuotation: RuleKind<z.infer<typeof parameters>> = {
  name: 'unsourced-quotation',
  description: 'Words stand in quotation marks, and the article does not say whose they are.',
  message: 'The article does not say whose words these are: {words}',
  facts: ['words'],
  parameters,
  *find({ candidates, claims: all }, claims, { quotation, unattributed }) {
    for (const claim of claims) {
      if (claim.naming !== 'unstated' || !quotation.includes(claim.quotation)) continue
      const span = contentWordsOf(claim)
      yield { claims: [claim.id], span, facts: { words: quote(claim.content ?? span?.text ?? '') } }
    }
    if (!unattributed) return
    const attributed = all.flatMap(({ spans }) => spans.filter(({ role }) => role === 'content'))
    for (const { rule, start, end, text } of candidates) {
      if (rule !== READS_LIKE_SPEECH || attributed.some(content => overlaps(content, { start, end }))) continue
      yield { claims: [], span: { start, end, text }, facts: { words: quote(text) } }
    }
  },
}

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}
