import { sql } from 'kysely'
import { givenRows, insertRows, isAmong } from '../../store/dialect/write-rows.ts'
import type { StoreDatabase, WordingTieTable } from '../../store/schema.ts'
import type { NumberedTie } from '../grouping/tie-wordings.ts'
import { WordRows } from '../grouping/word-rows.ts'
import { anchorsOf, MOST_OF_ANCHOR } from '../wording/anchors.ts'
import { judgeWordings, type Tie } from '../wording/judge-wordings.ts'
import type { Wording } from '../wording/wording.ts'
import { anchorsOfAll, countAnchors, findByAnchor, readWordings, type StoredWording } from './stored-wordings.ts'

export type StoredTie = Pick<WordingTieTable, 'one_rowid' | 'other_rowid' | 'strength' | 'score'>

const TIE_COLUMNS = {
  one_rowid: 'bigint',
  other_rowid: 'bigint',
  score: 'double precision',
  shared_words: 'integer',
  strength: 'text',
  alignment: 'text',
} as const

/** A score is kept in so many steps: what comes after four digits says nothing, and stores may read it otherwise. */
export const SCORE_STEPS = 10_000

export function roundScore(score: number): number {
  return Math.round(score * SCORE_STEPS) / SCORE_STEPS
}

export type TieRow = [one: number, other: number, score: number, words: number, strength: string, alignment: string]

/** @param tie of the wordings in this order, the smaller text first */
export function tieRow(
  one: number,
  other: number,
  tie: Pick<Tie, 'score' | 'sharedWords' | 'strength' | 'runs'>,
): TieRow {
  return [one, other, roundScore(tie.score), tie.sharedWords, tie.strength, JSON.stringify(tie.runs)]
}

/** A tie as its row has it: the smaller of the two texts first. Numbers are those of `texts`. */
export function inTextOrder(texts: readonly string[], tie: NumberedTie): Pick<NumberedTie, 'one' | 'other' | 'runs'> {
  const { one, other, runs } = tie
  if ((texts[one] as string) < (texts[other] as string)) return { one, other, runs }
  return { one: other, other: one, runs: runs.map(([first, second, length]) => [second, first, length] as const) }
}

export async function insertTies(database: StoreDatabase, rows: readonly TieRow[]): Promise<void> {
  await insertRows(database, 'wording_tie', TIE_COLUMNS, rows)
}

/**
 * Finds what wordings are tied to that have just come, and takes away ties that stood on an anchor alone which is generic by now.
 *
 * @returns the wordings whose ties are others now, without the new ones
 */
export async function tieFresh(database: StoreDatabase, fresh: readonly StoredWording[]): Promise<ReadonlySet<number>> {
  const anchors = anchorsOfAll(fresh)
  const added = new Map<number, number>()
  for (const own of anchors.values()) for (const anchor of own) added.set(anchor, (added.get(anchor) ?? 0) + 1)
  const before = await countAnchors(database, added.keys())
  const rows = [...anchors].flatMap(([rowid, own]) => own.map(anchor => [anchor, rowid]))
  await insertRows(database, 'wording_anchor', { anchor: 'integer', wording_rowid: 'bigint' }, rows)
  const telling: number[] = []
  const crossed: number[] = []
  for (const [anchor, more] of added) {
    const former = before.get(anchor) ?? 0
    if (former + more <= MOST_OF_ANCHOR) telling.push(anchor)
    else if (former <= MOST_OF_ANCHOR) crossed.push(anchor)
  }
  const changed = await dropLoose(database, crossed)
  const byAnchor = await findByAnchor(database, telling)
  const known = new Map(fresh.map(({ rowid, wording }) => [rowid, wording]))
  const pairs = new PairSet()
  for (const [rowid, own] of anchors)
    for (const anchor of own) for (const other of byAnchor.get(anchor) ?? []) pairs.add(rowid, other)
  await judgePairs(database, pairs, known)
  return changed
}

/**
 * Forgets wordings that no claim has any more, and ties what an anchor proposes again that was generic until now.
 *
 * @returns the wordings whose ties are others now
 */
export async function forgetWordings(
  database: StoreDatabase,
  empty: readonly StoredWording[],
): Promise<ReadonlySet<number>> {
  const rowids = empty.map(({ rowid }) => rowid)
  const anchors = anchorsOfAll(empty)
  const removed = new Map<number, number>()
  for (const own of anchors.values()) for (const anchor of own) removed.set(anchor, (removed.get(anchor) ?? 0) + 1)
  for (const column of ['one_rowid', 'other_rowid'] as const)
    await database
      .deleteFrom('wording_tie')
      .where(isAmong(database, column, rowids))
      .execute()
  const rows = [...anchors].flatMap(([rowid, own]) => own.map(anchor => [anchor, rowid]))
  const given = givenRows(database, ['integer', 'bigint'], rows)
  await sql`delete from wording_anchor where (anchor, wording_rowid) in (select c0, c1 from (${given}) as given)`.execute(
    database,
  )
  await database
    .deleteFrom('wording')
    .where(isAmong(database, 'rowid', rowids))
    .execute()
  const after = await countAnchors(database, removed.keys())
  const telling = [...removed].filter(([anchor, fewer]) => {
    const left = after.get(anchor) ?? 0
    return left <= MOST_OF_ANCHOR && left + fewer > MOST_OF_ANCHOR
  })
  return await tieAgain(
    database,
    telling.map(([anchor]) => anchor),
  )
}

