import { nameMonth } from '../../domain/articles/month.ts'
import type { ClaimIndex } from './claim-index.ts'
import { UNDATED } from './loading/load-articles.ts'
import { NONE } from './loading/load-sources.ts'

/** All that an entity has said. */
export interface Profile {
  readonly claims: number
  /** Claims by month, oldest first; those of articles without a date are left out. */
  readonly months: readonly { readonly value: string; readonly claims: number }[]
  readonly undated: number
  /** Words by which it was named, most often first; the same in capitals and small letters once. */
  readonly wordings: readonly { readonly words: string; readonly claims: number }[]
  /** Claims whose source is a pronoun, which names nobody. */
  readonly byPronoun: number
  /** `rowid`s of its articles, newest first, each with its claims. */
  readonly articles: ReadonlyMap<number, number>
  /** `rowid`s of the first few claims, newest first. */
  readonly latest: readonly number[]
}

const PRONOUNS = new Set(
  'he her hers herself him himself his i it its itself me she some that their them themselves these they this those us we which who whom whose you'.split(
    ' ',
  ),
)

/** @param most claims in `latest` */
export function profileEntity({ claims, sources, articles }: ClaimIndex, entity: number, most: number): Profile {
  const months = new Map<number, number>()
  const wordings = new Map<number, number>()
  const perArticle = new Map<number, number>()
  const latest: number[] = []
  let total = 0
  for (let rank = 0; rank < claims.length; rank++) {
    if (claims.entity[rank] !== entity || claims.rejected[rank] === 1) continue
    total++
    if (latest.length < most) latest.push(claims.rowid[rank] as number)
    const article = claims.article[rank] as number
    add(months, articles.month[article] as number)
    add(perArticle, articles.rowids[article] as number)
    const source = claims.source[rank] as number
    if (source !== NONE && !claims.correctedSources.has(rank)) add(wordings, sources.word[source] as number)
  }
  return {
    claims: total,
    months: [...months]
      .filter(([month]) => month !== UNDATED)
      .sort(([a], [b]) => a - b)
      .map(([month, count]) => ({ value: nameMonth(month), claims: count })),
    undated: months.get(UNDATED) ?? 0,
    ...nameWordings([...wordings].map(([word, claims]) => ({ words: sources.words[word] as string, claims }))),
    articles: perArticle,
    latest,
  }
}

/** Pronouns apart, and one entry for wordings that differ in capitals alone: the one that comes most often. */
function nameWordings(wordings: Profile['wordings'][number][]): Pick<Profile, 'wordings' | 'byPronoun'> {
  const compare = (a: Profile['wordings'][number], b: Profile['wordings'][number]) =>
    b.claims - a.claims || (a.words < b.words ? -1 : 1)
  const sum = (counted: Profile['wordings']) => counted.reduce((claims, wording) => claims + wording.claims, 0)
  const isPronoun = ({ words }: Profile['wordings'][number]) => PRONOUNS.has(words.toLowerCase())
  const groups = Map.groupBy(wordings.filter(wording => !isPronoun(wording)).sort(compare), ({ words }) =>
    words.toLowerCase(),
  )
  return {
    wordings: [...groups.values()].map(group => ({ words: group[0]?.words ?? '', claims: sum(group) })).sort(compare),
    byPronoun: sum(wordings.filter(isPronoun)),
  }
}

/** An entity with how much it has said. */
export interface CountedEntity {
  readonly id: string
  readonly name: string
  readonly claims: number
  readonly articles: number
}

/** Entities by how much they have said, most first; of those whose name holds `words`, when they are given. */
export function countEntities({ claims, sources }: ClaimIndex, words: string | undefined): CountedEntity[] {
  const counts = new Uint32Array(sources.entities.length)
  const inArticles = new Uint32Array(sources.entities.length)
  const lastArticle = new Uint32Array(sources.entities.length).fill(NONE)
  for (let rank = 0; rank < claims.length; rank++) {
    const entity = claims.entity[rank] as number
    if (entity === NONE || claims.rejected[rank] === 1) continue
    counts[entity] = (counts[entity] as number) + 1
    // Claims stand in the order of their articles.
    if (lastArticle[entity] !== claims.article[rank]) inArticles[entity] = (inArticles[entity] as number) + 1
    lastArticle[entity] = claims.article[rank] as number
  }
  const wanted = words?.toLowerCase()
  return sources.entities
    .flatMap(({ id, name }, number) => {
      const isWanted = wanted === undefined || name.toLowerCase().includes(wanted)
      const claims = counts[number] as number
      return isWanted && claims > 0 ? [{ id, name, claims, articles: inArticles[number] as number }] : []
    })
    .sort((a, b) => b.claims - a.claims || (a.name < b.name ? -1 : 1))
}

function add(counts: Map<number, number>, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
