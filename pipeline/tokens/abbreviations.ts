import type { WinkToken } from '../../src/nlp/wink.ts'
import { readWordList } from '../word-list.ts'

/** Titles and ranks that are written short before a name, without their points ("insp", "mme"). */
const TITLES = readWordList(new URL('./lexicon/title-abbreviation.txt', import.meta.url))
/** What is written short before a number ("Fig. 3", "vol. 2"). */
const BEFORE_NUMBER = readWordList(new URL('./lexicon/number-abbreviation.txt', import.meta.url))
/** With a small letter these are words, or units behind a number of their own. */
const WORDS_TOO: ReadonlySet<string> = new Set(['art', 'ch', 'pt', 'sec'])
/** Initials count: "Insp. G. Tait". */
const CAPITAL = /^\p{Lu}/u
/** Whoever is addressed so is named next: "Mr. He" is somebody. */
const ADDRESS: ReadonlySet<string> = new Set(['mr.', 'mrs.', 'ms.', 'mx.', 'dr.', 'mme.', 'mlle.', 'dkt.'])
const DIGIT = /^\p{Nd}/u

/** Words that open a sentence, and with a capital nothing else: no name begins with them. */
const OPENERS: ReadonlySet<string> = new Set([
  'After', 'And', 'As', 'At', 'Before', 'But', 'By', 'For', 'He', 'Her', 'His', 'However', 'If', 'In', 'It', 'Its',
  'Meanwhile', 'On', 'She', 'Since', 'That', 'The', 'Their', 'There', 'These', 'They', 'This', 'Those', 'We', 'When',
  'While', 'With',
]) // biome-ignore format: a word list reads better unbroken

/** Whether a sentence can begin at a token, and no name. */
export function opensSentence(tokens: readonly WinkToken[], at: number): boolean {
  const { text } = tokens[at] as WinkToken
  // "He Wei" is somebody's name.
  return OPENERS.has(text) && !(text === 'He' && CAPITAL.test(tokens[at + 1]?.text ?? ''))
}

/** Whether a token is a title written short, with its point. */
export function isShortTitle({ lower }: WinkToken): boolean {
  return lower.endsWith('.') && TITLES.has(lower.slice(0, -1))
}

/** Whether the token at an index is part of what a title written short stands before: anything but a new sentence. */
export function followsTitle(tokens: readonly WinkToken[], at: number): boolean {
  const title = tokens[at - 1]
  if (title === undefined || !isShortTitle(title)) return false
  // "John Roe Sr." is behind a name.
  const isBehind = title.lower === 'sr.' && CAPITAL.test(tokens[at - 2]?.text ?? '') && tokens[at - 2]?.pos === 'PROPN'
  const opener = isBehind ? OPENERS.has((tokens[at] as WinkToken).text) : opensSentence(tokens, at)
  return !opener || ADDRESS.has(title.lower)
}

/**
 * Makes one token of a title and the point behind it ("Insp" and "." before "Gwen Tait"), as wink-nlp does of the few that it
 * knows, and of what is short before a number.
 *
 * @param ends Index after the last token of each sentence, ascending.
 * @returns The same with indexes that fit; what was given where there is nothing to join.
 */
export function joinAbbreviations(
  tokens: readonly WinkToken[],
  ends: readonly number[],
): { readonly tokens: readonly WinkToken[]; readonly ends: readonly number[] } {
  const points = tokens.flatMap(({ text }, i) => (text === '.' && isShort(tokens, i - 1) ? [i] : []))
  if (points.length === 0) return { tokens, ends }
  const dropped = new Set(points)
  const joined = tokens.flatMap((token, i) => {
    if (dropped.has(i)) return []
    return dropped.has(i + 1) ? [withPoint(token)] : [token]
  })
  const moved: number[] = []
  let before = 0
  for (const end of ends) {
    while ((points[before] ?? Number.POSITIVE_INFINITY) < end) before += 1
    if (!dropped.has(end - 1)) moved.push(end - before)
  }
  return { tokens: joined, ends: moved }
}

function isShort(tokens: readonly WinkToken[], at: number): boolean {
  const [token, point, next] = [tokens[at], tokens[at + 1], tokens[at + 2]]
  if (token === undefined || point === undefined || next === undefined) return false
  if (token.end !== point.start || next.start === point.end) return false
  if (TITLES.has(token.lower) && CAPITAL.test(token.text))
    return CAPITAL.test(next.text) && (ADDRESS.has(`${token.lower}.`) || !opensSentence(tokens, at + 2))
  if (!BEFORE_NUMBER.has(token.lower) || !DIGIT.test(next.text)) return false
  return !WORDS_TOO.has(token.lower) || CAPITAL.test(token.text)
}

function withPoint({ start, end, text, lower, sentence }: WinkToken): WinkToken {
  const pos = TITLES.has(lower) ? 'PROPN' : 'NOUN'
  return { start, end: end + 1, text: `${text}.`, lower: `${lower}.`, lemma: `${lower}.`, pos, sentence }
}
