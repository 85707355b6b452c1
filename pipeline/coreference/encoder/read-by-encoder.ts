import type {
  CoreferenceLayer,
  EncodingLayer,
  EntitiesLayer,
  Mention,
  QuotationsLayer,
  ReadReference,
  ReferenceTokens,
  Token,
  TokensLayer,
} from '../../../src/domain/layers.ts'
import { findBylineLines } from '../../positions/byline-lines.ts'
import { numberQuotations } from '../../positions/quotation-states.ts'
import type { Gender } from '../../words/gender.ts'
import { type RoleReading, readDescribedRole, readRole } from '../../words/other-role.ts'
import { joinNames, toEntities } from '../join-names.ts'
import { addRoles, genderOfKnown, introducesSomebody, type JoinedEntity, officesOf } from '../joined-entity.ts'
import { withoutTitles } from '../likeness.ts'
import { isPronoun, type Reference } from '../reference.ts'
import { linkReferences } from './link.ts'
import type { Linked } from './linked.ts'
import { listReferences } from './list-references.ts'
import { type PairModel, scorePairs } from './score-pairs.ts'
import { findTies } from './ties.ts'

/** What coreference is read from. */
export interface Reading {
  readonly tokens: TokensLayer
  readonly entities: EntitiesLayer
  readonly quotations: QuotationsLayer
  readonly encoding: EncodingLayer
}

/** Coreference by names and by a model: whom names that differ, descriptions and pronouns mean. */
export async function readByEncoder(
  text: string,
  { tokens: layer, entities, quotations, encoding }: Reading,
  model: PairModel,
): Promise<CoreferenceLayer> {
  const { tokens } = layer
  const joined = joinNames(text, tokens, entities)
  const numbers = new Map(joined.flatMap(({ mentions }, i) => mentions.map(mention => [mention, i] as const)))
  const offices = joined.map(officesOf)
  const called = joined.map(({ type, roles }) => (type === 'person' ? roles.map(readRole) : []))
  const listed = listReferences(tokens, entities)
  const bylines = findBylineLines(layer)
  const inQuotation = numberQuotations(layer, quotations)
  const isQuoted = (token: number) => inQuotation[token] !== 0
  const ties = findTies(tokens, entities.mentions, listed, isQuoted)
  const references = withGenders(
    listed.map((one, i) => {
      const mention = one.mention === null ? undefined : (entities.mentions[one.mention] as Mention)
      const named = mention === undefined ? undefined : numbers.get(mention)
      const isNew =
        mention === undefined ? isAnother(layer, one) : mention.name === null && introducesSomebody(tokens, mention)
      const known = named === undefined ? undefined : joined[named]?.known
      return {
        ...one,
        ...ties.get(i),
        sentence: (tokens[one.from] as Token).sentence,
        ...(isPronoun(one.kind) && isQuoted(one.from) && { isQuoted: true }),
        isNew,
        isByline: bylines.some(({ from, to }) => from <= one.from && one.from < to),
        named: named ?? null,
        offices: named === undefined ? [] : (offices[named] as string[]),
        called: named === undefined ? readCalled(tokens, one) : (called[named] as RoleReading[]),
        ...(named !== undefined && joined[named]?.isNamesake === true && { isNamesake: true }),
        ...(known === undefined ? {} : { known: known.id, gender: genderOfKnown(known) ?? one.gender }),
      }
    }),
  )
  const scores = await scorePairs(model, layer, encoding, token => inQuotation[token] as number, references)
  const { groupOf, ranked, genderOf } = linkReferences(references, scores)
  const places = new Map([...new Set(groupOf)].map((group, i) => [group, i]))
  const placeOf = (group: number) => places.get(group) as number
  const members = listMembers(references, groupOf, genderOf)
  const merged: JoinedEntity[] = []
  const groups = members.map(({ named, references: own, gender }) => {
    if (named.size === 0) return { entity: null, references: own }
    merged.push(
      mergeEntities(
        [...named].map(i => joined[i] as JoinedEntity),
        gender,
      ),
    )
    return { entity: merged.length - 1, references: own }
  })
  return {
    entities: toEntities(merged, entities.mentions),
    groups,
    references: references.flatMap(({ from, to, kind, mention }, i): ReadReference[] => {
      if (mention !== null) return []
      const toPlace = ({ group, probability }: { group: number; probability: number }) => ({
        group: placeOf(group),
        probability: Math.round(probability * 1000) / 1000,
      })
      const found = (ranked[i] as readonly { group: number; probability: number }[]).map(toPlace)
      return [{ firstToken: from, endToken: to, pronoun: isPronoun(kind), ranked: found }]
    }),
  }
}

