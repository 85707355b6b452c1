import { readTokens, type Token } from '../../../quote/text/tokens.ts'
import type { AlignedTexts } from '../aligning/align-texts.ts'
import type { UnitText } from '../aligning/read-units.ts'
import type { WordedClaim } from './claim-words.ts'
import type { ClaimPair } from './pair-claims.ts'

/** How many sentences before its own may say who "he" is, and how many behind it that he is not to be named. */
const NEAR = 2

/**
 * Whether a claim is somebody else's in the later version, or nobody's by name. A name is resolved over the whole article; it
 * counts only where words changed that can bear it out.
 *
 * @param areWords whether the words of the source themselves changed
 */
export function compareSources(
  texts: AlignedTexts,
  pair: ClaimPair,
  areWords: boolean,
): 'renamed' | 'anonymised' | 'changed' | null {
  const [was, is] = [pair.before.claim, pair.after.claim]
  const isNamedChanged = areWords || isFounded(texts, pair)
  if (was.name !== null && is.name === null && isNamedChanged) return 'anonymised'
  if (was.naming !== 'anonymous' && is.naming === 'anonymous' && (areWords || isTouchedNear(texts, pair)))
    return 'anonymised'
  if (isNamedChanged && isRenamed(was.name, is.name)) return 'renamed'
  return areWords ? 'changed' : null
}

/** Whether two names are of two: a fuller form of a name is the same. */
function isRenamed(was: string | null, is: string | null): boolean {
  if (is === null) return false
  if (was === null) return true
  const [words, others] = [new Set(toWords(was)), new Set(toWords(is))]
  return !words.isSubsetOf(others) && !others.isSubsetOf(words)
}

/** Whether one of the texts lacks the name of the other, or words of either name changed in or just before the sentence. */
function isFounded({ before, after, wordAfter, wordBefore }: AlignedTexts, pair: ClaimPair): boolean {
  const names = [pair.before.claim.name, pair.after.claim.name].flatMap(name => (name === null ? [] : toWords(name)))
  const isName = ({ folded }: Token) => names.includes(folded)
  return (
    !hasAll(after, pair.before.claim.name) ||
    !hasAll(before, pair.after.claim.name) ||
    changedNear(before, wordAfter, pair.before, 0).some(isName) ||
    changedNear(after, wordBefore, pair.after, 0).some(isName)
  )
}

function isTouchedNear({ before, after, wordAfter, wordBefore }: AlignedTexts, pair: ClaimPair): boolean {
  return (
    changedNear(before, wordAfter, pair.before, NEAR).length > 0 ||
    changedNear(after, wordBefore, pair.after, NEAR).length > 0
  )
}

/** The words of a text alone from a few sentences before a claim to some behind it. */
function changedNear(
  { words, units, unitOf }: UnitText,
  partner: Int32Array,
  claim: WordedClaim,
  behind: number,
): Token[] {
  const from = units[Math.max(0, (unitOf[claim.first] ?? 0) - NEAR)]?.first ?? 0
  const lastUnit = (unitOf[claim.last - 1] ?? 0) + behind
  const to = behind === 0 ? claim.last : (units[Math.min(lastUnit, units.length - 1)]?.last ?? claim.last)
  return words.slice(from, to).filter((_, index) => partner[from + index] === -1)
}

const vocabularies = new WeakMap<UnitText, ReadonlySet<string>>()

/** Whether every word of a name stands somewhere in a text. */
function hasAll(text: UnitText, name: string | null): boolean {
  if (name === null) return true
  let known = vocabularies.get(text)
  if (known === undefined) {
    known = new Set(text.words.map(({ folded }) => folded))
    vocabularies.set(text, known)
  }
  const words = known
  return toWords(name).every(word => words.has(word))
}

function toWords(name: string): string[] {
  return readTokens(name).list.map(({ folded }) => folded)
}
