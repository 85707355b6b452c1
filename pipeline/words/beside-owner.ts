import type { Token } from '../../src/domain/layers.ts'
import { isRole, KIN } from '../word-classes.ts'
import { genderOfWord } from './gender.ts'

/** Tokens over which "his long-time parish" may stand before its noun. */
const LONGEST = 7
const CLOSES: ReadonlySet<string> = new Set([',', '.', ';', ':', ')', '—', '–', '”', '"', '!', '?'])
const BEHIND_NOUN = /^(?:at|for|from|in|of)$/
const OPENING: ReadonlySet<string> = new Set([',', '(', '—', '–'])

/** Where names of people begin (titles included) and end, by token; what they are looked up to is the caller's. */
export interface NamesAt<Name> {
  readonly begins: ReadonlyMap<number, Name>
  readonly ends: ReadonlyMap<number, Name>
  endOf(name: Name): number
}

/**
 * Whose name stands in apposition to the noun that a possessive pronoun is before: "**her** lawyer, Ann Bo," and "Ann Bo, **her**
 * lawyer,". She has a lawyer, and so is not that one. Null where it is no apposition ("Ann Bo, her lawyer and her son").
 */
export function findNameBeside<Name>(tokens: readonly Token[], at: number, names: NamesAt<Name>): Name | null {
  const noun = findNoun(tokens, at, names)
  if (noun === null) return null
  const { sentence } = tokens[at] as Token
  const next = noun + 1
  const isClosed = (token: number) => tokens[token]?.sentence !== sentence || CLOSES.has(tokens[token]?.text ?? '')
  const before = nameBefore(tokens, at, names)
  if (before !== null && (isClosed(next) || BEHIND_NOUN.test(tokens[next]?.lower ?? ''))) {
    // "Ann Bo, her lawyer, Kit Roe, and …" is a list, or Kit Roe's apposition.
    const isList = tokens[next]?.text === ',' && (tokens[next + 1]?.lower === 'and' || names.begins.has(next + 1))
    if (!isList) return before
  }
  const isComma = tokens[next]?.text === ','
  const behind = names.begins.get(isComma ? next + 1 : next)
  if (behind === undefined || tokens[next]?.sentence !== sentence) return null
  return !isComma || isClosed(names.endOf(behind)) ? behind : null
}

/** The noun for somebody that the pronoun is before, or null. */
function findNoun<Name>(tokens: readonly Token[], at: number, { begins }: NamesAt<Name>): number | null {
  const { sentence } = tokens[at] as Token
  let noun: number | null = null
  for (let i = at + 1; i < at + LONGEST; i += 1) {
    const token = tokens[i]
    if (token === undefined || token.sentence !== sentence || begins.has(i)) break
    if (token.pos === 'NOUN' || (token.pos === 'PROPN' && isSomebody(token))) noun = i
    else if (token.pos !== 'ADJ' && token.pos !== 'NUM' && token.pos !== 'PROPN' && token.text !== '-') break
  }
  return noun !== null && isSomebody(tokens[noun] as Token) ? noun : null
}

function isSomebody(token: Token): boolean {
  return isRole(token) || KIN.has(token.lower) || genderOfWord(token.lower) !== null
}

/** "Ann Bo, | her", "Ann Bo, 34, | her". */
function nameBefore<Name>(tokens: readonly Token[], at: number, { ends }: NamesAt<Name>): Name | null {
  if (!OPENING.has(tokens[at - 1]?.text ?? '')) return null
  const isAged = tokens[at - 2]?.pos === 'NUM' && tokens[at - 3]?.text === ','
  return ends.get(isAged ? at - 3 : at - 1) ?? null
}
