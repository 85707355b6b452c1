import type { Quotation } from '../../src/domain/layers.ts'
import { contains, overlaps, type Span } from '../../src/domain/span.ts'
import { firstAfter } from './first-after.ts'

/** The quotations that share a character with a span of content and are not around the cue too; `quotations` is in text order. */
export function quotationsOf(content: Span, cue: readonly Span[], quotations: readonly Quotation[]): Quotation[] {
  return touching(quotations, content).filter(quotation => !isAroundCue(quotation, cue))
}

/** Whether the cue stands inside the quotation: its marks are somebody else's. A cue that is the opening mark stands before the words. */
export function isAroundCue(quotation: Quotation, cue: readonly Span[]): boolean {
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
