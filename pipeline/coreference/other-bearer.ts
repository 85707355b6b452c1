import type { Mention, Token } from '../../src/domain/layers.ts'
import { isHonorific, isRoleWord, KIN } from '../word-classes.ts'
import { readWordList } from '../word-list.ts'
import { readRole } from '../words/other-role.ts'
import { alsoCalled } from '../words/role-names.ts'

/** What anybody may be beside what they do ("veteran", "candidate"): it makes nobody another. */
const OPEN_TO_ALL = readWordList(new URL('./lexicon/beside-any-work.txt', import.meta.url))
/** Tokens over which an apposition's noun may stand behind its article. */
const LONGEST = 6
/** Articles of one day may give two ages. */
const SAME_AGE = 1

/** What stands beside a mention that only an introduction has. */
export interface Introduction {
  readonly age: number | null
  /** What somebody is introduced as, one of many ("a **plumber** from Dover"), or null. */
  readonly work: string | null
}

/** Reads the age and the apposition behind a name: "Ann Lee, 34, a plumber". */
export function readIntroduction(tokens: readonly Token[], { endToken }: Mention): Introduction {
  const sentence = tokens[endToken - 1]?.sentence
  const at = (i: number) => (tokens[i]?.sentence === sentence ? tokens[i] : undefined)
  if (at(endToken)?.text !== ',') return { age: null, work: null }
  const years = at(endToken + 1)?.text ?? ''
  const isAged = /^\d{1,3}$/.test(years) && /^[,.]$/.test(at(endToken + 2)?.text ?? '')
  const from = isAged ? endToken + 3 : endToken + 1
  return {
    age: isAged ? Number(years) : null,
    work: /^(?:an?|another)$/.test(at(from)?.lower ?? '') ? readWork(at, from + 1) : null,
  }
}

function readWork(at: (i: number) => Token | undefined, from: number): string | null {
  let noun: string | null = null
  for (let i = from; i < from + LONGEST; i += 1) {
    const token = at(i)
    if (token === undefined || !/^(?:NOUN|ADJ|NUM|PROPN)$/.test(token.pos)) break
    // What somebody was, a mayor may have been.
    if (/^(?:former|retired|one-time|onetime|ex|self-described|certified|trained)$/.test(token.lower)) return null
    noun = token.lower
  }
  return noun !== null && isWork(noun) ? noun : null
}

/**
 * Whether a name that is introduced once more is another's: of another age, or one of those who do something else than all that was
 * said of its bearer ("John Smith, the mayor, … John Smith, a plumber from Dover").
 */
export function isOtherBearer(introduction: Introduction, ages: readonly number[], roles: readonly string[]): boolean {
  const { age, work } = introduction
  if (age !== null && ages.length > 0 && ages.every(known => Math.abs(known - age) > SAME_AGE)) return true
  if (work === null || (age !== null && ages.length > 0)) return false
  const known = roles.map(role => readRole(role).noun).filter(isWork)
  if (known.length === 0) return false
  return !known.some(noun => noun === work || alsoCalled(noun).includes(work) || alsoCalled(work).includes(noun))
}

/** Whether a noun is for what somebody does, and not for what anybody may be besides. */
function isWork(noun: string): boolean {
  return isRoleWord(noun) && !OPEN_TO_ALL.has(noun) && !KIN.has(noun) && !isHonorific(noun)
}
