import type { Mention, Token } from '../../../src/domain/layers.ts'
import { readNounSign } from './gender-of-word.ts'
import type { GenderSign } from './gender-rules.ts'
import { isNoun, OWNERS, readNounPhrase } from './noun-phrase.ts'

/** Tokens behind a noun over which an apposition may go on ("of the late mayor"). */
const LONGEST_REST = 14
const OPENS: ReadonlySet<string> = new Set([',', '(', '—', '–'])
const CLOSES: ReadonlySet<string> = new Set([',', '.', ';', ':', ')', '—', '–', '”', '"', '!', '?'])
const BE: ReadonlySet<string> = new Set(['is', 'was', 'became', 'remains', 'remained', 'becomes', "'s", '’s'])
/** "He called the woman Trump met": in front of a name without a comma, these are no titles. */
const BARE: ReadonlySet<string> = new Set(['woman', 'man', 'girl', 'boy'])

/** What stands beside a name: its title, the noun in front of it, the apposition on either side, and what "is" says. */
export function readBesideName(
  tokens: readonly Token[],
  mention: Mention,
  startsName: (token: number) => boolean,
): GenderSign[] {
  const signs = [
    ...readTitle(tokens, mention),
    ...readInFront(tokens, mention),
    ...readAppositionBefore(tokens, mention),
    ...readBehind(tokens, mention, startsName),
  ]
  return signs
}

function signsAt(tokens: readonly Token[], heads: readonly number[]): GenderSign[] {
  return heads.flatMap(head => readNounSign(tokens, head) ?? [])
}

/** "**Mrs.** Lee", "**Actress** Jane Roe", "**Queen** Margrethe". */
function readTitle(tokens: readonly Token[], { firstToken, endToken, name }: Mention): GenderSign[] {
  if (name === null) return []
  const signs: GenderSign[] = []
  for (let i = firstToken; i < endToken - 1; i += 1) {
    const token = tokens[i] as Token
    const inName = token.start >= name.start
    // Of the name itself only its first word: "Queen Margrethe", but "Bo King Lee".
    if (inName && token.start > name.start) break
    if (!inName && tokens[i + 1]?.lower === 'of') break
    signs.push(...signsAt(tokens, [i]))
  }
  return signs
}

/** "The **actress** Jane Roe", "her **husband** Bo Lee", "**actor** and **father** Bo Lee". */
function readInFront(tokens: readonly Token[], { firstToken, name }: Mention): GenderSign[] {
  const before = tokens[firstToken - 1]
  if (name === null || before?.sentence !== tokens[firstToken]?.sentence) return []
  if (before === undefined || !isNoun(before) || BARE.has(before.lower)) return []
  const signs = signsAt(tokens, [firstToken - 1])
  const and = tokens[firstToken - 2]
  const other = tokens[firstToken - 3]
  if (and?.lower === 'and' && other?.pos === 'NOUN') signs.push(...signsAt(tokens, [firstToken - 3]))
  return signs
}

/** "Her **husband**, Bo Lee, left": what follows the name closes it. */
function readAppositionBefore(tokens: readonly Token[], { firstToken, endToken, name }: Mention): GenderSign[] {
  const comma = tokens[firstToken - 1]
  const noun = tokens[firstToken - 2]
  const next = tokens[endToken]
  if (name === null || comma?.text !== ',' || noun?.pos !== 'NOUN') return []
  if (noun.sentence !== comma.sentence || comma.sentence !== tokens[firstToken]?.sentence) return []
  const closes = next === undefined || next.sentence !== comma.sentence || CLOSES.has(next.text)
  return closes ? signsAt(tokens, [firstToken - 2]) : []
}

/** "Jane Roe, 43, a **mother** of three, left"; "Jane Roe, who is a **widow**". */
function readBehind(
  tokens: readonly Token[],
  { endToken }: Mention,
  startsName: (token: number) => boolean,
): GenderSign[] {
  const sentence = tokens[endToken - 1]?.sentence
  const at = (i: number): Token | undefined => (tokens[i]?.sentence === sentence ? tokens[i] : undefined)
  let from = endToken
  let opened = OPENS.has(at(from)?.text ?? '')
  if (opened) {
    from += 1
    // Their age.
    if (at(from)?.pos === 'NUM' && OPENS.has(at(from + 1)?.text ?? '')) from += 2
    else if (at(from)?.pos === 'NUM' && CLOSES.has(at(from + 1)?.text ?? '')) {
      from += 2
      opened = false
    }
  }
  if (opened && at(from)?.lower === 'who') from += 1
  const verb = at(from)
  if (verb !== undefined && BE.has(verb.lower) && (verb.pos === 'AUX' || verb.pos === 'VERB')) {
    const { heads } = readNounPhrase(tokens, from + 1)
    return at(from + 1)?.lower === 'no' || at(from + 1)?.lower === 'not' ? [] : signsAt(tokens, heads)
  }
  if (!opened) return []
  const { heads, end } = readNounPhrase(tokens, from)
  return isClosed(tokens, end, sentence, startsName, OWNERS.has(at(from)?.lower ?? '')) ? signsAt(tokens, heads) : []
}

/**
 * Whether the noun phrase that ends before a token is an apposition of the name before it, and neither the next of a list nor the
 * subject of what follows ("With Bo Lee, a woman said …").
 */
function isClosed(
  tokens: readonly Token[],
  end: number,
  sentence: number | undefined,
  startsName: (token: number) => boolean,
  isOwned: boolean,
): boolean {
  for (let i = end; i < end + LONGEST_REST; i += 1) {
    const token = tokens[i]
    if (token === undefined || token.sentence !== sentence) return true
    if (CLOSES.has(token.text)) {
      // "Bo Lee, his wife, Jane Roe, and …": she is the wife.
      return token.text !== ',' || !(startsName(i + 1) || (isOwned && tokens[i + 1]?.lower === 'and'))
    }
    if (i === end && token.lower !== 'who' && token.pos !== 'ADP' && token.pos !== 'PART') return false
    if (token.lower === 'who' || token.lower === 'whose') return true
    if (token.pos === 'AUX' || (token.pos === 'VERB' && !token.lower.endsWith('ing') && !token.lower.endsWith('ed')))
      return false
  }
  return false
}
