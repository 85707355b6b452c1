import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import { POS_TAGS, type Pos } from '../domain/labels.ts'
import type { Span } from '../domain/span.ts'

/** A token as wink-nlp sees it, located in the text it was given (UTF-16). */
export interface WinkToken extends Span {
  readonly text: string
  readonly lemma: string
  readonly pos: Pos
}

export interface WinkReading {
  readonly tokens: readonly WinkToken[]
  /** Index after the last token of each sentence, ascending; the last equals `tokens.length`. */
  readonly sentenceEnds: readonly number[]
}

// Only what the stages use: named entities and sentiment would cost a third more.
const nlp = winkNLP(model, ['sbd', 'pos'])
const { its } = nlp
const KNOWN_POS: ReadonlySet<string> = new Set(POS_TAGS)
const SPACE = /\s/
const BREAK = /[\t\n\r\v\f\u2028\u2029]/
/** No word is that long, and wink-nlp's time grows with the square of a run without white space. */
const ENDLESS = /\S{400,}/g

/**
 * Tokenises a text and tags it with Universal POS.
 *
 * wink-nlp's own offsets shift when the text holds a BOM, form feed, U+2028 or trailing spaces, so they are not used:
 * each token is found again in `text`, and every returned token equals its slice. Text that wink-nlp drops or alters
 * is covered by plain tokens tagged `X`, so that no word is ever lost.
 */
export function readWithWink(text: string): WinkReading {
  if (!hasEndlessRun(text)) return readPiece(text)
  const tokens: WinkToken[] = []
  const sentenceEnds: number[] = []
  for (const piece of splitEndless(text)) {
    const reading = piece.endless ? null : readPiece(piece.text)
    const offset = tokens.length
    if (reading === null) {
      coverGap(text, piece.start, piece.start + piece.text.length, tokens)
      continue
    }
    for (const token of reading.tokens) {
      tokens.push({ ...token, start: token.start + piece.start, end: token.end + piece.start })
    }
    for (const end of reading.sentenceEnds) sentenceEnds.push(end + offset)
  }
  if (sentenceEnds.at(-1) !== tokens.length && tokens.length > 0) sentenceEnds.push(tokens.length)
  return { tokens, sentenceEnds }
}

/** A quick check that nearly every text fails: the regular expression alone costs as much as a stage. */
function hasEndlessRun(text: string): boolean {
  let run = 0
  for (let i = 0; i < text.length; i += 1) {
    run = text.charCodeAt(i) <= 32 ? 0 : run + 1
    if (run >= 400) return true
  }
  return false
}

function splitEndless(text: string): { readonly text: string; readonly start: number; readonly endless: boolean }[] {
  const pieces: { text: string; start: number; endless: boolean }[] = []
  let from = 0
  for (const match of text.matchAll(ENDLESS)) {
    if (match.index > from) pieces.push({ text: text.slice(from, match.index), start: from, endless: false })
    pieces.push({ text: match[0], start: match.index, endless: true })
    from = match.index + match[0].length
  }
  if (from < text.length) pieces.push({ text: text.slice(from), start: from, endless: false })
  return pieces
}

function readPiece(text: string): WinkReading {
  const doc = nlp.readDoc(text)
  const values = doc.tokens().out() as string[]
  const tags = doc.tokens().out(its.pos) as string[]
  const lemmas = doc.tokens().out(its.lemma as unknown as typeof its.pos) as string[]
  const spans = doc.sentences().out(its.span) as unknown as [number, number][]
  const tokens: WinkToken[] = []
  const sentenceEnds: number[] = []
  let cursor = 0
  let sentence = 0
  for (let i = 0; i < values.length; i += 1) {
    const token = locate(text, cursor, values[i] as string, lemmas[i] as string, tags[i] as string)
    // A value that is nowhere ahead was altered by wink-nlp; the gap is covered when the next known value is found.
    if (token !== null) {
      coverGap(text, cursor, token.start, tokens)
      tokens.push(token)
      cursor = token.end
    }
    if (i === spans[sentence]?.[1]) {
      sentenceEnds.push(tokens.length)
      sentence += 1
    }
  }
  coverGap(text, cursor, text.length, tokens)
  if (sentenceEnds.at(-1) !== tokens.length) {
    if (sentenceEnds.length > 0) sentenceEnds.pop()
    sentenceEnds.push(tokens.length)
  }
  return { tokens, sentenceEnds: sentenceEnds.filter((end, i) => end > (sentenceEnds[i - 1] ?? 0)) }
}

/**
 * Finds a value at or after `from`. Null for line breaks, which wink-nlp counts as tokens or leaves inside one, and for
 * altered text.
 */
function locate(text: string, from: number, value: string, lemma: string, tag: string): WinkToken | null {
  if (BREAK.test(value)) return null
  let start = from
  while (start < text.length && SPACE.test(text[start] as string)) start += 1
  if (!text.startsWith(value, start)) start = text.indexOf(value, start)
  if (start < 0) return null
  const pos = (KNOWN_POS.has(tag) ? tag : 'X') as Pos
  return { start, end: start + value.length, text: value, lemma, pos }
}

function coverGap(text: string, from: number, to: number, tokens: WinkToken[]): void {
  if (from >= to || (to - from === 1 && text.charCodeAt(from) === 32)) return
  for (const match of text.slice(from, to).matchAll(/[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu)) {
    const start = from + match.index
    const word = match[0]
    tokens.push({ start, end: start + word.length, text: word, lemma: word.toLowerCase(), pos: 'X' })
  }
}