/** Ties whose wordings share no anchor any more that proposes pairs. */
async function dropLoose(database: StoreDatabase, crossed: readonly number[]): Promise<ReadonlySet<number>> {
  const changed = new Set<number>()
  for (const rowids of (await findByAnchor(database, crossed)).values()) {
    const ties = await database
      .selectFrom('wording_tie')
      .select(['one_rowid', 'other_rowid'])
      .where(isAmong(database, 'one_rowid', rowids))
      .where(isAmong(database, 'other_rowid', rowids))
      .execute()
    const wordings = await readWordings(database, [...new Set(ties.flatMap(tie => [tie.one_rowid, tie.other_rowid]))])
    const anchors = new Map([...wordings].map(([rowid, wording]) => [rowid, anchorsOf(wording)]))
    const counts = await countAnchors(database, [...anchors.values()].flat())
    const isTelling = (anchor: number) => (counts.get(anchor) ?? 0) <= MOST_OF_ANCHOR
    const loose = ties.filter(({ one_rowid, other_rowid }) => {
      const others = new Set(anchors.get(other_rowid))
      return !(anchors.get(one_rowid) ?? []).some(anchor => others.has(anchor) && isTelling(anchor))
    })
    const given = givenRows(
      database,
      ['bigint', 'bigint'],
      loose.map(tie => [tie.one_rowid, tie.other_rowid]),
    )
    await sql`delete from wording_tie where (one_rowid, other_rowid) in (select c0, c1 from (${given}) as given)`.execute(
      database,
    )
    for (const { one_rowid, other_rowid } of loose) changed.add(one_rowid).add(other_rowid)
  }
  return changed
}

async function tieAgain(database: StoreDatabase, anchors: readonly number[]): Promise<ReadonlySet<number>> {
  const pairs = new PairSet()
  for (const rowids of (await findByAnchor(database, anchors)).values())
    for (const [place, one] of rowids.entries()) for (const other of rowids.slice(place + 1)) pairs.add(one, other)
  return await judgePairs(database, pairs, new Map())
}

/** Ties those of the pairs that are of one utterance and not tied yet. */
async function judgePairs(
  database: StoreDatabase,
  pairs: PairSet,
  known: ReadonlyMap<number, Wording>,
): Promise<ReadonlySet<number>> {
  const missing = [...pairs.members()].filter(rowid => !known.has(rowid))
  const wordings = new Map([...known, ...(await readWordings(database, missing))])
  const isTied = await findTied(database, pairs, known)
  const rows: TieRow[] = []
  const places = new Map([...wordings.keys()].map((rowid, place) => [rowid, place]))
  const glance = new WordRows()
  for (const wording of wordings.values()) glance.add(wording)
  for (const [a, b] of pairs) {
    if (isTied.has(a, b) || !glance.mayTie(places.get(a) as number, places.get(b) as number)) continue
    const [one, other] = [wordings.get(a) as Wording, wordings.get(b) as Wording]
    const isInOrder = one.text < other.text
    const tie = isInOrder ? judgeWordings(one, other) : judgeWordings(other, one)
    if (tie !== null) rows.push(isInOrder ? tieRow(a, b, tie) : tieRow(b, a, tie))
  }
  await insertTies(database, rows)
  return new Set(rows.flatMap(row => row.slice(0, 2) as [number, number]))
}

/** Which of the pairs are tied already: none of a wording that has just come. */
async function findTied(
  database: StoreDatabase,
  pairs: PairSet,
  fresh: ReadonlyMap<number, Wording>,
): Promise<PairSet> {
  const tied = new PairSet()
  const old = [...pairs.members()].filter(rowid => !fresh.has(rowid))
  if (fresh.size > 0 || old.length === 0) return tied
  const ties = await database
    .selectFrom('wording_tie')
    .select(['one_rowid', 'other_rowid'])
    .where(isAmong(database, 'one_rowid', old))
    .execute()
  for (const { one_rowid, other_rowid } of ties) tied.add(one_rowid, other_rowid)
  return tied
}

/** Pairs of numbers, each once, whichever comes first. */
class PairSet {
  readonly #others = new Map<number, Set<number>>()

  add(one: number, other: number): void {
    if (one === other) return
    const [low, high] = one < other ? [one, other] : [other, one]
    const others = this.#others.get(low)
    if (others === undefined) this.#others.set(low, new Set([high]))
    else others.add(high)
  }

  has(one: number, other: number): boolean {
    return this.#others.get(Math.min(one, other))?.has(Math.max(one, other)) === true
  }

  members(): Set<number> {
    return new Set([...this].flat())
  }

  *[Symbol.iterator](): Generator<[number, number]> {
    for (const [low, others] of this.#others) for (const high of others) yield [low, high]
  }
}
