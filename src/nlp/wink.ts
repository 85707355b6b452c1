import type { Pos } from '../domain/labels.ts'
import type { Span } from '../domain/span.ts'
import { toPlainLetters } from './latin-letters.ts'
import { its, readDocument } from './wink-reader.ts'
import { lowerOf, type WordReading } from './word-readings.ts'

/**
 * A token as wink-nlp sees it, located in the text it was given (UTF-16). Tag and sentence are for the caller to settle,
 * in place: a second object a token would cost a tenth of the whole reading.
 */
export interface WinkToken extends Span {
  readonly text: string
  /** `text` in lower case with straight apostrophes. */
  readonly lower: string
  /** In lower case. */
  lemma: string
  pos: Pos
  sentence: number
}

export interface WinkReading {
  readonly tokens: readonly WinkToken[]
  /** Index after the last token of each sentence, ascending; the last equals `tokens.length`. */
  readonly sentenceEnds: readonly number[]
}

const SPACE = /\s/
/** No word and no gap is that long, and wink-nlp's time grows with the square of a run without white space, or of nothing else. */
const LONGEST_RUN = 400

/**
 * Tokenises a text and tags it with Universal POS.
 *
 * wink-nlp's own offsets shift when the text holds a BOM, form feed, U+2028 or trailing spaces, so they are not used:
 * each token is found again in `text`, and every returned token equals its slice. Text that wink-nlp drops or alters
 * is covered by plain tokens tagged `X`, so that no word is ever lost.
 */
export function readWithWink(text: string): WinkReading {
  // Wink-nlp parts a word before and behind a letter that it does not know ("Wi", "ś", "niewski").
  const plain = toPlainLetters(text)
  const reading = readPlain(plain)
  return plain === text ? reading : { ...reading, tokens: reading.tokens.map(token => inOwnLetters(token, text)) }
}

function inOwnLetters(token: WinkToken, text: string): WinkToken {
  const own = text.slice(token.start, token.end)
  if (own === token.text) return token
  const lower = lowerOf(own)
  return { ...token, text: own, lower, lemma: token.lemma === token.lower ? lower : token.lemma }
}

function readPlain(text: string): WinkReading {
  const pieces = splitEndless(text)
  if (pieces.length < 2 && pieces[0]?.run !== 'word') return readPiece(text)
  const tokens: WinkToken[] = []
  const sentenceEnds: number[] = []
  for (const piece of pieces) {
    const offset = tokens.length
    if (piece.run === 'word') coverGap(text, piece.start, piece.start + piece.text.length, tokens)
    if (piece.run !== null) continue
    const reading = readPiece(piece.text)
    for (const token of reading.tokens) {
      tokens.push({ ...token, start: token.start + piece.start, end: token.end + piece.start })
    }
    for (const end of reading.sentenceEnds) sentenceEnds.push(end + offset)
  }
  if (sentenceEnds.at(-1) !== tokens.length && tokens.length > 0) sentenceEnds.push(tokens.length)
  return { tokens, sentenceEnds }
}

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 128) return code === 32 || (code >= 9 && code <= 13)
  return SPACE.test(text[at] as string)
}

/** A part of a text, and whether it is nothing but an endless word or an endless gap. */
interface Piece {
  readonly text: string
  readonly start: number
  readonly run: 'word' | 'gap' | null
}

function splitEndless(text: string): Piece[] {
  const pieces: Piece[] = []
  const add = (start: number, end: number, run: Piece['run']) => {
    if (end > start) pieces.push({ text: text.slice(start, end), start, run })
  }
  let from = 0
  let runFrom = 0
  let isGap = text.length > 0 && isSpace(text, 0)
  // By hand: a regular expression's stack overflows on a run of some millions.
  for (let at = 1; at <= text.length; at += 1) {
    if (at < text.length && isSpace(text, at) === isGap) continue
    if (at - runFrom >= LONGEST_RUN) {
      add(from, runFrom, null)
      add(runFrom, at, isGap ? 'gap' : 'word')
      from = at
    }
    runFrom = at
    isGap = !isGap
  }
  add(from, text.length, null)
  return pieces
}

function readPiece(text: string): WinkReading {
  const { document, words } = readDocument(text)
  const all = document.tokens()
  const ids = all.out(its.uniqueId) as unknown as number[]
  const tags = all.out(its.pos) as string[]
  const contractions = all.out(its.contractionFlag) as boolean[]
  const spans = document.sentences().out(its.span) as unknown as [number, number][]
  const tokens: WinkToken[] = []
  const sentenceEnds: number[] = []
  let cursor = 0
  let sentence = 0
  for (let i = 0; i < ids.length; i += 1) {
    const id = ids[i] as number
    const tag = tags[i] as string
    const contracted = contractions[i] as boolean
    const reading = words.find(id, tag, contracted) ?? words.add(id, tag, contracted, all.itemAt(i))
    const { text: value, lower, lemma, pos, broken, parts } = reading
    const next = skipSpace(text, cursor, text.length)
    // A value that is nowhere ahead was altered by wink-nlp; the gap is covered when the next known value is found.
    const start = broken ? -1 : text.startsWith(value, next) ? next : text.indexOf(value, next)
    if (start >= 0) {
      if (start > next) coverGap(text, next, start, tokens)
      cursor = start + value.length
      if (parts === null) tokens.push({ start, end: cursor, text: value, lower, lemma, pos, sentence: 0 })
      else pushParts(parts, start, tokens)
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

function pushParts(parts: readonly WordReading[], from: number, tokens: WinkToken[]): void {
  let start = from
  for (const { text, lower, lemma, pos } of parts) {
    const end = start + text.length
    tokens.push({ start, end, text, lower, lemma, pos, sentence: 0 })
    start = end
  }
}

function skipSpace(text: string, from: number, to: number): number {
  let at = from
  while (at < to && isSpace(text, at)) at += 1
  return at
}

function coverGap(text: string, from: number, to: number, tokens: WinkToken[]): void {
  // Nearly every gap is white space, for which a regular expression is too dear.
  const first = skipSpace(text, from, to)
  if (first >= to) return
  for (let start = first; start < to; ) {
    const end = Math.min(endOfWord(text, start), to)
    const word = text.slice(start, end)
    const lower = lowerOf(word)
    tokens.push({ start, end, text: word, lower, lemma: lower, pos: 'X', sentence: 0 })
    start = skipSpace(text, end, to)
  }
}

/** Piece by piece: a regular expression's stack overflows on a run of some millions. */
const PIECE_OF_WORD = /[\p{L}\p{M}\p{N}]{1,4096}/uy

/** Where the run of letters and digits that begins at `start` ends, or the sign that stands there. */
function endOfWord(text: string, start: number): number {
  let end = start
  PIECE_OF_WORD.lastIndex = start
  while (PIECE_OF_WORD.test(text)) end = PIECE_OF_WORD.lastIndex
  return end > start ? end : start + String.fromCodePoint(text.codePointAt(start) as number).length
}
