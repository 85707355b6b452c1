import type { Span } from '../../../domain/span.ts'
import type { NameAt } from './names.ts'
import { nounIn, type PartyNoun } from './party-nouns.ts'

export interface Word extends Span {
  readonly text: string
  readonly folded: string
}
/** Words for somebody who is not named there: "the company", "a lawyer". */
export interface Description extends Span {
  readonly noun: string
  readonly before: ReadonlySet<string>
  readonly isDefinite: boolean
  readonly isPlural: boolean
  readonly possessive: string | null
  /** End of the genitive that it begins behind: "the trust’s". */
  readonly behindGenitive: number | null
}

const DEFINITE = new Set('the this that these those its his her their our my your both'.split(' '))
const INDEFINITE = new Set('a an one two three four five six several some many another no any'.split(' '))
const POSSESSIVE = new Set('its his her their'.split(' '))

/** Descriptions of people and bodies, in the text’s order. */
export function findDescriptions(text: string, words: readonly Word[], names: readonly NameAt[]): Description[] {
  const found: Description[] = []
  const inName = new Set(names.flatMap(({ from, end }) => [from, end]))
  let name = 0
  for (const [at, word] of words.entries()) {
    while (name < names.length && (names[name] as NameAt).end <= word.start) name++
    const isNamed = name < names.length && (names[name] as NameAt).from <= word.start
    const noun = isNamed ? null : (compound(text, words[at - 1], word) ?? nounIn(word.folded))
    if (noun === null) continue
    const next = words[at + 1]
    const joins = next !== undefined && /^[ \n]$/.test(text.slice(word.end, next.start)) && !/['’]s?$/u.test(word.text)
    if (joins && nounIn(next.folded) !== null && !inName.has(next.start)) continue
    const description = describe(text, words, at, noun)
    // "The state health board" is no state.
    while ((found.at(-1)?.start ?? -1) >= description.start) found.pop()
    found.push(description)
  }
  return found
}

/** "The coast guard" is a body where a guard is somebody. */
function compound(text: string, before: Word | undefined, word: Word): PartyNoun | null {
  if (before === undefined || !/^guards?(?:'s)?$/u.test(word.folded) || text.slice(before.end, word.start) !== ' ')
    return null
  return GUARDS.has(before.folded) ? { noun: 'coastguard', isPlural: false } : null
}

const GUARDS = new Set('border coast frontier national'.split(' '))

/** The words before a noun that belong to it, back to an article, a possessive, a genitive or a comma. */
function describe(
  text: string,
  words: readonly Word[],
  at: number,
  { noun, isPlural }: { noun: string; isPlural: boolean },
): Description {
  const word = words[at] as Word
  const before = new Set<string>()
  let start = word.start
  let determiner: string | null = null
  let behindGenitive: number | null = null
  for (let back = at - 1; back >= Math.max(0, at - 6); back--) {
    const other = words[back] as Word
    if (!/^[ \n]$/.test(text.slice(other.end, (words[back + 1] as Word).start))) break
    if (DEFINITE.has(other.folded) || INDEFINITE.has(other.folded)) {
      determiner = other.folded
      start = other.start
      break
    }
    if (/'s$|s'$/u.test(other.folded)) {
      behindGenitive = other.end
      determiner = 'the'
      break
    }
    if (isPlural && back < at - 2) break
    before.add(other.folded)
    if (!isPlural && back === at - 6) break
  }
  if (determiner === null) {
    // Without an article only the noun and an adjective of origin are surely its words: "Ivorian buyers".
    const adjective = words[at - 1]
    before.clear()
    const isOfOrigin =
      adjective !== undefined &&
      /^\p{Lu}/u.test(adjective.text) &&
      /^[ \n]$/.test(text.slice(adjective.end, word.start))
    if (isOfOrigin) {
      start = adjective.start
      before.add(adjective.folded)
    }
  }
  const genitive = /['’]s?$/u.exec(word.text)
  return {
    start,
    end: genitive === null ? word.end : word.start + genitive.index,
    noun,
    before,
    isDefinite: determiner !== null && DEFINITE.has(determiner),
    isPlural,
    possessive: determiner !== null && POSSESSIVE.has(determiner) ? determiner : null,
    behindGenitive,
  }
}
