import type { Token } from '../../src/domain/layers.ts'
import type { CueWords } from './cue-words.ts'
import { AFFIRMING, covers, isNegation, matches, NEGATION_INSIDE, phrasesOf } from './polarity-phrases.ts'

/** Words that open a source which is nobody: "Neither sister", "no official". */
const NOBODY = new Set(phrasesOf('nobody').map(([word]) => word))
/** What opens a source like nobody and is somebody: "No fewer than six doctors", "not a few". */
const SOMEBODY = phrasesOf('somebody')
/** Words that may stand before "nobody" and "few" and change little: "almost nobody", "very few". */
const NEARLY = new Set(phrasesOf('nearly').map(([word]) => word))
/** These deny a source that they stand right before: "neither | of the two ministers". */
const NO: ReadonlySet<string> = new Set(['neither', 'nor', 'no', 'none', 'hardly', 'scarcely', 'barely'])
const EXCEPT: ReadonlySet<string> = new Set(['but', 'except', 'besides'])
/** "A few", "the few". */
const SOME: ReadonlySet<string> = new Set(['a', 'the', 'these', 'those', 'her', 'his', 'its', 'their'])
/** Before "that somebody said" these say that it is not so: "it is not the case", "there is no evidence". */
const UNTRUE = phrasesOf('untrue')
/** Who does this to somebody keeps them "from saying" something. */
const PREVENTING = new Set(phrasesOf('preventing').map(([word]) => word))

/** "Nor did she say": the auxiliary stands before the source, the negation before it. */
export function isInverted({ beforeSource }: CueWords): boolean {
  if (beforeSource.at(-1)?.pos !== 'AUX') return false
  const clause = beforeSource.slice(beforeSource.findLastIndex(({ pos }) => pos === 'PUNCT') + 1)
  return clause.some(
    ({ lemma }, i) => (NEGATION_INSIDE.has(lemma) || lemma === 'nowhere') && !covers(clause, i, AFFIRMING),
  )
}

/** "It is not true that she said": what comes before the source denies all of it. */
export function isUntrue({ beforeSource }: CueWords): boolean {
  if (beforeSource.at(-1)?.lower !== 'that') return false
  const to = beforeSource.length - 1
  const phrase = UNTRUE.find(one => to >= one.length && matches(beforeSource, to - one.length, one))
  // "Not untrue".
  return phrase !== undefined && !isNegation(beforeSource[to - phrase.length - 1])
}

/** "Barred **her** from saying". */
export function isPrevented({ beforeSource, source, words, head }: CueWords): boolean {
  if (!PREVENTING.has(beforeSource.at(-1)?.lemma ?? '')) return false
  let at = head - 1
  while (words[at]?.pos === 'ADV') at -= 1
  return /^(?:from|to)$/.test(words[at]?.lower ?? '') && words[at - 1] === source.at(-1)
}

/**
 * Whether the source is nobody ("Neither sister", "hardly anyone") or is denied by what stands right before it ("not even | the mayor").
 *
 * @param name Name of the source: a body called "No Borders" is somebody.
 */
export function isNobody({ source, beforeSource }: CueWords, name: string | null): boolean {
  const opening = source.findIndex(({ pos, lower }) => pos !== 'PUNCT' && !NEARLY.has(lower))
  const first = source[opening]
  if (first === undefined || source.some(({ lower }) => EXCEPT.has(lower))) return false
  if (name?.toLowerCase().startsWith(`${first.lower} `) === true) return false
  const around = [...beforeSource, ...source]
  const at = beforeSource.length + opening
  if (covers(around, at, SOMEBODY)) return false
  const before = around[at - 1]
  if (first.lower === 'few') return before === undefined || !SOME.has(before.lower)
  // "No 10", "No-10".
  if (NOBODY.has(first.lower)) return !/^\d/.test(source[opening + 1]?.text ?? '')
  return isDeniedBefore(beforeSource)
}

/** "None of | the two", "it was not | the mayor who said", "not even | the mayor"; but "whether or not | officials say". */
function isDeniedBefore(beforeSource: readonly Token[]): boolean {
  const before = beforeSource.at(-1)
  const other = beforeSource.at(-2)
  if (before?.lower === 'even') return other?.lower === 'not'
  if (before?.lower === 'not') return other?.lower !== 'or'
  const denied = before?.lower === 'of' ? other : before
  return denied !== undefined && NO.has(denied.lower)
}
