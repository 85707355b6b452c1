import type { Attribution, Quotation } from '../../../src/domain/layers.ts'
import { contains, type Span, sliceOf } from '../../../src/domain/span.ts'
import { firstAfter } from '../../positions/first-after.ts'
import { paragraphAt } from '../../positions/paragraph-search.ts'
import { speaksOfItself } from './find-speaker.ts'
import type { Antecedent, Owned } from './owned-quotation.ts'
import { type QuotedText, stretchOf } from './quoted-text.ts'

/** Somebody asks and somebody answers, one right after the other. */
export interface Dialogue {
  readonly asks: Antecedent
  readonly answers: Antecedent
  /** Quotations that follow, each a paragraph by itself, none of which asks: either may speak first. */
  readonly unclear: ReadonlySet<Quotation>
}

/** Words of which every sentence asks: “And was it red?” */
const ALL_ASKING = /^["“„«‘'`\s]*[^.!?…]+\?(?:\s+[^.!?…]+\?)*["”“»’'\s]*$/u
/** Whoever answers in more paragraphs tells a story. */
const LONGEST_RUN = 12
const WORD = /[\p{L}\p{N}]/u
const ASKING = /^(?:ask|inquire|enquire|demand|wonder)$/u

/**
 * Who asks and who answers, by the one who answers (index).
 *
 * @param outermost attributions that stand in no other, in text order
 */
export function findDialogues(quoted: QuotedText, outermost: readonly Antecedent[]): ReadonlyMap<number, Dialogue> {
  const { text } = quoted.reading
  const found = new Map<number, Dialogue>()
  for (const [i, answers] of outermost.entries()) {
    const asks = outermost[i - 1]
    if (asks === undefined || !isAsked(asks.one) || isAsked(answers.one) || answers.one.act === 'no-comment') continue
    if (answers.one.source.length === 0 || asks.one.source.length === 0) continue
    const end = Math.max(asks.end, ...asks.one.addressee.map(span => span.end))
    if (WORD.test(text.slice(end, Math.max(end, answers.start)))) continue
    if (sourceOf(text, asks.one) !== sourceOf(text, answers.one))
      found.set(answers.index, { asks, answers, unclear: findUnclear(quoted, answers) })
  }
  return found
}

/** "“Red,” said Roy. ¶ “You said so.” ¶ “I did.”": two or more paragraphs, each one quotation, of which none says whose it is. */
function findUnclear(quoted: QuotedText, { one }: Antecedent): ReadonlySet<Quotation> {
  const { outermost, reading } = quoted
  const { text, layer } = reading
  const from = paragraphAt(layer.paragraphs, (one.cue[0] as Span).start)
  let end = from?.end ?? text.length
  const found: Quotation[] = []
  for (let i = firstAfter(outermost, end - 1, ({ start }) => start); i < outermost.length; i += 1) {
    const quotation = outermost[i] as Quotation
    const paragraph = paragraphAt(layer.paragraphs, quotation.start)
    const isAlone = paragraph?.start === quotation.start && paragraph.end === quotation.end && quotation.balanced
    if (!isAlone || WORD.test(text.slice(end, quotation.start)) || found.length === LONGEST_RUN) break
    if (onlyAsks(quoted, quotation)) return new Set()
    found.push(quotation)
    end = quotation.end
  }
  return found.length < 2 ? new Set() : new Set(found)
}

function isAsked({ act, cueLemma }: Owned): boolean {
  return act === 'question' || ASKING.test(cueLemma)
}

function sourceOf(text: string, { source }: Owned): string {
  return source.map(span => sliceOf(text, span)).join(' ')
}

/** Contents of those who answer without what they are asked next, a quotation by itself that only asks, and without what is unclear. */
export function leaveQuestionsToAsker(quoted: QuotedText, attributions: readonly Attribution[]): Attribution[] {
  const dialogues = findDialogues(quoted, listOutermost(attributions))
  return attributions.map((one, i) => {
    const dialogue = dialogues.get(i)
    if (dialogue === undefined) return one
    const isOthers = (quotation: Quotation) => dialogue.unclear.has(quotation) || onlyAsks(quoted, quotation)
    const from = Math.max(...[...one.cue, ...one.source].map(({ end }) => end))
    const content = one.content.flatMap(span => (span.start < from ? [span] : without(quoted, span, isOthers)))
    const isSame = content.every((span, k) => span === one.content[k])
    return isSame && content.length === one.content.length ? one : { ...one, content }
  })
}

/** Attributions that stand in no other, with where they stand, by where they begin. */
export function listOutermost(attributions: readonly Attribution[]): Antecedent[] {
  return attributions
    .flatMap((one, index): Antecedent[] => (one.parent === null ? [{ index, one, ...stretchOf(one) }] : []))
    .sort((a, b) => a.start - b.start)
}

/** Whether a quotation asks and does nothing else; who answers asks of themselves ("What could I do?"). */
export function onlyAsks({ reading: { text } }: QuotedText, quotation: Span): boolean {
  const words = sliceOf(text, quotation)
  return ALL_ASKING.test(words) && !speaksOfItself(words)
}

/** Whether nothing but quotations stands between who answers and a quotation, or at least right before it. */
export function followsQuotation(quoted: QuotedText, { one }: Antecedent, { start }: Span): boolean {
  const { reading, outermost } = quoted
  const before = outermost[firstAfter(outermost, start - 1, quotation => quotation.start) - 1]
  const own = [...one.cue, ...one.source, ...one.content].map(span => span.end).filter(end => end <= start)
  const end = Math.max(before?.end ?? 0, ...own)
  return end <= start && !WORD.test(reading.text.slice(end, start))
}

function without(quoted: QuotedText, span: Span, isOthers: (quotation: Quotation) => boolean): Span[] {
  const { text } = quoted.reading
  const kept: Span[] = []
  let from = span.start
  for (const quotation of quotationsIn(quoted, span)) {
    if (!isOthers(quotation)) continue
    if (WORD.test(text.slice(from, quotation.start))) kept.push(trimmed(text, { start: from, end: quotation.start }))
    from = quotation.end
  }
  if (from === span.start) return [span]
  if (WORD.test(text.slice(from, span.end))) kept.push(trimmed(text, { start: from, end: span.end }))
  return kept
}

function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  return { start: start + words.length - words.trimStart().length, end: start + words.trimEnd().length }
}

function quotationsIn({ outermost }: QuotedText, span: Span): Quotation[] {
  const found: Quotation[] = []
  for (let i = firstAfter(outermost, span.start - 1, ({ start }) => start); i < outermost.length; i += 1) {
    const quotation = outermost[i] as Quotation
    if (quotation.start >= span.end) break
    if (contains(span, quotation)) found.push(quotation)
  }
  return found
}
