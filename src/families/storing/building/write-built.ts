import { sql } from 'kysely'
import { dialectOf } from '../../../store/dialect/dialect.ts'
import { insertRows, isAmong } from '../../../store/dialect/write-rows.ts'
import type { EnteringStore } from '../../../store/entering.ts'
import type { StoreDatabase } from '../../../store/schema.ts'
import type { AnchorRow } from '../../grouping/anchor-row.ts'
import { readWording } from '../../wording/wording.ts'
import { MEMBER_COLUMNS } from '../stored-members.ts'
import { insertTies, type TieRow } from '../stored-ties.ts'
import { WORDING_COLUMNS, wordingRow } from '../stored-wordings.ts'
import { FAMILY_COLUMNS, type FamilyRow, familyRow } from '../write-families.ts'
import type { ClaimTable, GatheredClaim } from './claim-table.ts'
import type { Places } from './places.ts'

/** So many rows are written in one transaction: others who write wait for no longer than that. */
const ROWS_AT_ONCE = 20_000

/*
 * Writes what is found of all articles at once into empty tables; a wording's number in the store is one more than among those that
 * were gathered.
 */

export async function writeWordings(store: EnteringStore, texts: readonly string[]): Promise<void> {
  await inPortions(store, texts, async (database, portion, from) => {
    const rows = portion.map((text, index) => [from + index + 1, ...wordingRow(readWording(text))])
    await insertRows(database, 'wording', { rowid: 'bigint', ...WORDING_COLUMNS }, rows)
  })
}

/** Writes ties as they come, many at once. */
export class TieWriter {
  readonly #store: EnteringStore
  #rows: TieRow[] = []

  constructor(store: EnteringStore) {
    this.#store = store
  }

  /** @returns whether there are enough of them to be written */
  add(row: TieRow): boolean {
    return this.#rows.push(row) >= ROWS_AT_ONCE
  }

  async write(): Promise<void> {
    const rows = this.#rows.sort((a, b) => a[0] - b[0] || a[1] - b[1])
    this.#rows = []
    await inPortions(this.#store, rows, insertTies)
  }
}

/** @param before how many were written before */
export async function writeFamilyRows(store: EnteringStore, rows: readonly FamilyRow[], before: number): Promise<void> {
  const numbered = rows.map((row, index) => [before + index + 1, ...familyRow(row)])
  await inPortions(store, numbered, (database, portion) =>
    insertRows(database, 'quotation_family', { rowid: 'bigint', ...FAMILY_COLUMNS }, portion),
  )
}

export async function writeMembers(store: EnteringStore, claims: ClaimTable, places: Places): Promise<void> {
  for (let from = 0; from < claims.length; from += ROWS_AT_ONCE) {
    const length = Math.min(ROWS_AT_ONCE, claims.length - from)
    const portion = Array.from({ length }, (_, index) => claims.at(from + index))
    await store.transact(database => writePortion(database, portion, places))
  }
}

async function inPortions<Row>(
  store: EnteringStore,
  rows: readonly Row[],
  write: (database: StoreDatabase, rows: readonly Row[], from: number) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await store.transact(database => write(database, rows.slice(from, from + ROWS_AT_ONCE), from))
}

/** There are many, so that rows of them are made when they are written. */
export async function writeAnchors(store: EnteringStore, anchors: AnchorRow): Promise<void> {
  for (let from = 0; from < anchors.length; from += ROWS_AT_ONCE) {
    const length = Math.min(ROWS_AT_ONCE, anchors.length - from)
    const rows = Array.from({ length }, (_, index) => [
      anchors.anchorAt(from + index),
      anchors.wordingAt(from + index) + 1,
    ])
    await store.transact(database =>
      insertRows(database, 'wording_anchor', { anchor: 'integer', wording_rowid: 'bigint' }, rows),
    )
  }
}

/** What has gone since it was read is noted as lost, so that its families are mended next. */
async function writePortion(database: StoreDatabase, claims: readonly GatheredClaim[], places: Places): Promise<void> {
  const articles = [...new Set(claims.map(({ articleRowid }) => articleRowid))]
  const entries = database
    .selectFrom('across_entry')
    .select('article_rowid')
    .where(isAmong(database, 'article_rowid', articles))
  // On a server nothing may go between this look and the rows that rest on it.
  const found = await (dialectOf(database) === 'postgres' ? entries.forShare() : entries).execute()
  const present = new Set(found.map(({ article_rowid }) => article_rowid))
  const rows = claims.map(claim => {
    const { family = null, variant = null, score = null, differs = '' } = places.get(claim.place) ?? {}
    const { id, articleRowid, number, speaker, seen, seenBy, quotation } = claim
    const member = [id, articleRowid, number + 1, speaker, seen, seenBy, quotation]
    return { isPresent: present.has(articleRowid), member: [...member, family, variant, score, differs], claim, family }
  })
  await insertRows(
    database,
    'quotation_member',
    { ...MEMBER_COLUMNS, family_rowid: 'bigint', variant: 'integer', score: 'double precision', differs: 'text' },
    rows.filter(({ isPresent }) => isPresent).map(({ member }) => member),
  )
  await insertRows(
    database,
    'quotation_loss',
    { claim_id: 'text', wording_rowid: 'bigint', family_rowid: 'bigint', speaker: 'text', seen_at: 'text' },
    rows
      .filter(({ isPresent }) => !isPresent)
      .map(({ claim, family }) => [claim.id, claim.number + 1, family, claim.speaker, claim.seen]),
  )
}

/** A server gives numbers out from where it stopped, whatever was inserted meanwhile. */
export async function writeNumbers(store: EnteringStore): Promise<void> {
  await store.transact(numberOn)
}

async function numberOn(database: StoreDatabase): Promise<void> {
  if (dialectOf(database) === 'sqlite') return
  for (const table of ['wording', 'quotation_family'] as const)
    await sql`select setval(pg_get_serial_sequence(${table}, 'rowid'), max(rowid)) from ${sql.table(table)}`.execute(
      database,
    )
}
