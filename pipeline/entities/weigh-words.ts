import type { Token } from '../../src/domain/layers.ts'
import {
  hasTag,
  isCommon,
  isCompass,
  isDemonym,
  isFirstName,
  isLastName,
  isOrganisationName,
  isOrganisationWord,
  isPlaceName,
  OTHER_HEADS,
  PARTICLES,
  PLACE_HEADS,
} from '../word-classes.ts'
import { addEvidence, type Evidence, noEvidence } from './evidence.ts'
import type { Name } from './name.ts'

const PLACE_OPENING = /^(?:lake|mount|mt|cape|fort|port|camp|gulf|isle|strait|republic|point|loch|rio|ras|wadi|glen)$/
const COMPANY = /^(?:inc|ltd|llc|plc|corp|co|gmbh|ag|sa|nv|bv|pty|llp|spa)\.?$/

const EVENT = /^(?:hurricane|typhoon|cyclone|storm|operation|project|exercise)$/
/** From so many points on a type is all but settled, and common words among the name's say no more. */
const SETTLED = 3.5

/** What speaks for a type, and how much. */
interface Weight<Words> {
  readonly example: string
  readonly when: (words: Words) => boolean
  readonly points: Evidence
}

/** The words of a name of several. */
interface NameWords {
  readonly words: readonly Token[]
  readonly first: Token
  readonly last: Token
  /** The word that says what it is: the one before "of", else the last. */
  readonly head: Token
  readonly hasOf: boolean
  /** Those that can be somebody's name: without "bin", "de" and what follows a hyphen ("Wai-ching"). */
  readonly names: readonly Token[]
  /** Those of them that are common words and no first or last name. */
  readonly plain: readonly Token[]
  readonly isCommon: (word: Token) => boolean
}

/** Of a name of one word. */
const SINGLE: readonly Weight<Token>[] = [
  weight('Ann', { person: 1.5 }, ({ lower }) => isFirstName(lower)),
  weight('Lee', { person: 1.5 }, ({ lower }) => isLastName(lower)),
  weight('NATO', { organisation: 2 }, ({ text, lower }) => isAcronym(text) && !isPlaceName(lower)),
  weight('G20', { other: 2.5 }, ({ text }) => /\d/.test(text)),
  weight('MPs', { other: 3 }, ({ text }) => /^\p{Lu}{2,}s$/u.test(text)),
  weight('Buddhism', { other: 2 }, ({ lower }) => /(?:ism|ists|ians|ese|ics)$/.test(lower)),
  weight('Championship', { other: 2 }, ({ lower }) => OTHER_HEADS.has(lower)),
  weight('Parliament', { organisation: 1.7 }, isOrganisationWord),
  weight('Summer', { other: 1 }, ({ lower }) => isCommon(lower)),
  weight('Interbank', { organisation: 1.5 }, ({ lower }) => /.(?:news|bank|corp|soft|tech)$/.test(lower)),
  weight('YouTube', { organisation: 1 }, hasCapitalInside),
]

/** Of a name of several words: by what the words are called. */
const HEADS: readonly Weight<NameWords>[] = [
  weight('Bank of Leeds', { person: -2 }, ({ hasOf }) => hasOf),
  weight('Leeds University', { organisation: 4 }, ({ head }) => isOrganisationWord(head)),
  weight('Sons of the Union', { organisation: 2 }, ({ head, last, hasOf }) => {
    return hasOf && !isOrganisationWord(head) && isOrganisationWord(last)
  }),
  weight('Orchid River', { place: 3.5 }, ({ head }) => PLACE_HEADS.has(head.lower)),
  weight('Harbour Act', { other: 4 }, ({ head }) => OTHER_HEADS.has(head.lower) && !isOrganisationWord(head)),
  weight('Leeds Academy', { other: 2 }, ({ head }) => OTHER_HEADS.has(head.lower) && isOrganisationWord(head)),
  weight('Hurricane Ann', { other: 4 }, ({ first }) => EVENT.test(first.lower)),
  weight('Acme Ltd', { organisation: 4 }, ({ last }) => COMPANY.test(last.lower)),
  weight('Lee & Roy', { organisation: 3 }, ({ words }) => words.some(({ text }) => text === '&')),
  weight('Mount Orchid', { place: 3 }, ({ first }) => PLACE_OPENING.test(first.lower)),
  weight('North Ohio', { place: 4 }, ({ words, first }) => isCompass(first) && isPlaceName(join(words.slice(1)))),
  weight('Orchid 7', { other: 2.5 }, ({ last }) => /\d/.test(last.text)),
  weight('Hepatitis B', { other: 3 }, ({ last }) => /^\p{Lu}$/u.test(last.text)),
  weight('Team Acme', { organisation: 3 }, ({ first }) => first.lower === 'team'),
  // Capitals all through are an acronym, not a person's word, unless they are initials in front.
  weight('PlayStation VR', { person: -2, other: 0.7, organisation: 0.5 }, ({ words }) =>
    words.some(({ text }, i) => /^\p{Lu}{2,}$/u.test(text) && (i > 0 || text.length > 2)),
  ),
  // What a company makes.
  weight('Google Chrome', { person: -2, other: 1 }, ({ words, first }) => {
    return isOrganisationName(first.lower) && !isPlaceName(first.lower) && words.length === 2
  }),
  weight('PC World', { person: -2, organisation: 1 }, ({ words, first, last, isCommon: isCommonWord }) => {
    return words.length === 2 && /^\p{Lu}{2,3}$/u.test(first.text) && isCommonWord(last)
  }),
]

