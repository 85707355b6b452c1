import type { Token } from '../../../src/domain/layers.ts'
import { HYPHEN_ENDINGS, isCommon } from '../../word-classes.ts'
import type { TaggedName } from './tagged.ts'

/** Syllables of given names are short. */
const LONGEST = 5
const SMALL = /^\p{Ll}+$/u

/** "Wong Tse | -ming": a given name in two syllables is whole, unless what the hyphen joins is a word ("Ann Lee-led"). */
export function completeHyphens(tokens: readonly Token[], name: TaggedName): TaggedName {
  const [last, hyphen, syllable] = [tokens[name.to - 1], tokens[name.to], tokens[name.to + 1]]
  if (name.tag !== 'person' || last === undefined || hyphen?.text !== '-' || syllable === undefined) return name
  const isJoined = last.end === hyphen.start && hyphen.end === syllable.start
  if (!isJoined || !SMALL.test(syllable.text) || syllable.text.length > LONGEST) return name
  if (isCommon(syllable.lower) || HYPHEN_ENDINGS.has(syllable.lower)) return name
  return tokens[name.to + 2]?.text === '-' ? name : { ...name, to: name.to + 2 }
}
