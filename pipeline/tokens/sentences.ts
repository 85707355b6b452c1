import type { WinkToken } from '../../src/nlp/wink.ts'
import { followsTitle, isShortTitle, opensSentence } from './abbreviations.ts'

const CLOSING = new Set(['”', '’', ')', ']', '»'])
const OPENING = new Set(['“', '‘', '"', "'", '«', '„'])

/** "No." is an abbreviation only before a number, in figures or as the Romans wrote it; an initial is no number. */
const WORD_WITH_CAPITAL = /^(?:I$|\p{Lu}(?:\.$|['’]?\p{Ll}))/u

const LONGEST_SENTENCE = 400

/**
 * Corrects wink-nlp's sentence ends in one paragraph.
 *
 * wink-nlp ends a sentence after "(D-Wis.)", after "Rev." and after `"Go!"` in `"Go!" he said`; a sentence that goes on
 * in lower case, inside parentheses or after a title is one sentence (measured on news: +1.5 relation F1 together
 * with the quotation fixes). A closing mark belongs to the sentence that it closes. And wink-nlp takes a letter with
 * a full stop for an initial ("£40m. The ministry", "Plan B. He"): before a word that opens sentences it ends one.
 *
 * @returns Index after the last token of each sentence.
 */
export function correctSentenceEnds(tokens: readonly WinkToken[], ends: readonly number[]): number[] {
  const corrected: number[] = []
  let depth = 0
  let scanned = 0
  for (const end of withEndsAfterLetters(tokens, ends)) {
    let moved = end
    while (moved < tokens.length && CLOSING.has((tokens[moved] as WinkToken).text)) moved += 1
    if (moved <= (corrected.at(-1) ?? 0)) continue
    for (; scanned < moved; scanned += 1) {
      const { text } = tokens[scanned] as WinkToken
      if (text === '(') depth += 1
      else if (text === ')' && depth > 0) depth -= 1
    }
    const last = tokens[moved - 1] as WinkToken
    const next = tokens[moved]
    if (
      next !== undefined &&
      (depth > 0 ||
        followsTitle(tokens, moved) ||
        goesOn(last, next) ||
        endsInShort(tokens, moved) ||
        isInsideSum(tokens, moved))
    )
      continue
    depth = 0
    corrected.push(moved)
  }
  if (corrected.at(-1) !== tokens.length && tokens.length > 0) corrected.push(tokens.length)
  return cutLong(corrected)
}

/**
 * The ends that wink-nlp gives, and those after a single letter with a full stop, after "no." that no number
 * follows, and before a quotation.
 */
function withEndsAfterLetters(tokens: readonly WinkToken[], ends: readonly number[]): number[] {
  const found = new Set(ends)
  for (let end = 1; end < tokens.length; end += 1) {
    const letter = (tokens[end - 1] as WinkToken).text
    const { text: next } = tokens[end] as WinkToken
    if (letter.toLowerCase() === 'no.' && (WORD_WITH_CAPITAL.test(next) || CLOSING.has(next))) found.add(end)
    if (opensQuotation(tokens, end)) found.add(end)
    if (letter.length === 2 && letter.endsWith('.') && opensSentence(tokens, end)) found.add(end)
  }
  return [...found].sort((a, b) => a - b)
}

/** "She was ill. “I tried”": a quotation that opens with a capital behind what may be an abbreviation, and is no title. */
function opensQuotation(tokens: readonly WinkToken[], at: number): boolean {
  const [last, mark, word] = [tokens[at - 1] as WinkToken, tokens[at] as WinkToken, tokens[at + 1]]
  if (!/\p{L}\.$/u.test(last.text) || last.text.length === 2 || isShortTitle(last)) return false
  const opens = OPENING.has(mark.text) && mark.start > last.end && word?.start === mark.end
  return opens && /^\p{Lu}/u.test(word.text)
}

/** "Rear Admiral (ret.) Ann Lee": a word in small letters and brackets is cut short. */
function endsInShort(tokens: readonly WinkToken[], end: number): boolean {
  if (tokens[end - 1]?.text !== ')') return false
  const word = tokens[end - 2]?.text === '.' ? end - 3 : end - 2
  return tokens[word - 1]?.text === '(' && /^\p{Ll}{2,6}\.?$/u.test(tokens[word]?.text ?? '')
}

/** "Sh7 | . | 9 billion": wink-nlp takes a sum behind letters for a word. */
function isInsideSum(tokens: readonly WinkToken[], end: number): boolean {
  const [sum, point, rest] = [tokens[end - 2], tokens[end - 1] as WinkToken, tokens[end] as WinkToken]
  if (point.text !== '.' || sum?.end !== point.start || point.end !== rest.start) return false
  return /^\p{L}+\d+$/u.test(sum.text) && /^\d/.test(rest.text)
}

/** Cuts what no writer would call a sentence, so that the time for one stays bounded. */
function cutLong(ends: readonly number[]): number[] {
  const cut: number[] = []
  for (const end of ends) {
    for (let from = cut.at(-1) ?? 0; end - from > LONGEST_SENTENCE; from += LONGEST_SENTENCE)
      cut.push(from + LONGEST_SENTENCE)
    cut.push(end)
  }
  return cut
}

function goesOn(last: WinkToken, next: WinkToken): boolean {
  // wink-nlp breaks "India-U.S." inside the abbreviation.
  if (next.start === last.end && /^\p{Lu}\.?$/u.test(next.text)) return true
  return /^\p{Ll}/u.test(next.text) || next.text === ',' || next.text === ';'
}
