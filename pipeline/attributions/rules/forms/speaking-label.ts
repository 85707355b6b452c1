import {
  isCommon,
  isFirstName,
  isPlaceName,
  isRoleWord,
  isSpeakingRole,
  isTitle,
  PARTICLES,
} from '../../../word-classes.ts'
import { readWordList } from '../../../word-list.ts'
import { LEXICON } from '../../lexicon.ts'
import type { Label } from './label.ts'

/**
 * What a label says of who speaks: a full name, a name behind a title, one word that may be a surname, what somebody is; "other" may
 * be a paper that asks, and "nobody" speaks only where somebody is called so ("Price", "Ann Price").
 */
export type LabelKind = 'question' | 'answer' | 'name' | 'titled' | 'surname' | 'role' | 'other' | 'nobody'

/** Labels that announce something and are nobody: "Note", "Ingredients". */
const NOBODY = readWordList(new URL('./lexicon/label.txt', import.meta.url))
/** With these begin notices of any length. */
const OPENS_NOTICE =
  /^(?:photos?|pictures?|images?|videos?|editor's|editors'|read|watch|listen|how|what|when|where|why|related|see)$/
/** What is won or sold speaks no words: "Booker Prize", "Film awards". */
const ENDS_NOTICE = /^(?:awards?|charts?|medals?|prizes?|soundtrack|trophy|trophies)$/
const NAME_WORD = /^\p{Lu}[\p{L}\p{M}.'’-]*$/u
const MOST_WORDS = 6

/** "WITNESS 2", "Witness Two". */
const NUMBER = /\s(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)$/u

export function kindOfLabel({ name }: Label): LabelKind | null {
  if (/^(?:q|question)$/i.test(name)) return 'question'
  if (/^(?:a|answer)$/i.test(name)) return 'answer'
  const words = name.split(/\s+/u)
  const lower = words.map(word => word.toLowerCase().replaceAll('’', "'"))
  const phrase = lower.join(' ')
  if (words.length > MOST_WORDS) return null
  if (isNobody(lower)) return words.length === 1 ? 'nobody' : null
  if (isSpeakingRole(phrase.replace(NUMBER, ''))) return 'role'
  const isNames = words.every((word, i) => NAME_WORD.test(word) || PARTICLES.has(lower[i] as string))
  if (isNames && words.length > 1 && isTitle(lower[0] as string)) return 'titled'
  if (isSpeakersNoun(lower.at(-1) as string)) return 'role'
  if (!isNames) return null
  if (words.length === 1) return 'surname'
  if (isPlaceName(phrase) || words.length > 5) return 'other'
  const isPlain = lower.some((word, i) => isCommon(word) && !isFirstName(word) && !PARTICLES.has(word) && i < 4)
  return isPlain && !isFirstName(lower[0] as string) ? 'other' : 'name'
}

/** Whether a label is in capitals, as transcripts set their speakers. */
export function isLoud({ name }: Label): boolean {
  return name === name.toUpperCase() && /\p{Lu}{2}/u.test(name)
}

/** By this two labels mean the same speaker: "Odette Marrow" and "Marrow", "THE CHAIR" and "Chair". */
export function keyOf(label: Label, kind: LabelKind): string {
  const lower = label.name.toLowerCase()
  return kind === 'name' || kind === 'titled' || kind === 'surname' || kind === 'nobody'
    ? lower.slice(lower.lastIndexOf(' ') + 1)
    : lower
}

/** Whether words before a colon announce something and are nobody ("Photo credit", "Editor's note", "Read more about the dam"). */
export function isNotice(words: string): boolean {
  return isNobody(words.toLowerCase().replaceAll('’', "'").split(/\s+/u))
}

function isNobody(lower: readonly string[]): boolean {
  return (
    NOBODY.has(lower.join(' ')) ||
    lower.every(word => NOBODY.has(word)) ||
    OPENS_NOTICE.test(lower[0] as string) ||
    ENDS_NOTICE.test(lower.at(-1) as string)
  )
}

function isSpeakersNoun(word: string): boolean {
  return isRoleWord(word) || LEXICON['source-head'].has(word) || isRoleWord(word.replace(/s$/u, ''))
}
