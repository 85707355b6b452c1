import type { Token } from '../../src/domain/layers.ts'
import { GAZETTEER } from '../../src/nlp/gazetteer.ts'
import { isRoleWord, isSingular, isTitle } from '../word-classes.ts'
import { genderOfWord } from '../words/gender.ts'
import { isOthersRole, readDescribedRole, readRole } from '../words/other-role.ts'
import { hasAge } from './descriptions/ages.ts'
import { listBodies } from './descriptions/bodies.ts'
import { isCalled } from './descriptions/called.ts'
import type { Description } from './descriptions/description.ts'
import { findByEpithet } from './descriptions/epithets.ts'
import { findCountry, findPlace } from './descriptions/resolve-body.ts'
import { findSameWords, isBarePlural } from './descriptions/same-words.ts'
import { indexDrafts } from './draft-index.ts'
import type { DraftSource } from './draft-source.ts'
import type { NamedEntity } from './named-entity.ts'
import type { Occurrence } from './occurrence.ts'

/** How many occurrences and sources back a description reaches: time stays linear. */
const LOOK_BACK = 250
/** So many sources on, the words that "who" goes back to may still stand before. */
const LOOK_AHEAD = 16
/** A body that is called something is called so again nearby: in points. */
const LEAST_OWN = 3.2
/** So much less is a person with a name whom a noun for anybody means, where somebody without one was called so: in points. */
const NAMED_BESIDE = 1
/** Whom an epithet means was not called so: in points. */
const SPOKEN_OF = 2.2
const MEMBER = /^(?:one|another|other|others|some|second|third|fourth|latter|former|first)$/

/** A noun phrase that may mean somebody who was spoken of before. */
export interface DescribingPhrase {
  readonly from: number
  /** Its noun. */
  readonly head: number
  /** The source whose words these are; none when they are no source. */
  readonly own?: DraftSource
}

interface Candidate {
  readonly entity: NamedEntity | null
  readonly source: number | null
  readonly label: string
  readonly score: number
}

const ACTORS: ReadonlySet<string> = new Set([...GAZETTEER].flatMap(([noun, tags]) => (tags.has('Actor') ? [noun] : [])))

/** Whether a noun is for one person: "woman", "minister". */
export function describesPerson(token: Token): boolean {
  const { lower } = token
  if (!isSingular(token)) return false
  return lower.endsWith('man') || lower.endsWith('person') || genderOfWord(lower) !== null || ACTORS.has(lower)
}

/** Whether a noun is for several people: "voters", "police officers". */
export function describesPeople({ lower, lemma }: Token): boolean {
  if (lower === 'people' || lower === 'voters') return true
  return lower !== lemma && lower.endsWith('s') && isRoleWord(lemma)
}

/**
 * Resolves a noun phrase without a name: "the minister" to who was called one, "the 54-year-old" to who is that old,
 * "the company" to the body last spoken of that is one, "one of the officials" and "the official" to officials who
 * spoke before. Null when it introduces somebody or nobody fits.
 */
export function resolveDescription(
  tokens: readonly Token[],
  { from, head, own }: DescribingPhrase,
  occurrences: readonly Occurrence[],
  drafts: readonly DraftSource[],
): Description | null {
  const first = (tokens[from] as Token).lower
  const noun = tokens[head] as Token
  if (first === 'the' && /^(?:former|latter)$/.test(noun.lower)) return resolveOrdinal(tokens, noun.lower, occurrences)
  const group = own === undefined ? null : findGroup(tokens, from, head, own, drafts)
  if (group !== null) return group
  if (own !== undefined && isBarePlural(own)) return findSameWords(tokens, own, drafts)
  if (!/^(?:the|this|that|these|those)$/.test(first)) return null
  const recent = listRecent(occurrences, from)
  const candidates: Candidate[] = []
  if (own !== undefined) candidates.push(...listEarlierSources(tokens, noun, own, drafts))
  if (own?.words.plural !== true) {
    candidates.push(...listHolders(tokens, from, noun, head, recent))
    for (const { entity, points } of listBodies(noun, head - from > 1, recent))
      candidates.push({ entity, source: null, label: entity.name, score: round(points) })
    if (own !== undefined && head - from === 1) candidates.push(...listPlaces(noun, recent, occurrences))
    const spokenOf =
      own !== undefined && candidates.length === 0 ? findByEpithet(tokens, { from, head }, occurrences) : null
    if (spokenOf !== null) candidates.push({ entity: spokenOf, source: null, label: spokenOf.name, score: SPOKEN_OF })
  }
  if (!isTitle(noun) && candidates.some(({ source }) => source !== null)) {
    // Who has a name is called by it: "the witness" is rather the one without.
    for (const [i, one] of candidates.entries())
      if (one.entity?.type === 'person') candidates[i] = { ...one, score: round(one.score - NAMED_BESIDE) }
  }
  candidates.sort((a, b) => b.score - a.score)
  const [best, ...others] = candidates
  if (best === undefined || best.score < 2) return null
  return {
    entity: best.entity,
    source: best.source,
    rule: 'description',
    how: `“${noun.lower}” fits ${best.label} best of those before it (${best.score} points).`,
    rivals: others.slice(0, 3).map(({ label, score }) => ({ name: label, score })),
  }
}

