import type { Attribution, Mention, Paragraph, Quotation, Sentence, Token } from '../../../src/domain/layers.ts'
import { overlaps, type Span } from '../../../src/domain/span.ts'
import { firstAfter } from '../../positions/first-after.ts'
import { type Reading, sentenceOf } from '../rules/match/reading.ts'

/** An article as those look at it who ask whose a quotation is. Spans are UTF-16. */
export interface QuotedText {
  readonly reading: Reading
  /** Quotations that stand in no other, in text order. */
  readonly outermost: readonly Quotation[]
  /** Names of people and bodies, in text order. */
  readonly names: readonly Mention[]
}

export function paragraphOf({ reading }: QuotedText, token: number): Paragraph {
  return reading.layer.paragraphs[sentenceOf(reading, token).paragraph] as Paragraph
}

/** The sentence right before a token's, of its paragraph or of the one before; null where there is none. */
export function sentenceBefore({ reading }: QuotedText, token: number): Sentence | null {
  return reading.layer.sentences[(reading.tokens[token] as Token).sentence - 1] ?? null
}

/** Names that lie in a span, outside of quotations. */
export function namesWithin({ reading, names }: QuotedText, { start, end }: Span): Mention[] {
  const found: Mention[] = []
  for (let i = firstAfter(names, start - 1, one => one.start); i < names.length; i += 1) {
    const name = names[i] as Mention
    if (name.start >= end) break
    if (name.end <= end && reading.quotationAt[name.firstToken] === -1) found.push(name)
  }
  return found
}

const MARK = /^(?:["“”„«»‘’'`]|''|``)$/u
const LAST = /^(?:[.!?…;,:—–-]|\.\.\.|--)$/u

/** Whether words end as a sentence does, a mark behind them or before. */
export function endsAsSentence({ reading }: QuotedText, { firstToken, endToken }: Quotation): boolean {
  let last = endToken - 1
  while (last > firstToken && MARK.test((reading.tokens[last] as Token).text)) last -= 1
  return /[.!?…]$/u.test((reading.tokens[last] as Token).text) || /^[.!?…]/u.test(reading.tokens[endToken]?.text ?? '')
}

/** Whether a quotation is a sentence by itself, or several: nothing else stands in the sentences that it begins and ends in. */
export function isWholeSentence({ reading }: QuotedText, { firstToken, endToken }: Quotation): boolean {
  if (sentenceOf(reading, firstToken).firstToken !== firstToken) return false
  const { endToken: end } = sentenceOf(reading, endToken - 1)
  for (let i = endToken; i < end; i += 1) if (!LAST.test((reading.tokens[i] as Token).text)) return false
  return true
}

/** The parts of a quotation, one a paragraph, with their marks. */
export function partsOf({ reading }: QuotedText, { start, end, inner }: Quotation): Span[] {
  const { paragraphs } = reading.layer
  return inner.map((words, i) => ({
    start:
      i === 0 ? start : (paragraphs[firstAfter(paragraphs, words.start, one => one.start) - 1]?.start ?? words.start),
    end: i === inner.length - 1 ? end : words.end,
  }))
}

/** From where to where an attribution stands, cue, source and content together. */
export function stretchOf({ cue, source, content }: Pick<Attribution, 'cue' | 'source' | 'content'>): Span {
  const spans = [...cue, ...source, ...content]
  return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) }
}

/** Spans with another one, those that it touches joined to it. In text order. */
export function withSpan(spans: readonly Span[], added: Span): Span[] {
  const touching = spans.filter(span => overlaps(span, added))
  const joined = {
    start: Math.min(added.start, ...touching.map(({ start }) => start)),
    end: Math.max(added.end, ...touching.map(({ end }) => end)),
  }
  return [...spans.filter(span => !touching.includes(span)), joined].sort((a, b) => a.start - b.start)
}
