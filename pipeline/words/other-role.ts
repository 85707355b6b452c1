import type { Token } from '../../src/domain/layers.ts'
import { hasTag, isDemonym, isGenitive, isPeople, isPlaceName, isTitle, POSSESSIVES } from '../word-classes.ts'
import { readWordList } from '../word-list.ts'
import { isRank } from './rank.ts'
import { alsoCalled } from './role-names.ts'

/** Adjectives that say which office it is ("foreign" minister); others only praise or date it. */
const NARROWING = readWordList(new URL('../lexicon/role-adjective.txt', import.meta.url))
/** Whoever is called by one of these may belong to any body: "the party leader" may be the Reds' leader. */
const GENERIC = readWordList(new URL('../lexicon/generic-owner.txt', import.meta.url))
/** Adjectives of nations beside those that the gazetteer lists. */
const NATIONS = readWordList(new URL('../lexicon/nationality.txt', import.meta.url))
/** Parties and what they stand for, as they stand before an office. */
const LEANINGS = readWordList(new URL('../lexicon/leaning.txt', import.meta.url))
/** These belong to the title: who shares only them with somebody has another office ("chief executive"). */
const OF_THE_TITLE = readWordList(new URL('../lexicon/of-the-title.txt', import.meta.url))
/** What somebody was or is called before the office itself. */
const LOOSE = readWordList(new URL('../lexicon/past-role.txt', import.meta.url))
/** A vice president is no president. */
const STANDS_IN: ReadonlySet<string> = new Set(['assistant', 'deputy', 'shadow', 'under', 'vice'])
/** Of whom nobody minds which it is: an assistant professor is called professor. */
const WITH_ANY_RANK: ReadonlySet<string> = new Set(['coach', 'editor', 'lecturer', 'professor'])
const NOT_NARROWING: ReadonlySet<string> = new Set([
  ...['a', 'an', 'the', 'this', 'that', 'another', 'own', 'first', 'second', 'third', 'year', 'old', 'and', 'or'],
  ...['female', 'male', 'one', 'two', 'three', 'mr', 'mrs', 'ms', 'mx', 'then'],
  ...POSSESSIVES,
])
/** One word in two spellings. */
const SPELT: ReadonlyMap<string, string> = new Map([
  ['defense', 'defence'],
  ['labor', 'labour'],
  ['u.s.', 'us'],
  ['u.k.', 'uk'],
])
const BEHIND = /^(?:of|for)$/
const ENDS_PHRASE = /^(?:at|in|with|who|whose|which|that|from|on|to|by|of|for|since|until)$/
/** Tokens behind "of" that may say which office it is. */
const LONGEST_BEHIND = 4
const MOST_READ = 20_000

/** What a role's words say of which office it is, by kind: what differs in one kind is said of two. */
export interface RoleReading {
  readonly noun: string
  readonly standsIn: boolean
  /** Whether they held it once: "former". */
  readonly isPast: boolean
  readonly fields: ReadonlySet<string>
  readonly places: ReadonlySet<string>
  readonly nations: ReadonlySet<string>
  readonly leanings: ReadonlySet<string>
}

const PAST: ReadonlySet<string> = new Set(['ex', 'former', 'late', 'onetime', 'retired'])
/** Nations whose adjective begins with another letter. */
const OTHER_INITIAL: ReadonlySet<string> = new Set([
  'american',
  'british',
  'burmese',
  'dutch',
  'emirati',
  'filipino',
  'hellenic',
])

/** Whether a word before an office says that it is over: "former". */
export function isPast(word: string): boolean {
  return PAST.has(word)
}

const KINDS = ['fields', 'places', 'nations', 'leanings'] as const

const readings = new Map<string, RoleReading>()

/** Reads what somebody is called, in lower case ("a former minister of finance"); remembered. */
export function readRole(role: string): RoleReading {
  const known = readings.get(role)
  if (known !== undefined) return known
  const words = role.split(/[\s,-]+/)
  const behind = words.findIndex((word, i) => i > 0 && ENDS_PHRASE.test(word))
  const phrase = behind < 0 ? words : words.slice(0, behind)
  const rest = behind >= 0 && BEHIND.test(words[behind] as string) ? words.slice(behind + 1) : []
  const end = rest.findIndex(word => ENDS_PHRASE.test(word))
  const read = toReading(phrase.at(-1) as string, [
    ...phrase.slice(0, -1),
    ...rest.slice(0, Math.min(LONGEST_BEHIND, end < 0 ? rest.length : end)),
  ])
  if (readings.size >= MOST_READ) readings.clear()
  readings.set(role, read)
  return read
}

