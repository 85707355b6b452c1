import type { Span } from '../../../../src/domain/span.ts'
import { isCommon, isFirstName, isPlaceName, isRoleWord, opensPersonName } from '../../../word-classes.ts'
import { isNotice } from './speaking-label.ts'

/** A line that names who said the words above it: "— Ann Lee, mayor". Spans are UTF-16. */
export interface Signature {
  readonly dash: Span
  /** Name and what follows it behind a comma, without account and date. */
  readonly source: Span
  /** Whether an account stands behind the name: "(@annlee)". */
  readonly account: boolean
}

const LONGEST = 140
const DASH = /^(?:>\s*)?(?<dash>--|[-–—―~])\s*(?=\p{L}|@)/u
/** An account and, behind it, when something was posted. */
const ACCOUNT = /\s*\(?@\w{2,30}\)?(?=[\s,.·|]|$)/u
const MONTH =
  /,?\s(?:on )?(?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?: \d{1,2})?,? \d{4}.*$/u
/** ", 9:41 am", when a post is dated by the clock. */
const CLOCK = /[,·|]?\s(?:at )?\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:[\s,·|].*)?$/iu
const NAME_WORD = /^(?:\p{Lu}[\p{L}\p{M}.'’-]*|d[aeiu]|de[lnr]?|v[ao]n|al|bin|la|le|y)$/u
/** Words that no signature has: it is a clause. */
const VERB = /\s(?:is|are|was|were|has|have|had|will|would|said|says|and then|contributed|reported|with files)\b/u
/** Who signs a whole article: agencies and those who wrote it. */
const PUBLISHER =
  /\b(?:staff|agency|agencies|reporting|editing|reporter|correspondent|writer|news|press|reuters|wire)\b/iu

/**
 * The signature that a paragraph is from its dash on, or null.
 *
 * @param isQuoted Whether quoted words stand right before it.
 */
export function readSignature(text: string, line: Span, isQuoted = false): Signature | null {
  if (line.end - line.start > LONGEST) return null
  const words = text.slice(line.start, line.end)
  const match = DASH.exec(words)
  if (match === null) return null
  const dash = line.start + match[0].search(/[-–—―~]/u)
  const from = line.start + match[0].length
  const own = text.slice(from, line.end)
  const account = ACCOUNT.exec(own)
  const end = cutName(own, account)
  const name = own.slice(0, end).replace(/[\s,.]+$/u, '')
  if (!isSigner(name, account !== null ? 'account' : isQuoted ? 'quoted' : 'words')) return null
  return {
    dash: { start: dash, end: dash + (match.groups?.dash ?? '').length },
    source: { start: from, end: from + name.length },
    account: account !== null,
  }
}

/** Where name and apposition end: before an account in brackets, before a date. */
function cutName(words: string, account: RegExpExecArray | null): number {
  const date = Math.min(MONTH.exec(words)?.index ?? words.length, CLOCK.exec(words)?.index ?? words.length)
  // "@annlee" may be all that there is.
  return Math.min(date, account === null || account.index === 0 ? words.length : account.index)
}

/** What shows that somebody signs, besides their name: an account, quoted words before it; no more than words. */
export type Signed = 'account' | 'quoted' | 'words'

/** Whether words are a name, with what may follow it behind a comma, and no clause or publisher. */
export function isSigner(name: string, signed: Signed): boolean {
  if (
    name === '' ||
    VERB.test(` ${name}`) ||
    PUBLISHER.test(name) ||
    /[.!?;:]\s/u.test(name.replace(/\p{Lu}\.\s/gu, ''))
  )
    return false
  if (name.startsWith('@')) return true
  const [head = '', ...rest] = name.split(/,\s*/u)
  const words = head.split(/\s+/u)
  if (words.length > 5 || rest.join(' ').split(/\s+/u).length > 12) return false
  const own = signed === 'words' ? words : withoutRoles(words)
  const isNames = own.length > 0 && own.every(word => NAME_WORD.test(word))
  // What people call themselves there has other signs, too, but no clause.
  if (signed === 'account') return isNames || !words.some(word => /^\p{Ll}{3}/u.test(word))
  if (!isNames || isPlaceName(own.join(' ').toLowerCase())) return false
  const first = (own[0] as string).toLowerCase()
  // "— Anna, 34", "— Anna": a first name alone.
  if (own.length === 1) return isFirstName(first) || rest.length > 0
  // Behind quoted words a body of ordinary words signs as well: "— Red Cross".
  if (signed === 'quoted') return !isNotice(head)
  return opensPersonName(first) || own.some(word => !isCommon(word.toLowerCase()))
}

/** "Resident Amy Lau", "Harbour Office spokesman": the name without what somebody is, in small letters before or behind it. */
function withoutRoles(words: readonly string[]): readonly string[] {
  let [from, to] = [0, words.length]
  while (from < to && isSmallRole(words[from] as string)) from += 1
  while (to > from && isSmallRole(words[to - 1] as string)) to -= 1
  return words.slice(from, to)
}

function isSmallRole(word: string): boolean {
  return word === 'the' || (word === word.toLowerCase() && isRoleWord(word))
}
