import type { Span } from '../../src/domain/span.ts'

/** A dash without spaces goes on with the same clause; the model learned from papers that set spaces around it. */
const JOINING_DASH = /^[–—]\S/u
/** The model reads a window around the cue, a quotation can go on over paragraphs. */
const NEXT_PARAGRAPH = /^[.,?!…]*["”’']*\s*\n/u
/** What a second verb of the same source begins with, or whom it cites in turn. */
const SAME_SOURCE = /^,? (?:but|and|citing|quoting) /u

/**
 * The content of an attribution that model (`own`) and rule (`other`) both found: the model's, unless it breaks off
 * where it is known to and the rule goes on from there, or runs on over what the same source did next, where the rule
 * ends.
 */
export function reconcileContent(text: string, own: readonly Span[], other: readonly Span[]): readonly Span[] {
  const [end, otherEnd] = [own.at(-1)?.end, other.at(-1)?.end]
  if (end === undefined || otherEnd === undefined || own[0]?.start !== other[0]?.start) return own
  if (end < otherEnd) {
    const rest = text.slice(end, end + 12)
    return JOINING_DASH.test(rest) || NEXT_PARAGRAPH.test(rest) ? other : own
  }
  return end > otherEnd && SAME_SOURCE.test(text.slice(otherEnd, otherEnd + 10)) ? other : own
}
