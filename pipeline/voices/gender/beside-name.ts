import type { Mention, Token } from '../../../src/domain/layers.ts'
import { isTitle } from '../../word-classes.ts'
import { readNounSign } from './gender-of-word.ts'
import type { GenderSign } from './gender-rules.ts'
import { findOwner, isNoun, OWNERS, readNounPhrase } from './noun-phrase.ts'

/** Tokens behind a noun over which an apposition may go on ("of the late mayor"). */
const LONGEST_REST = 14
const OPENS: ReadonlySet<string> = new Set([',', '(', '—', '–'])
const CLOSES: ReadonlySet<string> = new Set([',', '.', ';', ':', ')', '—', '–', '”', '"', '!', '?'])
const BE: ReadonlySet<string> = new Set(['is', 'was', 'became', 'remains', 'remained', 'becomes', "'s", '’s'])
/** "He called the woman Trump met": in front of a name without a comma, these are no titles. */
const BARE: ReadonlySet<string> = new Set(['woman', 'man', 'girl', 'boy'])

/** What stands beside a name. */
export interface BesideName {
  readonly signs: readonly GenderSign[]
  /** Tokens of whose the nouns are that say a gender: of "**her** husband, Bo Lee" her is somebody else. */
  readonly owners: readonly number[]
}

/** Reads its title, the noun in front of it, the apposition on either side, and what "is" says. */
export function readBesideName(
  tokens: readonly Token[],
  mention: Mention,
  startsName: (token: number) => boolean,
): BesideName {
  const nouns = [
    ...findInFront(tokens, mention),
    ...findAppositionBefore(tokens, mention),
    ...findBehind(tokens, mention, startsName),
  ]
  const told = nouns.flatMap(noun => readNounSign(tokens, noun) ?? [])
  const gendered = nouns.filter(noun => readNounSign(tokens, noun) !== null)
  return {
    signs: [...readTitle(tokens, mention), ...told],
    owners: gendered.flatMap(noun => findOwner(tokens, noun) ?? []),
  }
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
    const sign = readNounSign(tokens, i)
    if (sign !== null) signs.push(isTitle(token) ? asTitle(sign) : sign)
  }
  return signs
}

/** "**Queen** Margrethe" has a title; "**Chairman** Lee" has one that is said of anybody. */
function asTitle(sign: GenderSign): GenderSign {
  return sign.rule === 'gender-noun' ? { ...sign, rule: 'gender-title' } : sign
}

/** "The **actress** Jane Roe", "her **husband** Bo Lee", "**actor** and **father** Bo Lee". */
function findInFront(tokens: readonly Token[], { firstToken, name }: Mention): number[] {
  const before = tokens[firstToken - 1]
  if (name === null || before?.sentence !== tokens[firstToken]?.sentence) return []
  if (before === undefined || !isNoun(before) || BARE.has(before.lower)) return []
  const isJoined = tokens[firstToken - 2]?.lower === 'and' && tokens[firstToken - 3]?.pos === 'NOUN'
  return isJoined ? [firstToken - 3, firstToken - 1] : [firstToken - 1]
}

/** "Her **husband**, Bo Lee, left": what follows the name closes it. Other nouns may be no apposition: "In his house, Bo Lee." */
function findAppositionBefore(tokens: readonly Token[], { firstToken, endToken, name }: Mention): number[] {
  const comma = tokens[firstToken - 1]
  const noun = tokens[firstToken - 2]
  const next = tokens[endToken]
  if (name === null || comma?.text !== ',' || noun?.pos !== 'NOUN') return []
  if (noun.sentence !== comma.sentence || comma.sentence !== tokens[firstToken]?.sentence) return []
  const closes = next === undefined || next.sentence !== comma.sentence || CLOSES.has(next.text)
  return closes && readNounSign(tokens, firstToken - 2) !== null ? [firstToken - 2] : []
}

/** "Jane Roe, 43, a **mother** of three, left"; "Jane Roe, who is a **widow**". */
function findBehind(
  tokens: readonly Token[],
  { endToken }: Mention,
  startsName: (token: number) => boolean,
): readonly number[] {
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
    return at(from + 1)?.lower === 'no' || at(from + 1)?.lower === 'not' ? [] : heads
  }
  if (!opened) return []
  const { heads, end } = readNounPhrase(tokens, from)
  return isClosed(tokens, end, sentence, startsName, OWNERS.has(at(from)?.lower ?? '')) ? heads : []
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
    // "The first woman to win".
    const isInfinitive = tokens[i - 1]?.lower === 'to'
    const isVerb = token.pos === 'VERB' && !token.lower.endsWith('ing') && !token.lower.endsWith('ed')
    if (!isInfinitive && (token.pos === 'AUX' || isVerb)) return false
  }
  return false
}