interface Members {
  readonly named: Set<number>
  readonly references: ReferenceTokens[]
  readonly gender: JoinedEntity['gender']
}

/** What belongs to each group, in the order in which the groups begin. */
function listMembers(
  references: readonly Linked[],
  groupOf: readonly number[],
  genderOf: (group: number) => JoinedEntity['gender'],
): Members[] {
  const members = new Map<number, Members>()
  references.forEach(({ named, from, to }, i) => {
    const group = groupOf[i] as number
    const own = members.get(group) ?? { named: new Set(), references: [], gender: genderOf(group) }
    members.set(group, own)
    own.references.push({ firstToken: from, endToken: to })
    if (named !== null) own.named.add(named)
  })
  return [...members.values()]
}

/** "Another man", and "a man" where a sentence begins: nobody's apposition. */
function isAnother({ tokens, sentences }: TokensLayer, { kind, from }: Reference): boolean {
  if (kind !== 'somebody') return false
  const { lower, sentence } = tokens[from] as Token
  if (lower === 'another' || tokens[from - 1]?.lower === 'another') return true
  const first = sentences[sentence]?.firstToken
  const article = from === first ? from : from - 1 === first ? first : -1
  return /^an?$/.test(tokens[article]?.lower ?? '')
}

/** What a description says of whom it means: "the minister" of "the transport minister who". */
function readCalled(tokens: readonly Token[], { kind, from, to }: Reference): RoleReading[] {
  if (kind !== 'somebody') return []
  let head = -1
  for (let i = from; i < to; i += 1) {
    const { pos, lower } = tokens[i] as Token
    if (pos === 'NOUN' || pos === 'PROPN') head = i
    else if (head >= 0 && (pos === 'ADP' || pos === 'VERB' || lower === ',' || lower === 'who')) break
  }
  return head < 0 ? [] : [readDescribedRole(tokens, from, head)]
}

/** What one mention of a name tells of gender ("Mr. Lee") holds for all of that name, also those before it. */
function withGenders<One extends Linked>(references: readonly One[]): One[] {
  const genders = new Map<number, Gender>()
  for (const { named, gender } of references)
    if (named !== null && gender !== null && !genders.has(named)) genders.set(named, gender)
  return references.map(one => ({ ...one, gender: one.gender ?? genders.get(one.named ?? -1) ?? null }))
}

/** Of the same type the one with the fullest name gives it: most words, then most letters. */
function mergeEntities(entities: readonly JoinedEntity[], gender: JoinedEntity['gender']): JoinedEntity {
  const inOrder = entities.toSorted((a, b) => fullness(b) - fullness(a))
  const [first] = inOrder as [JoinedEntity]
  const merged: JoinedEntity = {
    ...first,
    gender: first.gender ?? gender,
    mentions: entities.flatMap(({ mentions }) => mentions).toSorted((a, b) => a.start - b.start || b.end - a.end),
    roles: [],
  }
  for (const { roles } of inOrder) addRoles(merged, roles)
  const known = entities.find(entity => entity.known !== undefined)
  if (known?.known === undefined) return merged
  return { ...merged, name: known.name, type: known.type, gender: known.gender ?? merged.gender, known: known.known }
}

/** An office, which has no name, comes last; a title or what somebody is makes no name fuller ("Candidate Rao"). */
function fullness({ name, mentions }: JoinedEntity): number {
  const isNamed = mentions.some(mention => mention.name !== null)
  const words = withoutTitles(name.split(' '))
  return (isNamed ? 1e6 : 0) + 1000 * words.length + words.join(' ').length
}
