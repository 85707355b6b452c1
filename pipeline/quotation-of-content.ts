import type { QuotationType } from '../src/domain/labels.ts'
import type { Span } from '../src/domain/span.ts'
import { quotationTypeOf } from './claims/quotation-type.ts'
import { findQuotations } from './quotations/stage.ts'
import { splitParagraphs } from './tokens/paragraphs.ts'

/** Whether a content that somebody marks in a text stands in quotation marks, by the rules of the stages. Spans are UTF-16. */
export function quotationOfContent(text: string, cue: readonly Span[], content: readonly Span[]): QuotationType {
  const paragraphs = splitParagraphs(text).map(span => ({ ...span, firstSentence: 0, endSentence: 0, heading: false }))
  const { quotations } = findQuotations(text, { paragraphs, sentences: [], tokens: [] })
  return quotationTypeOf(text, cue, content, quotations)
}
