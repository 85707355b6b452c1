import type { Mention, Token } from '../../../src/domain/layers.ts'
import { isRole, KIN } from '../../word-classes.ts'
import type { NamedEntity } from '../named-entity.ts'
import type { Occurrence, Referent } from '../occurrence.ts'

const PLURAL: ReadonlySet<string> = new Set(['they', 'them', 'their', 'theirs', 'themselves', 'themself'])
/** "They/them pronouns", "pronouns are they and them". */
const REACH = 4
/** However long an article is, no more places than these are looked back over. */
const MOST_LOOKED_AT = 60
/** Tokens. */
const LONGEST_WAY = 200

/**
 * The people of whom the article says that they go by "they" ("who uses they/them pronouns"): whoever was named last before.
 *
 * @param mentions in text order
 */
export function findSingularThey(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  entityOf: ReadonlyMap<Mention, NamedEntity>,
): ReadonlySet<NamedEntity> {
  const found = new Set<NamedEntity>()
  let latest: NamedEntity | null = null
  let next = 0
  for (const [i, { lower }] of tokens.entries()) {
    for (; next < mentions.length && (mentions[next] as Mention).firstToken <= i; next += 1) {
      const entity = entityOf.get(mentions[next] as Mention)
      if (entity?.type === 'person') latest = entity
      if (entity?.known?.gender === 'nonbinary') found.add(entity)
    }
    if (latest === null || !lower.startsWith('they')) continue
    const around = tokens.slice(Math.max(0, i - REACH), i + REACH + 1).map(token => token.lower)
    const isPair = lower === 'they/them' || around.includes('them')
    if (isPair && around.some(word => word === 'pronoun' || word === 'pronouns')) found.add(latest)
  }
  return found
}

/** Whom the pronoun at a token means when that is one person who goes by "they": no several people were spoken of since. */
export function findTheyAlone(
  tokens: readonly Token[],
  at: number,
  people: ReadonlySet<NamedEntity>,
  occurrences: readonly Occurrence[],
): Referent | null {
  if (people.size === 0 || !PLURAL.has((tokens[at] as Token).lower)) return null
  const isThey = ({ entity }: Referent) => entity !== null && people.has(entity)
  const last = occurrences
    .slice(-MOST_LOOKED_AT)
    .findLast(({ referent }) => isThey(referent) || (referent.number === 'plural' && referent.human))
  if (last === undefined || !isThey(last.referent)) return null
  const since = tokens.slice(Math.max(last.end, at - LONGEST_WAY), at)
  return since.some(isSeveral) ? null : last.referent
}

/** A noun for several people: "the rivals". */
function isSeveral(token: Token): boolean {
  const { pos, lower, lemma } = token
  return pos === 'NOUN' && lower !== lemma && lower.endsWith('s') && (isRole(token) || KIN.has(lemma))
}