/** "one of the officials", "another official", "the second", "officials" after "two officials". */
function findGroup(
  tokens: readonly Token[],
  from: number,
  head: number,
  own: DraftSource,
  drafts: readonly DraftSource[],
): Description | null {
  const { words } = own
  const first = (tokens[from] as Token).lower
  const second = (tokens[from + 1] as Token | undefined)?.lower ?? ''
  const ofGroup = nounAfterOf(tokens, own)
  const ordinal = (first === 'the' || first === 'a') && MEMBER.test(second)
  // "one Indian official" and "another official" introduce somebody; "another" alone goes on with a group.
  const isMember =
    ofGroup !== null || ordinal || (words.pronoun !== null && /^(?:one|another|others|some)$/.test(words.pronoun))
  if (!isMember) return null
  const noun = ofGroup ?? (MEMBER.test((tokens[head] as Token).lower) ? null : (tokens[head] as Token).lemma)
  const fits = (other: DraftSource) =>
    other.entity === null &&
    other.words.from < words.from &&
    (noun === null || (tokens[other.words.head] as Token).lemma === noun)
  // A group that was counted or is plural; "another official" also follows a single one.
  const place = indexDrafts(drafts).placeOf.get(own) ?? drafts.length
  const findLast = (is: (other: DraftSource) => boolean): number => {
    for (let i = Math.min(drafts.length - 1, place + LOOK_AHEAD); i >= Math.max(0, place - LOOK_BACK); i -= 1) {
      const other = drafts[i] as DraftSource
      if (fits(other) && is(other)) return i
    }
    return -1
  }
  const plural = findLast(other => other.words.plural && other.antecedent === null)
  const member = findLast(other => other.rule === 'member' || nounAfterOf(tokens, other) !== null)
  const index = plural >= 0 ? plural : ofGroup !== null ? findLast(() => true) : member
  if (index < 0) return null
  const label = (tokens[(drafts[index] as DraftSource).words.head] as Token).lower
  return {
    entity: null,
    source: index,
    rule: 'member',
    how: `One or more of the “${label}” introduced before.`,
    rivals: [],
  }
}

/** "official" of "one of the officials"; null when nothing follows "of". */
function nounAfterOf(tokens: readonly Token[], { words }: DraftSource): string | null {
  const head = (tokens[words.head] as Token).lower
  const quantity =
    /^(?:one|two|three|both|some|several|many|most|none|neither|each|another|others|few|member|members)$/.test(head)
  if (!quantity || (tokens[words.headEnd] as Token | undefined)?.lower !== 'of' || words.headEnd + 1 >= words.to)
    return null
  let last = words.headEnd + 1
  while (last + 1 < words.to && /^(?:NOUN|ADJ|PROPN|DET|NUM)$/.test((tokens[last + 1] as Token).pos)) last += 1
  const { lower, lemma, pos } = tokens[last] as Token
  // "one of the four" says how many there are, not what.
  return /^(?:them|us|those)$/.test(lower) || pos === 'NUM' ? null : lemma
}

