import type { QuotationType } from '../../src/domain/labels.ts'
import type { Quotation } from '../../src/domain/layers.ts'
import type { Span } from '../../src/domain/span.ts'
import { contains, overlaps } from '../../src/domain/span.ts'
import { firstAfter } from '../first-after.ts'

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

/** The quotations that share a character with a span of content and are not around the cue too; `quotations` is in text order. */
export function quotationsOf(content: Span, cue: readonly Span[], quotations: readonly Quotation[]): Quotation[] {
  return touching(quotations, content).filter(quotation => !isAroundCue(quotation, cue))
}

function isAroundCue(quotation: Quotation, cue: readonly Span[]): boolean {
  return cue.some(span => contains(quotation, span) && span.start > quotation.start)
}

/** No speech quotes others so often before the words in question: what does is no speech, and time stays linear. */
const MOST_PASSED = 250

/** Quotations that share a character with the span; `quotations` is in text order. */
function touching(quotations: readonly Quotation[], span: Span): Quotation[] {
  const found: Quotation[] = []
  let passed = 0
  // A quotation of the last paragraph can reach far, so the walk back stops only at an outermost one that ends before.
  for (let i = firstFrom(quotations, span.end) - 1; i >= 0 && passed < MOST_PASSED; i -= 1) {
    const quotation = quotations[i] as Quotation
    if (overlaps(span, quotation)) found.push(quotation)
    else if (quotation.parent === null) break
    else passed += 1
  }
  return found.reverse()
}

/** Index of the first quotation that begins at or after `end`. */
function firstFrom(quotations: readonly Quotation[], end: number): number {
  return firstAfter(quotations, end - 1, ({ start }) => start)
}
