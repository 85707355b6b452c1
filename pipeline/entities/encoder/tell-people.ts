import type { Token } from '../../../src/domain/layers.ts'
import {
  isFirstName,
  isGenitive,
  isLastName,
  isOrganisationName,
  isOrganisationWord,
  isPlaceName,
  OTHER_HEADS,
  PLACE_HEADS,
} from '../../word-classes.ts'
import { readWordList } from '../../word-list.ts'
import { lowerOf, type TaggedName } from './tagged.ts'

/** What a given name, and a surname of somebody in the article, add to the log of what the model says for a person. */
const GIVEN_NAME = 1.5
const SURNAME = 2
/** Words between a determiner and the noun of a body. */
const MOST_MODIFIERS = 4
/** Nouns of bodies that stand before a body's name: "the charity RiverAid". */
const DESCRIBED_BODIES = readWordList(new URL('../lexicon/described-body.txt', import.meta.url))
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
  const described = findDescribedBodies(tokens, names)
  const firms = findFirms(tokens, names)
  return names.map(name => {
    if (name.tag === 'person' && described.has(lowerOf(tokens, name.from, name.to)))
      return { ...name, tag: 'organisation' }
    const { person } = name.shares
    if (name.tag === 'person' && isBehindParty(tokens, name)) return { ...name, tag: 'place' }
    if (name.tag === 'person' && (isListedBody(tokens, name) || firms.has(lowerOf(tokens, name.from, name.to))))
      return { ...name, tag: 'organisation' }
    if (name.tag === 'person') return name
    const bonus = bonusOf(tokens.slice(name.from, name.to), surnames, alone)
    const isPerson = bonus > 0 && Math.log(person + FLOOR) + bonus > Math.log(name.probability)
    return isPerson ? { ...name, tag: 'person', probability: person } : name
  })
}

/** Names behind a noun for a body: "the charity RiverAid". Given names and surnames may go on otherwise ("the firm Lee runs"). */
function findDescribedBodies(tokens: readonly Token[], names: readonly TaggedName[]): ReadonlySet<string> {
  const bodies = names.filter(({ tag, from, to }) => {
    const [noun, first] = [tokens[from - 1], tokens[from] as Token]
    if (tag !== 'person' || noun === undefined || noun.sentence !== first.sentence || noun.text !== noun.lower)
      return false
    const isPersons = isFirstName(first.lower) || isLastName((tokens[to - 1] as Token).lower)
    return !isPersons && DESCRIBED_BODIES.has(noun.lower) && isDescribing(tokens, from - 1)
  })
  return new Set(bodies.map(({ from, to }) => lowerOf(tokens, from, to)))
}

/**
 * Firms named after somebody, by what the article says of them anywhere: "Tobias Crane, **which** has 900 staff", "Tobias Crane **shares**",
 * "Tobias Crane's **branches**".
 */
function findFirms(tokens: readonly Token[], names: readonly TaggedName[]): ReadonlySet<string> {
  const firms = names.filter(({ tag, from, to }) => {
    if (tag !== 'person' || tokens[from]?.sentence !== tokens[to]?.sentence) return false
    const [next, second] = [tokens[to], tokens[to + 1]]
    if (next?.text === ',' && second?.lower === 'which') return true
    return OF_A_FIRM.test((next !== undefined && isGenitive(next) ? second : next)?.lower ?? '')
  })
  return new Set(firms.map(({ from, to }) => lowerOf(tokens, from, to)))
}

/** What only firms have. */
const OF_A_FIRM = /^(?:branches|employees|flights|shareholders|shares|stores|subsidiaries|subsidiary)$/

/** "The", "a chemical": what stands before a noun that describes the name behind it. */
function isDescribing(tokens: readonly Token[], noun: number): boolean {
  for (let i = noun - 1; i >= Math.max(0, noun - MOST_MODIFIERS); i -= 1) {
    const { pos } = tokens[i] as Token
    if (pos === 'DET') return true
    if (pos !== 'ADJ' && pos !== 'NOUN' && pos !== 'PROPN') return false
  }
  return false
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
  // "First Nation of Lake Orr": no person's name has an "of".
  if (hasHead || isPlaceName(phrase) || words.some(({ lower }) => lower === 'of')) return 0
  return (isFirstName(first.lower) ? GIVEN_NAME : 0) + (alone.has(last.lower) ? SURNAME : 0)
}