/** Sources without a name whose noun is the same: "the official" after "an official". */
function listEarlierSources(
  tokens: readonly Token[],
  noun: Token,
  own: DraftSource,
  drafts: readonly DraftSource[],
): Candidate[] {
  // Later ones are not reached yet; earlier ones are few that count.
  const start = Math.max(0, (indexDrafts(drafts).placeOf.get(own) ?? drafts.length) - LOOK_BACK)
  const described = readDescribedRole(tokens, own.words.from, own.words.head)
  return drafts.slice(start, start + LOOK_BACK).flatMap((other, offset) => {
    const index = start + offset
    const head = tokens[other.words.head] as Token
    const same = other.entity === null && other.government === null && head.lemma === noun.lemma
    if (!same || isOthersRole(described, [readDescribedRole(tokens, other.words.from, other.words.head)])) return []
    if (other.words.from >= own.words.from || other.words.plural !== own.words.plural) return []
    const distance = own.sentence - other.sentence
    const source = other.antecedent ?? index
    return [{ entity: null, source, label: `“${head.lower}”`, score: round(4 - 0.15 * Math.min(distance, 10)) }]
  })
}

/** Who and what was spoken of last, each with the latest place. */
function listRecent(occurrences: readonly Occurrence[], before: number): Map<NamedEntity, Occurrence> {
  const recent = new Map<NamedEntity, Occurrence>()
  for (let i = occurrences.length - 1; i >= Math.max(0, occurrences.length - LOOK_BACK); i -= 1) {
    const occurrence = occurrences[i] as Occurrence
    const { entity } = occurrence.referent
    if (entity !== null && occurrence.at < before && !recent.has(entity)) recent.set(entity, occurrence)
  }
  return recent
}

/** People who were given that role or age. */
function listHolders(
  tokens: readonly Token[],
  from: number,
  noun: Token,
  head: number,
  recent: ReadonlyMap<NamedEntity, Occurrence>,
): Candidate[] {
  const phrase = tokens
    .slice(from + 1, head + 1)
    .map(({ lower }) => lower)
    .join('')
  const age = /^(\d{1,3})-?year-?old/.exec(phrase)?.[1]
  const modifiers = tokens.slice(from + 1, head).map(({ lower }) => lower)
  const described = readDescribedRole(tokens, from, head)
  return [...recent].flatMap(([entity, latest]) => {
    if (entity.type !== 'person' || isOthersRole(described, entity.roles.map(readRole))) return []
    const distance = noun.sentence - latest.sentence
    const aged = age !== undefined && hasAge(tokens, entity, age)
    const called = entity.roles.some(role => isCalled(role, noun))
    if (!aged && !called) return []
    const fits = modifiers.filter(word => entity.roles.some(role => role.includes(word))).length
    // Who holds a role by name is likelier meant than somebody without one who was called that before.
    const score = round((aged ? 5 : 4.2) + 0.5 * fits - 0.15 * Math.min(distance, 10))
    return [{ entity, source: null, label: entity.name, score }]
  })
}

/** "the state" and "the government": the place that they are of. */
function listPlaces(
  { lower }: Token,
  recent: ReadonlyMap<NamedEntity, Occurrence>,
  occurrences: readonly Occurrence[],
): Candidate[] {
  const entity = lower === 'government' ? findCountry(occurrences.slice(-LOOK_BACK)) : findPlace(lower, recent)
  return entity === null ? [] : [{ entity, source: null, label: entity.name, score: 2.5 }]
}

/** The body last spoken of that has the noun in its name or is called one: "department" in "a department official". */
export function findBody(noun: Token, before: number, occurrences: readonly Occurrence[]): NamedEntity | null {
  const bodies = listBodies(noun, false, listRecent(occurrences, before))
  const best = bodies.filter(({ isOwn, points }) => isOwn && points > LEAST_OWN).sort((a, b) => b.points - a.points)[0]
  return best?.entity ?? null
}

/** "the former", "the latter": the first and the second of the two last spoken of. */
function resolveOrdinal(
  tokens: readonly Token[],
  word: string,
  occurrences: readonly Occurrence[],
): Description | null {
  const single = occurrences.slice(-LOOK_BACK).filter(({ referent }) => referent.number === 'singular')
  const last = single.at(-1)
  if (last === undefined) return null
  const before = single.findLast(({ referent }) => referent !== last.referent)
  const chosen = word === 'latter' ? last : before
  if (chosen === undefined || (tokens[chosen.at] as Token).sentence < last.sentence - 1) return null
  const { entity, source, label } = chosen.referent
  return { entity, source, rule: 'ordinal', how: `“${word}” of the two last spoken of: ${label}.`, rivals: [] }
}

function round(score: number): number {
  return Math.round(score * 100) / 100
}
