import type { QuotationType } from '../../src/domain/labels.ts'
import type { Quotation } from '../../src/domain/layers.ts'
import type { Span } from '../../src/domain/span.ts'
import { overlaps } from '../../src/domain/span.ts'

const WORD = /[\p{L}\p{N}]/u

/** Whether all, some or none of the content's words stand in quotation marks. */
export function quotationTypeOf(
  text: string,
  content: readonly Span[],
  quotations: readonly Quotation[],
): QuotationType {
  if (content.length === 0) return 'none'
  const marked = quotations.filter(quotation => content.some(span => overlaps(span, quotation)))
  if (marked.length === 0) return 'indirect'
  let outside = false
  for (const span of content) {
    let at = span.start
    for (const quotation of marked) {
      if (quotation.parent !== null || !overlaps(span, quotation)) continue
      if (WORD.test(text.slice(at, Math.max(at, quotation.start)))) outside = true
      at = Math.max(at, quotation.end)
    }
    if (WORD.test(text.slice(at, Math.max(at, span.end)))) outside = true
  }
  return outside ? 'mixed' : 'direct'
}