/** Of a name of several words: by the lists of people's names. */
const PEOPLE: readonly Weight<NameWords>[] = [
  weight('Ann Summer', { person: 1.5 }, one => isFirstName(one.first.lower) && isPlainBehindFirst(one)),
  weight('Ann Quill', { person: 3 }, one => isFirstName(one.first.lower) && !isPlainBehindFirst(one)),
  weight('Quill Lee', { person: 1 }, ({ last }) => isLastName(last.lower)),
  weight('Lee Quill', { person: 1 }, ({ first }) => isLastName(first.lower) && !isFirstName(first.lower)),
  weight('Quill B. Roy', { person: 2.5 }, ({ words, first }) => {
    return words.slice(1).some(({ text }) => /^\p{Lu}\.$/u.test(text)) || /^(?:\p{Lu}\.){1,3}$/u.test(first.text)
  }),
  weight('Quill bin Roy', { person: 1 }, ({ words }) => words.some(({ lower }) => PARTICLES.has(lower))),
  weight('French Quill', { organisation: 1 }, ({ first }) => isDemonym(first)),
  weight('Leeds Quill', { organisation: 0.3, person: -0.5 }, ({ first }) => {
    return isPlaceName(first.lower) && !isFirstName(first.lower)
  }),
]

/** What a name's own words say about its type. `key` is what they have in common with equal names. */
export function weighWords(
  tokens: readonly Token[],
  name: Name,
  key: string,
  seenSmall: ReadonlySet<string>,
): Evidence {
  const evidence = noEvidence()
  const words = tokens.slice(name.nameFrom, name.to)
  weighLists(evidence, key, words)
  if (words.length === 1) addWeights(evidence, SINGLE, words[0] as Token)
  else weighSeveral(evidence, readWords(words, seenSmall))
  if (name.nameFrom > name.from) evidence.person += 4
  return evidence
}

function weighLists(evidence: Evidence, key: string, words: readonly Token[]): void {
  const several = words.length > 1
  if (
    isPlaceName(key) ||
    isPlaceName(several ? join(words) : (words[0] as Token).lower) ||
    (several && isPlaceName(key.replaceAll('.', '')))
  )
    evidence.place += several || hasTag(key, ['Country']) ? 4 : 3
  if (isOrganisationName(key)) evidence.organisation += several ? 4 : 3
  if (several && hasTag(key, ['Person'])) evidence.person += 4
}

function weight<Words>(example: string, points: Partial<Evidence>, when: (words: Words) => boolean): Weight<Words> {
  return { example, when, points: Object.assign(noEvidence(), points) }
}

function addWeights<Words>(evidence: Evidence, weights: readonly Weight<Words>[], words: Words): void {
  for (const { when, points } of weights) if (when(words)) addEvidence(evidence, points)
}

function readWords(words: readonly Token[], seenSmall: ReadonlySet<string>): NameWords {
  const of = words.findIndex(({ lower }) => lower === 'of')
  const last = words.at(-1) as Token
  const isCommonWord = ({ lower }: Token) => isCommon(lower) || seenSmall.has(lower)
  const names = words.filter(({ lower }, i) => !PARTICLES.has(lower) && lower !== '-' && words[i - 1]?.text !== '-')
  return {
    words,
    first: words[0] as Token,
    last,
    head: of > 0 ? (words[of - 1] as Token) : last,
    hasOf: of > 0,
    names,
    plain: names.filter(one => isCommonWord(one) && !isFirstName(one.lower) && !isLastName(one.lower)),
    isCommon: isCommonWord,
  }
}

function weighSeveral(evidence: Evidence, name: NameWords): void {
  addWeights(evidence, HEADS, name)
  const isSettled = Math.max(evidence.organisation, evidence.place, evidence.other) >= SETTLED
  addWeights(evidence, PEOPLE, name)
  if (!isSettled) weighPlain(evidence, name)
}

/** The more of its words are common ones, the less a name is a person's. */
function weighPlain(evidence: Evidence, { names, plain }: NameWords): void {
  if (plain.length === names.length) {
    evidence.organisation += 1
    evidence.other += 1
    evidence.person -= 1
  } else if (names.length >= 2 && names.length <= 4) {
    evidence.person += 1.5 - plain.length / names.length
    evidence.other += 0.5 * plain.length
  }
}

/** Whether nothing but common words stands behind a first name. */
function isPlainBehindFirst({ names, plain }: NameWords): boolean {
  return plain.length === names.length - 1 && names.length > 1
}

function isAcronym(text: string): boolean {
  return /^(?:\p{Lu}\.?){2,6}$/u.test(text) && text.length > 1
}

/** "YouTube", but not "McLee" and "DiLee". */
function hasCapitalInside({ text }: Token): boolean {
  return /\p{Ll}\p{Lu}/u.test(text) && /^\p{L}{2,}$/u.test(text) && !/^(?:Mc|Mac|De|Di|La|Le|O)/.test(text)
}

function join(words: readonly Token[]): string {
  return words.map(({ lower }) => lower).join(' ')
}
