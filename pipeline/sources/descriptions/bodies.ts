import type { Token } from '../../../src/domain/layers.ts'
import { readWordList } from '../../word-list.ts'
import type { NamedEntity } from '../named-entity.ts'
import type { Occurrence } from '../occurrence.ts'
import { isCalled } from './called.ts'
import { fitOf } from './kinds-of-bodies.ts'

const ORGANISATIONS = readWordList(new URL('../../entities/lexicon/organisation.txt', import.meta.url))
/** Words for a body of any sort: they fit whichever was spoken of last, unless its name or what it is called says another sort. */
const ANY_BODY = readWordList(new URL('../lexicon/any-body.txt', import.meta.url))
/** What says nothing of which sort a body is: "Nordvik Group" may be an insurer. */
const GENERIC_BODY = /^(?:company|firm|group|organisation|organization)$/
/** Those that stand in the name of what they mean: without it, they are somebody's own, of whom there are many. */
const PART_OF_NAME = /^(?:authority|board|commission|committee|court|department|ministry)$/
/** In points: the noun stands in its name or it is called that, its name is of the noun's kind, nothing speaks against it. */
const OWN = 4
const OF_KIND = 3.6
const ANY = 3.2

/** A body that a noun may mean. */
export interface MeantBody {
  readonly entity: NamedEntity
  readonly points: number
  /** Whether the noun stands in its name or it is called that. */
  readonly isOwn: boolean
}

/**
 * Organisations that a noun names a kind of.
 *
 * @param isModified Whether other words stand before the noun: "the health ministry" is no other ministry.
 */
export function listBodies(
  noun: Token,
  isModified: boolean,
  recent: ReadonlyMap<NamedEntity, Occurrence>,
): MeantBody[] {
  const { lower } = noun
  if (!ANY_BODY.has(lower) && !ORGANISATIONS.has(lower)) return []
  return [...recent].flatMap(([entity, latest]): MeantBody[] => {
    if (entity.type !== 'organisation') return []
    const isOwn = isOwnNoun(noun, entity)
    const base = isOwn ? OWN : isModified ? 0 : pointsOfKind(lower, entity)
    const points = base - 0.15 * Math.min(noun.sentence - latest.sentence, 10)
    return base > 0 && points > 0 ? [{ entity, points, isOwn }] : []
  })
}

/** Whether a noun cannot mean a body, by the kinds of both: "the union" is no airline. */
export function isOtherBody(noun: Token, entity: NamedEntity): boolean {
  return entity.type === 'organisation' && !isOwnNoun(noun, entity) && fitOf(noun.lower, entity) === 'clash'
}

function isOwnNoun(noun: Token, { name, roles }: NamedEntity): boolean {
  return wordsOf(name).includes(noun.lower) || roles.some(role => isCalled(role, noun))
}

function pointsOfKind(noun: string, entity: NamedEntity): number {
  if (!ANY_BODY.has(noun) || PART_OF_NAME.test(noun)) return 0
  const fit = fitOf(noun, entity)
  if (fit === 'clash') return 0
  if (fit === 'same') return OF_KIND
  const isOther = wordsOf(entity.name).some(
    word => word !== noun && ORGANISATIONS.has(word) && ANY_BODY.has(word) && !GENERIC_BODY.test(word),
  )
  return isOther ? 0 : ANY
}

function wordsOf(name: string): string[] {
  return name.toLowerCase().split(/[\s-]+/)
}
