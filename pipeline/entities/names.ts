import type { Token, TokensLayer } from '../../src/domain/layers.ts'
import { GAZETTEER } from '../../src/nlp/gazetteer.ts'
import { readWordList } from '../word-list.ts'

/** A run of tokens that reads as a name, with the title words before it. Token indexes, half-open. */
export interface NameRun {
  readonly from: number
  readonly to: number
  /** First token of the name itself, after titles. */
  readonly nameFrom: number
}

export const TITLES = readWordList(new URL('./lexicon/title.txt', import.meta.url))
const TIMES = readWordList(new URL('./lexicon/time.txt', import.meta.url))
const CONNECTORS = new Set([
  'of',
  'the',
  'for',
  'and',
  '&',
  '-',
  'de',
  'da',
  'del',
  'der',
  'di',
  'bin',
  'al',
  'el',
  'la',
  'van',
  'von',
  'ibn',
  'ben',
  'du',
  'le',
  'ter',
  'wa',
])
const NAME_PARTICLES = new Set([
  'de',
  'da',
  'del',
  'der',
  'di',
  'bin',
  'al',
  'el',
  'la',
  'van',
  'von',
  'ibn',
  'ben',
  'du',
  'le',
  'ter',
  'wa',
  '-',
  '&',
])

/** Finds runs of capitalised words (or words of scripts without capitals beside them) that read as names. */
export function findNames({ tokens, sentences, paragraphs }: TokensLayer): NameRun[] {
  const runs: NameRun[] = []
  const sure = new Set<string>()
  const doubtful: NameRun[] = []
  for (const sentence of sentences) {
    const heading = paragraphs[sentence.paragraph]?.heading === true
    for (let i = sentence.firstToken; i < sentence.endToken; i += 1) {
      if (!startsName(tokens, i, sentence.firstToken, heading)) continue
      const to = endOfName(tokens, i, sentence.endToken)
      const nameFrom = skipTitles(tokens, i, to)
      const run = { from: i, to, nameFrom }
      const single = to - i === 1
      if (heading || (single && i === sentence.firstToken)) doubtful.push(run)
      else if (!(single && isDemonym(tokens[i] as Token))) {
        runs.push(run)
        for (const token of tokens.slice(nameFrom, to)) sure.add(token.text)
      }
      i = to - 1
    }
  }
  // A capital at a sentence's start or in a headline proves nothing: the same words elsewhere, or a gazetteer, do.
  const proved = doubtful.filter(run => isProved(tokens, run, sure))
  return [...runs, ...proved].sort((a, b) => a.from - b.from)
}

function isProved(tokens: readonly Token[], { nameFrom, to }: NameRun, sure: ReadonlySet<string>): boolean {
  const words = tokens.slice(nameFrom, to)
  if (words.length === 1 && isDemonym(words[0] as Token)) return false
  const known = GAZETTEER.get(words.map(token => token.lower).join(' '))
  if (known !== undefined && !known.has('Actor') && !known.has('Honorific')) return true
  return words.every(token => sure.has(token.text))
}

function isNameWord(token: Token | undefined): boolean {
  if (token === undefined || TIMES.has(token.lower)) return false
  if (token.pos === 'PROPN') return /^[\p{Lu}\p{Lo}]/u.test(token.text) || /\p{Lu}/u.test(token.text)
  return false
}

function startsName(tokens: readonly Token[], i: number, sentenceStart: number, heading: boolean): boolean {
  const token = tokens[i] as Token
  const capital = /^\p{Lu}/u.test(token.text)
  if (isNameWord(token)) {
    // A capital at a sentence's start or in a headline says little: the word must be no demonym alone and not listed.
    return !(i === sentenceStart || heading) || capital
  }
  if (!capital || token.pos === 'PRON' || token.pos === 'DET') return false
  if (token.pos === 'NOUN' || token.pos === 'ADJ') {
    const next = tokens[i + 1]
    if (i !== sentenceStart && !heading) return !isDemonym(token) || isNameWord(next)
    return isNameWord(next) && (TITLES.has(token.lower) || GAZETTEER.has(token.lower))
  }
  return false
}

export function isDemonym(token: Token): boolean {
  return GAZETTEER.get(token.lower)?.has('Demonym') === true
}

function endOfName(tokens: readonly Token[], from: number, limit: number): number {
  let to = from + 1
  while (to < limit) {
    const token = tokens[to] as Token
    const capital = /^[\p{Lu}\p{Lo}]/u.test(token.text)
    if (
      (isNameWord(token) || (capital && (token.pos === 'NOUN' || token.pos === 'ADJ' || token.pos === 'X'))) &&
      !TIMES.has(token.lower)
    ) {
      to += 1
      continue
    }
    if (token.pos === 'NUM' && /^\d+$/.test(token.text)) break
    if (!CONNECTORS.has(token.lower)) break
    // "Bank of England", "Ministry of Health and Welfare"; never "Smith and Jones" or "London for Paris".
    const next = tokens[to + 1]
    const second = token.lower === 'of' && next?.lower === 'the' ? tokens[to + 2] : next
    if (second === undefined || !/^\p{Lu}/u.test(second.text) || TIMES.has(second.lower) || !isNameWord(second)) break
    const joins =
      NAME_PARTICLES.has(token.lower) ||
      (/^(?:of|for)$/.test(token.lower) &&
        (isOrganisationWord(tokens[to - 1]) || TITLES.has((tokens[to - 1] as Token).lower)))
    if (!joins) break
    if (token.text === '-' && (tokens[to - 1] as Token).end !== token.start) break
    to += second === next ? 1 : 2
  }
  return to
}

const ORGANISATIONS = readWordList(new URL('./lexicon/organisation.txt', import.meta.url))

export function isOrganisationWord(token: Token | undefined): boolean {
  return token !== undefined && (ORGANISATIONS.has(token.lower) || ORGANISATIONS.has(token.lemma))
}

/** Index of the first word that is no title ("Prime Minister", "Sen.") or nationality before one. */
function skipTitles(tokens: readonly Token[], from: number, to: number): number {
  let i = from
  while (i < to - 1) {
    const word = (tokens[i] as Token).lower.replace(/\.$/, '')
    const pair = `${word} ${(tokens[i + 1] as Token).lower}`
    if (TITLES.has(pair) && i + 2 < to) i += 2
    // "Secretary of Defense Pete Hegseth": the office reaches up to the name's last two words.
    else if (TITLES.has(word) && (tokens[i + 1] as Token).lower === 'of' && to - i > 4) i = to - 2
    else if (TITLES.has(word) || (tokens[i] as Token).lower === '-') i += 1
    else if (i === from && isTitleAhead(tokens, i, to)) i += 1
    else break
  }
  return i
}

/** "U.S. President", "Indian Defence Minister": words before a title belong to it. */
function isTitleAhead(tokens: readonly Token[], i: number, to: number): boolean {
  for (let k = i + 1; k < Math.min(to - 1, i + 4); k += 1) {
    if (TITLES.has((tokens[k] as Token).lower.replace(/\.$/, ''))) return true
  }
  return false
}
