import type { Attribution, Quotation, Sentence, Token } from '../../../src/domain/layers.ts'
import { overlaps, type Span, sliceOf } from '../../../src/domain/span.ts'
import { firstAfter } from '../../positions/first-after.ts'
import { firstTokenAfter } from '../../positions/token-search.ts'
import { readManner, readMessage, readMessenger } from './find-speaker.ts'
import { type QuotedText, sentenceBefore, stretchOf } from './quoted-text.ts'

/** What somebody does while they speak; what they do it at is none of their words. */
const GESTURES: ReadonlySet<string> = new Set(
  'address chuckle frown gesture glance greet grin laugh look nod point shrug sigh smile thank wave wink'.split(' '),
)
const SO = /(?<=["”“»«’'])\s+(?:So|Thus)$/u

/**
 * Contents without quotations that another's sentence leads to: in "“It will fail,” said Ann Lee. Her deputy was less sure. “It
 * might work.”" the deputy speaks last. And sources without the noun that carries their words: in "Ann Lee’s reply was curt:
 * “Never.”" Ann Lee speaks.
 */
export function releaseQuotations(quoted: QuotedText, attributions: readonly Attribution[]): Attribution[] {
  const inside = Map.groupBy(attributions, ({ parent }) => parent)
  return attributions.map((one, i) => {
    if (one.parent !== null) return one
    const own = beginAfterOthers(quoted, one, inside.get(i) ?? [])
    return withMessenger(quoted, withoutSo(quoted, withoutLead(quoted, endBeforeOthers(quoted, own))))
  })
}

/** "“We lost,” said Ann Lee, and “they won,” | said Bo Roy": his words begin behind hers. */
function beginAfterOthers({ outermost }: QuotedText, one: Attribution, inside: readonly Attribution[]): Attribution {
  const [first, ...others] = one.content
  if (first === undefined || first.end > (one.cue[0] as Span).start) return one
  const before = inside.find(({ cue, source, content: [quotation] }) => {
    if (quotation === undefined || quotation.start !== first.start || source.length === 0) return false
    return quotation.end <= (cue[0] as Span).start && isQuotation(outermost, quotation)
  })
  if (before === undefined) return one
  const next = outermost[firstAfter(outermost, stretchOf(before).end, ({ start }) => start)]
  return next === undefined || next.start >= first.end
    ? one
    : { ...one, content: [{ start: next.start, end: first.end }, ...others] }
}

function isQuotation(outermost: readonly Quotation[], { start, end }: Span): boolean {
  const quotation = outermost[firstAfter(outermost, start, one => one.start) - 1]
  return quotation?.start === start && quotation.end <= end + 1
}

function endBeforeOthers(quoted: QuotedText, one: Attribution): Attribution {
  const cue = (one.cue[0] as Span).end
  const content = one.content.flatMap((span, i): Span[] => {
    if (i === 0 && span.start < cue) return [span]
    const others = quotationsWithin(quoted, span).find(quotation => isOthers(quoted, one, quotation))
    if (others === undefined) return [span]
    if (others.start <= span.start) return []
    const kept = quoted.reading.text.slice(span.start, (sentenceBefore(quoted, others.firstToken) as Sentence).start)
    return kept.trim() === '' ? [] : [{ start: span.start, end: span.start + kept.trimEnd().length }]
  })
  const isSame = content.length === one.content.length && content.every((span, i) => span === one.content[i])
  return content.length === 0 || isSame ? one : { ...one, content }
}

/** Whether a sentence that is none of an attribution's stands before a quotation, and says that somebody else speaks. */
function isOthers(quoted: QuotedText, one: Attribution, quotation: Quotation): boolean {
  const { reading } = quoted
  const before = sentenceBefore(quoted, quotation.firstToken)
  const own = reading.layer.sentences[(reading.tokens[quotation.firstToken] as Token).sentence]
  if (before === null || own?.firstToken !== quotation.firstToken || before.paragraph !== own.paragraph) return false
  if (before.start < (one.cue[0] as Span).end) return false
  if ([...one.cue, ...one.source].some(span => overlaps(span, before))) return false
  const range = { from: before.firstToken, to: before.endToken }
  const speaker = readMessage(quoted, range) ?? readManner(quoted, range)
  if (speaker === null) return false
  const words = sliceOf(reading.text, speaker.source)
  if (/^(?:he|she|they|i|we|his|her|their|my|our)$/iu.test(words)) return false
  const known = one.source.map(span => sliceOf(reading.text, span)).join(' ')
  return !known.includes(words.split(/\s+/u).at(-1) as string)
}

/** "Ann Lee put **it more simply.** “We are broke.”": words without a verb before a quotation are none of hers. */
function withoutLead({ reading, outermost }: QuotedText, one: Attribution): Attribution {
  const [first, ...others] = one.content
  if (first === undefined || first.start < (one.cue[0] as Span).end) return one
  const quotation = outermost[firstAfter(outermost, first.start - 1, ({ start }) => start)]
  if (quotation === undefined || quotation.start === first.start || quotation.start >= first.end) return one
  const [from, to] = [firstTokenAfter(reading.tokens, first.start), quotation.firstToken]
  const lead = reading.tokens.slice(from, to)
  const isGesture = GESTURES.has(one.cueLemma)
  if (!isGesture && !/^(?:it|this|that)$/u.test(lead[0]?.lower ?? '')) return one
  if (!/^[.:]$/u.test(lead.at(-1)?.text ?? '')) return one
  if (lead.some(({ pos }) => pos === 'VERB' || pos === 'AUX')) return one
  return { ...one, content: [{ start: quotation.start, end: first.end }, ...others] }
}

/** "“It was a wall.” **So** says Ann Lee.": the word that points back is none of hers. */
function withoutSo({ reading: { text }, outermost }: QuotedText, one: Attribution): Attribution {
  const last = one.content.at(-1)
  if (last === undefined || last.end > (one.cue[0] as Span).start) return one
  if (/^(?:So|Thus)$/u.test(sliceOf(text, last))) {
    const { start, end } = outermost[firstAfter(outermost, last.start, one => one.start) - 1] ?? last
    return start < last.start && text.slice(end, last.start).trim() === '' ? { ...one, content: [{ start, end }] } : one
  }
  const [so] = SO.exec(text.slice(Math.max(last.start, last.end - 12), last.end)) ?? []
  return so === undefined
    ? one
    : { ...one, content: [...one.content.slice(0, -1), { start: last.start, end: last.end - so.length }] }
}

function withMessenger(quoted: QuotedText, one: Attribution): Attribution {
  const [only, second] = one.source
  const [first] = one.content
  if (only === undefined || second !== undefined || first === undefined) return one
  const { text, tokens } = quoted.reading
  if (!/["“„«‘']/u.test(text[first.start] ?? '')) return one
  const range = { from: firstTokenAfter(tokens, only.start), to: firstTokenAfter(tokens, only.end - 1) + 1 }
  const source = readMessenger(quoted, range)
  return source === null ? one : { ...one, source: [source] }
}

function quotationsWithin({ outermost }: QuotedText, { start, end }: Span): Quotation[] {
  const found: Quotation[] = []
  for (let i = firstAfter(outermost, start - 1, one => one.start); i < outermost.length; i += 1) {
    const quotation = outermost[i] as Quotation
    if (quotation.start >= end) break
    found.push(quotation)
  }
  return found
}
