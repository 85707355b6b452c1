import type { Token } from '../../../src/domain/layers.ts'
import {
  isFirstName,
  isLastName,
  isOrganisationName,
  isOrganisationWord,
  isPlaceName,
  OTHER_HEADS,
  PLACE_HEADS,
} from '../../word-classes.ts'
import type { TaggedName } from './tagged.ts'

/** What a given name, and a surname of somebody in the article, add to the log of what the model says for a person. */
const GIVEN_NAME = 1.5
const SURNAME = 2
/** Below this the model says nothing for a person. */
const FLOOR = 0.02

/**
 * Makes a place or body a person where the model also sees one there and the words say so: they begin with a given name, or are the
 * surname of somebody whom the article names in full, or end in one that stands alone elsewhere. And a listed body, or a state behind a party's letter, no person.
 */
export function tellPeople(tokens: readonly Token[], names: readonly TaggedName[]): TaggedName[] {
  const surnames = new Set<string>()
  const alone = new Set<string>()
  for (const { tag, from, to } of names) {
    if (tag !== 'person') continue
    const words = to - from > 1 ? surnames : alone
    words.add((tokens[to - 1] as Token).lower)
  }
  return names.map(name => {
    const { person } = name.shares
    if (name.tag === 'person' && isBehindParty(tokens, name)) return { ...name, tag: 'place' }
    if (name.tag === 'person') return isListedBody(tokens, name) ? { ...name, tag: 'organisation' } : name
    const bonus = bonusOf(tokens.slice(name.from, name.to), surnames, alone)
    const isPerson = bonus > 0 && Math.log(person + FLOOR) + bonus > Math.log(name.probability)
    return isPerson ? { ...name, tag: 'person', probability: person } : name
  })
}

/** "R-Utah", "D–Calif.": behind a party's letter stands whom a member sits for. */
function isBehindParty(tokens: readonly Token[], { from }: TaggedName): boolean {
  const [party, dash, place] = [tokens[from - 2], tokens[from - 1], tokens[from] as Token]
  if (party === undefined || !/^[RDI]$/.test(party.text) || !/^[-–]$/.test(dash?.text ?? '')) return false
  return party.end === dash?.start && dash.end === place.start
}

/** Whether one word that the model takes for a person is listed as a body, and is nobody's name ("Gardaí"). */
function isListedBody(tokens: readonly Token[], { from, to }: TaggedName): boolean {
  const { lower } = tokens[from] as Token
  return to - from === 1 && isOrganisationName(lower) && !isFirstName(lower) && !isLastName(lower)
}

function bonusOf(words: readonly Token[], surnames: ReadonlySet<string>, alone: ReadonlySet<string>): number {
  const [first, last] = [words[0] as Token, words.at(-1) as Token]
  if (words.length === 1) return surnames.has(first.lower) ? SURNAME : 0
  const hasHead = PLACE_HEADS.has(last.lower) || OTHER_HEADS.has(last.lower) || isOrganisationWord(last)
  const phrase = words.map(({ lower }) => lower).join(' ')
  if (hasHead || isPlaceName(phrase)) return 0
  return (isFirstName(first.lower) ? GIVEN_NAME : 0) + (alone.has(last.lower) ? SURNAME : 0)
}
