import type { EnteringStore } from '../../store/entering.ts'
import { joinClaims } from '../grouping/join-claims.ts'
import type { WordingTie } from '../grouping/member.ts'
import { NumberRow } from '../grouping/number-row.ts'
import { settleComponent } from '../grouping/settle.ts'
import { tieWordings } from '../grouping/tie-wordings.ts'
import { UnionFind } from '../grouping/union-find.ts'
import { describeFamily } from './describe-family.ts'
import { type Gathered, type GatheredClaim, gatherClaims } from './gathered-claims.ts'
import { readVariants } from './stored-claims.ts'
import { roundScore, type TieRow, tieRow } from './stored-ties.ts'
import { writeBuilt } from './write-built.ts'
import { type FamilyRow, type Place, placeMembers, tellDifferences } from './write-families.ts'

/** A family that was found, with where each of its claims stands in it. */
export interface BuiltFamily {
  readonly row: FamilyRow
  readonly members: readonly GatheredClaim[]
  readonly places: readonly Place[]
}

export interface Built extends Gathered {
  /** Anchors with the number of their wording, in order: one after the other. */
  readonly anchors: NumberRow
  readonly ties: readonly TieRow[]
  readonly families: readonly BuiltFamily[]
}

/**
 * Finds the families of all articles that are being entered, in memory, and writes them into empty tables: the same rows as
 * entering one article after the other gives, in a fraction of the time.
 */
export async function buildFamilies(store: EnteringStore): Promise<void> {
  const gathered = await gatherClaims(store)
  const anchors = new NumberRow()
  const ties: TieRow[] = []
  const groups = groupClaims(gathered, anchors, ties)
  const families: BuiltFamily[] = []
  for (const portion of portions(groups)) families.push(...(await describeAll(store, gathered, portion)))
  await writeBuilt(store, { ...gathered, anchors, ties, families })
}

/** A family's claims, the first seen first, and how near the wordings are to its own. */
interface Group {
  readonly id: string
  readonly members: readonly GatheredClaim[]
  readonly scores: ReadonlyMap<number, number>
}

function groupClaims({ claims, texts }: Gathered, anchors: NumberRow, ties: TieRow[]): Group[] {
  const numbersOf = groupNumbers(claims, texts.length)
  const sets = new UnionFind(claims.length)
  const tiesOf = new Map<number, NumberedTie[]>()
  const addTo = (number: number, tie: NumberedTie) => {
    const own = tiesOf.get(number)
    if (own === undefined) tiesOf.set(number, [tie])
    else own.push(tie)
  }
  const onAnchor = (anchor: number, number: number) => {
    anchors.push(anchor)
    anchors.push(number)
  }
  for (const found of tieWordings(texts, onAnchor)) {
    // As it is kept: what holds of claims that come later is found by that.
    const tie = { one: found.one, other: found.other, strength: found.strength, score: roundScore(found.score) }
    const [one, other] = [numbersOf[tie.one] as number[], numbersOf[tie.other] as number[]]
    if (tie.one === tie.other && one.length === 1) continue
    joinClaims(claims, one, other, tie, sets)
    addTo(tie.one, tie)
    if (tie.other === tie.one) continue
    addTo(tie.other, tie)
    const isInOrder = (texts[tie.one] as string) < (texts[tie.other] as string)
    const runs = isInOrder ? found.runs : found.runs.map(([a, b, length]) => [b, a, length] as const)
    const [low, high] = isInOrder ? [tie.one, tie.other] : [tie.other, tie.one]
    ties.push(tieRow(low + 1, high + 1, { ...found, runs }))
  }
  return settleAll(claims, texts, sets, tiesOf)
}

interface NumberedTie {
  readonly one: number
  readonly other: number
  readonly strength: 'strong' | 'weak'
  readonly score: number
}

function groupNumbers(claims: readonly GatheredClaim[], wordings: number): number[][] {
  const numbersOf: number[][] = Array.from({ length: wordings }, () => [])
  for (const [place, { number }] of claims.entries()) numbersOf[number]?.push(place)
  return numbersOf
}

function settleAll(
  claims: readonly GatheredClaim[],
  texts: readonly string[],
  sets: UnionFind,
  tiesOf: ReadonlyMap<number, readonly NumberedTie[]>,
): Group[] {
  const components = new Map<number, GatheredClaim[]>()
  for (const [place, claim] of claims.entries()) {
    const root = sets.find(place)
    const component = components.get(root)
    if (component === undefined) components.set(root, [claim])
    else component.push(claim)
  }
  const groups: Group[] = []
  for (const component of components.values()) {
    if (component.length < 2) continue
    const own = new Set(component.map(({ number }) => number))
    const inside = [...new Set([...own].flatMap(number => tiesOf.get(number) ?? []))].filter(
      ({ one, other }) => own.has(one) && own.has(other),
    )
    const ties: WordingTie[] = inside.map(tie => ({
      ...tie,
      one: texts[tie.one] as string,
      other: texts[tie.other] as string,
    }))
    for (const { id, members } of settleComponent(component, ties) as readonly Omit<Group, 'scores'>[])
      groups.push({ id, members, scores: scoresWith(members[0]?.number as number, inside) })
  }
  return groups
}

/** How near others are to a wording. */
function scoresWith(number: number, ties: readonly NumberedTie[]): ReadonlyMap<number, number> {
  const scores = new Map([[number, 1]])
  for (const { one, other, score } of ties)
    if (one === number) scores.set(other, score)
    else if (other === number) scores.set(one, score)
  return scores
}

/** Claims that are held against one another at once. */
const CLAIMS_A_PORTION = 5000

function* portions(groups: readonly Group[]): Generator<readonly Group[]> {
  let portion: Group[] = []
  let claims = 0
  for (const group of groups) {
    portion.push(group)
    claims += group.members.length
    if (claims < CLAIMS_A_PORTION) continue
    yield portion
    portion = []
    claims = 0
  }
  yield portion
}

async function describeAll(
  store: EnteringStore,
  _gathered: Gathered,
  groups: readonly Group[],
): Promise<BuiltFamily[]> {
  const ids = groups.flatMap(({ members }) => members.map(({ id }) => id))
  const variants = await store.read(database => readVariants(database, ids))
  return groups.map(({ id, members, scores }) => {
    const first = variants.get(members[0]?.id as string)
    const differsOf = new Map(members.map(member => [member.id, tellDifferences(first, variants.get(member.id))]))
    differsOf.set(members[0]?.id as string, '')
    const places = placeMembers(
      members.map(member => ({ id: member.id, wording_rowid: member.number })),
      differsOf,
      (_first, number) => scores.get(number) ?? null,
    )
    const described = members.map((member, index) => ({ ...member, ...(places[index] as Place) }))
    return { row: describeFamily(id, described), members, places }
  })
}
