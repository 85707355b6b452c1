import { type Span, sliceOf } from '../../../src/domain/span.ts'

/** A dash without spaces goes on with the same clause; the model learned from papers that set spaces around it. */
const JOINING_DASH = /^[–—]\S/u
/** The model reads a window around the cue, a quotation can go on over paragraphs. */
const NEXT_PARAGRAPH = /^[.,?!…]*["”’']*\s*\n/u
/** What a second verb of the same source begins with, or whom it cites in turn. */
const SAME_SOURCE = /^,? (?:but|and|citing|quoting) /u
/** What joins a second speaker's quotation to the first one's: "“We lost,” said Lee, **and** “they won,” said Roy". */
const JOINING = /^(?:and|but|or|while),? $/u
const QUOTATION = /^["“„«»‘'`].*["”“»«’'][.,]?$/su

/**
 * The content of an attribution that model (`own`) and rule (`other`) both found: the model's, unless it breaks off
 * where it is known to and the rule goes on from there, or runs on over what the same source did next, where the rule
 * ends. A quotation that the rule has whole is never cut: a model sees so many words around a cue and no more.
 */
export function reconcileContent(text: string, own: readonly Span[], other: readonly Span[]): readonly Span[] {
  return withWholeQuotations(text, chooseContent(text, own, other), other)
}

function withWholeQuotations(text: string, own: readonly Span[], other: readonly Span[]): readonly Span[] {
  const quotations = other.filter(span => QUOTATION.test(sliceOf(text, span)))
  const isCut = (at: number) => quotations.find(({ start, end }) => start < at && at < end)
  if (!own.some(({ start, end }) => isCut(start) !== undefined || isCut(end) !== undefined)) return own
  const whole: { start: number; end: number }[] = []
  for (const { start, end } of own) {
    const grown = { start: isCut(start)?.start ?? start, end: isCut(end)?.end ?? end }
    const last = whole.at(-1)
    // Two pieces of one quotation become one.
    if (last !== undefined && grown.start <= last.end) last.end = Math.max(last.end, grown.end)
    else whole.push(grown)
  }
  return whole
}

function chooseContent(text: string, own: readonly Span[], other: readonly Span[]): readonly Span[] {
  const [first, otherFirst] = [own[0], other[0]]
  if (first !== undefined && otherFirst !== undefined && QUOTATION.test(sliceOf(text, otherFirst)))
    if (JOINING.test(text.slice(first.start, otherFirst.start)))
      return chooseContent(text, [{ ...first, start: otherFirst.start }, ...own.slice(1)], other)
  const [end, otherEnd] = [own.at(-1)?.end, other.at(-1)?.end]
  if (end === undefined || otherEnd === undefined || own[0]?.start !== other[0]?.start) return own
  if (end < otherEnd) {
    const rest = text.slice(end, end + 12)
    return JOINING_DASH.test(rest) || NEXT_PARAGRAPH.test(rest) ? other : own
  }
  return end > otherEnd && SAME_SOURCE.test(text.slice(otherEnd, otherEnd + 10)) ? other : own
}
