import type { QuotationType } from '../../src/domain/labels.ts'
import type { Quotation } from '../../src/domain/layers.ts'
import type { Span } from '../../src/domain/span.ts'
import { isAroundCue, quotationsOf } from '../positions/quotations-touched.ts'

const WORD = /[\p{L}\p{N}]/u

/**
 * Whether all, some or none of the content's words stand in quotation marks. Marks around the cue too are somebody
 * else's: in “My brother says it leaks,” nobody quotes the brother. A cue that is the opening mark stands before the words.
 */
export function quotationTypeOf(
  text: string,
  cue: readonly Span[],
  content: readonly Span[],
  quotations: readonly Quotation[],
): QuotationType {
  if (content.length === 0) return 'none'
  const holdsCue = (quotation: Quotation) => isAroundCue(quotation, cue)
  const marked = content.map(span => quotationsOf(span, cue, quotations))
  if (marked.every(touched => touched.length === 0)) return 'indirect'
  const isInner = ({ parent }: Quotation) => parent !== null && !holdsCue(quotations[parent] as Quotation)
  let outside = false
  for (const [i, span] of content.entries()) {
    let at = span.start
    for (const quotation of marked[i] as readonly Quotation[]) {
      if (isInner(quotation)) continue
      if (WORD.test(text.slice(at, Math.max(at, quotation.start)))) outside = true
      at = Math.max(at, quotation.end)
    }
    if (WORD.test(text.slice(at, Math.max(at, span.end)))) outside = true
  }
  return outside ? 'mixed' : 'direct'
}