/** Reads a description that ends with the noun at `head`, and what follows "of" behind it: "the minister of finance". */
export function readDescribedRole(tokens: readonly Token[], from: number, head: number): RoleReading {
  const words: string[] = []
  for (let i = from; i < head; i += 1) if (narrows(tokens, i)) words.push((tokens[i] as Token).lower)
  if (BEHIND.test(tokens[head + 1]?.lower ?? '')) {
    const { sentence } = tokens[head] as Token
    for (let i = head + 2; i < head + 2 + LONGEST_BEHIND; i += 1) {
      const token = tokens[i]
      if (token === undefined || token.sentence !== sentence || !/^(?:NOUN|PROPN|ADJ|DET)$/.test(token.pos)) break
      if (narrows(tokens, i)) words.push(token.lower)
    }
  }
  return toReading(
    (tokens[head] as Token).lower,
    words.flatMap(word => word.split('-')),
  )
}

/** Whether somebody of whom those roles are told is another than whom the description means, by what narrows both. */
export function isOthersRole(described: RoleReading, roles: readonly RoleReading[]): boolean {
  let isOther = false
  for (const role of roles) {
    if (!isSameNoun(described.noun, role.noun)) continue
    const kinds = KINDS.map(kind => compare(described[kind], role[kind]))
    const isInstead =
      (described.standsIn !== role.standsIn && !WITH_ANY_RANK.has(described.noun)) ||
      // "The president" is no former one; a former one may be called by the title.
      (role.isPast && !described.isPast && isTitle(described.noun)) ||
      areOtherNations(described, role) ||
      areOtherNations(role, described)
    if (isInstead || kinds.includes('other')) isOther = true
    else if (kinds.includes('same') || (described.standsIn && role.standsIn)) return false
    // "Deputy mayor … the mayor": who is called just so, is it.
    else if (role.standsIn === described.standsIn && isBare(described) && isBare(role)) return false
  }
  return isOther
}

function isSameNoun(noun: string, other: string): boolean {
  return noun === other || alsoCalled(other).includes(noun) || alsoCalled(noun).includes(other)
}

/** "The Kenyan president" and the "president of Zambia". */
function areOtherNations({ nations }: RoleReading, { places }: RoleReading): boolean {
  if (nations.size === 0) return false
  const countries = [...places].filter(place => hasTag(place, ['Country']))
  return (
    countries.length > 0 &&
    [...nations].every(nation => !OTHER_INITIAL.has(nation) && countries.every(place => place[0] !== nation[0]))
  )
}

function isBare(reading: RoleReading): boolean {
  return KINDS.every(kind => reading[kind].size === 0)
}

function compare(one: ReadonlySet<string>, other: ReadonlySet<string>): 'same' | 'other' | 'open' {
  if (one.size === 0 || other.size === 0) return 'open'
  let shared = 0
  let onlyTitle = true
  for (const word of one) {
    if (!other.has(word)) continue
    shared += 1
    if (!OF_THE_TITLE.has(word)) onlyTitle = false
  }
  if (shared > 0 && !onlyTitle) return 'same'
  return shared === one.size || shared === other.size ? 'open' : 'other'
}

function toReading(noun: string, words: readonly string[]): RoleReading {
  const kinds = {
    fields: new Set<string>(),
    places: new Set<string>(),
    nations: new Set<string>(),
    leanings: new Set<string>(),
  }
  let [standsIn, past] = [false, false]
  for (const written of words) {
    const word = SPELT.get(written) ?? written
    if (STANDS_IN.has(word)) standsIn = true
    else if (PAST.has(word)) past = true
    else if (isPlaceName(written)) kinds.places.add(word)
    else if (isNation(word)) kinds.nations.add(word)
    else if (LEANINGS.has(word) || isPeople({ lower: word })) kinds.leanings.add(word)
    else if (mayNarrow(word)) kinds.fields.add(word)
  }
  return { noun: noun.replace(/\.$/, ''), standsIn, isPast: past, ...kinds }
}

function isNation(word: string): boolean {
  return NATIONS.has(word) || isDemonym({ lower: word })
}

function mayNarrow(word: string): boolean {
  if (NOT_NARROWING.has(word) || GENERIC.has(word) || /^['’]?s?$/.test(word) || /^\P{L}/u.test(word)) return false
  if (NARROWING.has(word) || OF_THE_TITLE.has(word)) return true
  return !LOOSE.has(word) && !isRank(word)
}

/** Whether a token of a description may say which one it is: a noun, or an adjective that does; of owners only names. */
function narrows(tokens: readonly Token[], at: number): boolean {
  const { pos, lower } = tokens[at] as Token
  if (STANDS_IN.has(lower) || PAST.has(lower) || NARROWING.has(lower) || OF_THE_TITLE.has(lower)) return true
  if (pos === 'PROPN' || isPeople({ lower }) || NATIONS.has(lower)) return true
  return pos === 'NOUN' && !isGenitive(tokens[at + 1])
}
