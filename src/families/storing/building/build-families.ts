import type { EnteringStore } from '../../../store/entering.ts'
import type { AnchorRow } from '../../grouping/anchor-row.ts'
import { Grouped } from '../../grouping/grouped.ts'
import { joinClaims } from '../../grouping/join-claims.ts'
import { settleComponent } from '../../grouping/settle.ts'
import { tieWordings } from '../../grouping/tie-wordings.ts'
import { UnionFind } from '../../grouping/union-find.ts'
import { Turn } from '../../heed-signal.ts'
import { describeFamily } from '../describe-family.ts'
import { readVariants } from '../stored-claims.ts'
import { inTextOrder, roundScore, tieRow } from '../stored-ties.ts'
import { type FamilyRow, type Place, placeMembers, tellDifferences } from '../write-families.ts'
import type { GatheredClaim } from './claim-table.ts'
import { type Gathered, gatherClaims } from './gathered-claims.ts'
import { Places } from './places.ts'
import { type ListedTie, TieList } from './tie-list.ts'
import { TieWriter, writeAnchors, writeFamilyRows, writeMembers, writeNumbers, writeWordings } from './write-built.ts'

/**
 * Finds the families of all articles that are being entered, in memory, and writes them into empty tables: the same rows as
 * entering one article after the other gives, in a fraction of the time. What was found is written as it is found, so that claims
 * and the words of each are all that is held.
 */
export async function buildFamilies(store: EnteringStore): Promise<void> {
  const gathered = await gatherClaims(store)
  await writeWordings(store, gathered.texts)
  const sets = new UnionFind(gathered.claims.length)
  const ties = await tieAll(store, gathered, sets)
  const places = new Places(gathered.claims.length)
  let families = 0
  for (const portion of portions(settleAll(gathered, sets, ties))) {
    const described = await describeAll(store, portion)
    await writeFamilyRows(
      store,
      described.map(({ row }) => row),
      families,
    )
    for (const { members, places: own } of described) {
      families += 1
      for (const [index, { place }] of members.entries()) places.set(place, families, own[index] as Place)
    }
  }
  await writeMembers(store, gathered.claims, places)
  await writeNumbers(store)
}

/** Ties wordings, and joins their claims in `sets`; writes anchors and ties. */
async function tieAll(store: EnteringStore, { claims, texts }: Gathered, sets: UnionFind): Promise<TieList> {
  const placesOf = new Grouped(claims.length, texts.length, place => claims.numberAt(place))
  const { sayers } = claims
  const list = new TieList(texts.length)
  const writer = new TieWriter(store)
  let anchors: AnchorRow | null = null
  const onAnchors = (found: AnchorRow) => {
    anchors = found
  }
  const turn = new Turn()
  for (const found of tieWordings(texts, onAnchors)) {
    if (turn.isDue()) await store.read(async () => {})
    // As it is kept: what holds of claims that come later is found by that.
    const tie = { one: found.one, other: found.other, strength: found.strength, score: roundScore(found.score) }
    const one = placesOf.of(tie.one)
    const other = tie.one === tie.other ? one : placesOf.of(tie.other)
    if (one === other && one.length === 1) continue
    joinClaims(sayers, one, other, tie, sets)
    list.push(tie)
    if (one === other) continue
    const ordered = inTextOrder(texts, found)
    if (writer.add(tieRow(ordered.one + 1, ordered.other + 1, { ...found, runs: ordered.runs }))) await writer.write()
  }
  await writer.write()
  if (anchors !== null) await writeAnchors(store, anchors)
  return list
}

/** A family's claims, the first seen first, and how near the wordings are to its own. */
interface Group {
  readonly id: string
  readonly members: readonly GatheredClaim[]
  readonly scores: ReadonlyMap<number, number>
}

function* settleAll({ claims, texts }: Gathered, sets: UnionFind, ties: TieList): Generator<Group> {
  const components = new Grouped(claims.length, claims.length, place => sets.find(place))
  for (let root = 0; root < claims.length; root++) {
    const places = components.of(root)
    if (places.length < 2) continue
    const component = Array.from(places, place => claims.at(place))
    const inside = ties.within(new Set(component.map(({ number }) => number)))
    const named = inside.map(tie => ({ ...tie, one: texts[tie.one] as string, other: texts[tie.other] as string }))
    for (const { id, members } of settleComponent(component, named) as readonly Omit<Group, 'scores'>[])
      yield { id, members, scores: scoresWith(members[0]?.number as number, inside) }
  }
}

/** How near others are to a wording. */
function scoresWith(number: number, ties: readonly ListedTie[]): ReadonlyMap<number, number> {
  const scores = new Map([[number, 1]])
  for (const { one, other, score } of ties)
    if (one === number) scores.set(other, score)
    else if (other === number) scores.set(one, score)
  return scores
}

/** Claims that are held against one another at once. */
const CLAIMS_A_PORTION = 5000

function* portions(groups: Iterable<Group>): Generator<readonly Group[]> {
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

interface Described {
  readonly row: FamilyRow
  readonly members: readonly GatheredClaim[]
  readonly places: readonly Place[]
}

async function describeAll(store: EnteringStore, groups: readonly Group[]): Promise<Described[]> {
  const ids = groups.flatMap(({ members }) => members.map(({ id }) => id))
  const variants = await store.read(database => readVariants(database, ids))
  return groups.map(({ id, members, scores }) => {
    const tell = tellDifferences(variants.get(members[0]?.id as string))
    const differsOf = new Map(members.map(member => [member.id, tell(variants.get(member.id))]))
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
