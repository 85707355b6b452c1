import { quotationOfContent } from '../../pipeline/quotation-of-content.ts'
import type { QuotationType } from '../domain/labels.ts'
import type { Span } from '../domain/span.ts'
import { CodePointText } from '../domain/text/code-point-text.ts'

/**
 * Whether a content stands in quotation marks, as the pipeline tells it. Spans are in code points of `text`.
 *
 * It loads word lists of the pipeline: import it where it is needed.
 */
export function quotationOf(text: string, cue: readonly Span[], content: readonly Span[]): QuotationType {
  const points = new CodePointText(text)
  const toUtf16 = ({ start, end }: Span): Span => ({ start: points.toUtf16(start), end: points.toUtf16(end) })
  return quotationOfContent(text, cue.map(toUtf16), content.map(toUtf16))
}
