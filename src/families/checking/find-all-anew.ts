import { streamArticlePages } from '../../store/queries/articles/article-pages.ts'
import type { StoreDatabase } from '../../store/schema.ts'
import { joinClaims } from '../grouping/join-claims.ts'
import type { Member } from '../grouping/member.ts'
import { settleComponent } from '../grouping/settle.ts'
import { type NumberedTie, tieWordings } from '../grouping/tie-wordings.ts'
import { UnionFind } from '../grouping/union-find.ts'
import { type EnteredClaim, readClaims } from '../storing/stored-claims.ts'
import { roundScore } from '../storing/stored-ties.ts'
import { anchorsOf } from '../wording/anchors.ts'
import { judgeSame } from '../wording/judge-wordings.ts'
import { readWording } from '../wording/wording.ts'
import type { FoundGroup } from './describe-groups.ts'

const ARTICLES_A_PAGE = 500

/** A claim that tells enough to tie somebody. */
export interface FoundClaim extends Member, Pick<EnteredClaim, 'articleRowid' | 'seenBy'> {
  readonly seen: string | null
  readonly publisher: string | null
  /** Number of its wording. */
  readonly number: number
}

/** Families of all articles, with all that they rest on. */
export interface FoundAnew {
  readonly claims: readonly FoundClaim[]
  readonly texts: readonly string[]
  /** Each with the number of its wording. */
  readonly anchors: readonly (readonly [anchor: number, number: number])[]
  /** Of different wordings. */
  readonly ties: readonly NumberedTie[]
  readonly groups: readonly FoundGroup[]
}

/** Finds all families by the claims alone, in memory: nothing that was found before is looked at. */
export async function findAllAnew(database: StoreDatabase): Promise<FoundAnew> {
  const { claims, texts } = await gather(database)
  const numbersOf: number[][] = texts.map(() => [])
  for (const [place, { number }] of claims.entries()) numbersOf[number]?.push(place)
  const sets = new UnionFind(claims.length)
  const anchors = texts.flatMap((text, number) => anchorsOf(readWording(text)).map(anchor => [anchor, number] as const))
  const kept: NumberedTie[] = []
  for (const found of tieWordings(texts)) {
    // As it is kept: what joins claims is judged by that.
    const tie = { ...found, score: roundScore(found.score) }
    const [one, other] = [numbersOf[tie.one] as number[], numbersOf[tie.other] as number[]]
    if (tie.one === tie.other && one.length === 1) continue
    joinClaims(claims, one, other, tie, sets)
    kept.push(tie)
  }
  const groups = settleAll(claims, texts, sets, kept)
  return { claims, texts, anchors, ties: kept.filter(({ one, other }) => one !== other), groups }
}

async function gather(
  database: StoreDatabase,
): Promise<{ readonly claims: readonly FoundClaim[]; readonly texts: readonly string[] }> {
  const claims: FoundClaim[] = []
  const texts: string[] = []
  const numbers = new Map<string, number | null>()
  const numberOf = (words: string) => {
    const known = numbers.get(words)
    if (known !== undefined) return known
    const number = judgeSame(readWording(words)) === null ? null : texts.push(words) - 1
    numbers.set(words, number)
    return number
  }
  for await (const page of streamArticlePages(database, ARTICLES_A_PAGE)) {
    const articleOf = new Map(page.map(article => [article.rowid, article]))
    for (const { words, seenAt, ...claim } of await readClaims(database, page)) {
      const number = numberOf(words)
      const article = articleOf.get(claim.articleRowid)
      if (number === null || article === undefined) continue
      const { uri, publisher } = article
      const time = seenAt === null ? null : Date.parse(seenAt)
      claims.push({ ...claim, article: uri, publisher, wording: words, number, seen: seenAt, seenAt: time })
    }
  }
  return { claims, texts }
}

function settleAll(
  claims: readonly FoundClaim[],
  texts: readonly string[],
  sets: UnionFind,
  ties: readonly NumberedTie[],
): FoundGroup[] {
  const tiesOf = Map.groupBy(ties, ({ one }) => one)
  const components = Map.groupBy(claims.keys(), place => sets.find(place))
  return [...components.values()].flatMap(places => {
    if (places.length < 2) return []
    const members = places.map(place => claims[place] as FoundClaim)
    const own = new Set(members.map(({ number }) => number))
    const inside = [...own].flatMap(number => (tiesOf.get(number) ?? []).filter(({ other }) => own.has(other)))
    const named = inside.map(tie => ({ ...tie, one: texts[tie.one] as string, other: texts[tie.other] as string }))
    const scores = new Map(inside.map(({ one, other, score }) => [keyOf(one, other), score]))
    const scoreOf = (one: number, other: number) => (one === other ? 1 : (scores.get(keyOf(one, other)) ?? null))
    return settleComponent(members, named).map(({ id, members: own }) => ({
      id,
      members: (own as readonly FoundClaim[]).map(member => ({ ...member, wording: member.number })),
      scoreOf,
    }))
  })
}

function keyOf(one: number, other: number): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`
}
