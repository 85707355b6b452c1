import { sql } from 'kysely'
import { applyCorrections, type CorrectedRecord } from '../../corrections/apply-corrections.ts'
import { type LedgerEntry, toLedgerEntry } from '../../corrections/ledger-entry.ts'
import type { Cell } from '../../seal/canonical-form.ts'
import type { StoreDatabase } from '../schema.ts'
import { selectCorrections } from '../seals/sealed-sql.ts'
import { literal } from '../transfer/seals/sealed-subjects.ts'
import { readArticleRecord } from './article-record.ts'

/** SQLite takes long texts, but a statement of a million ids would take its time to be read. */
const CLAIMS_AT_ONCE = 1_000

/**
 * An article's record as it stands after its corrections; `readArticleRecord` is what the machine found.
 *
 * @throws Error when there is no such article: `resolveArticle` first.
 */
export async function readCorrectedRecord(database: StoreDatabase, articleId: string): Promise<CorrectedRecord> {
  const record = await readArticleRecord(database, articleId)
  return applyCorrections(record, await findEntriesOfArticle(database, articleId))
}

/** All entries of the ledger that speak of claims of an article. */
export async function findEntriesOfArticle(database: StoreDatabase, articleId: string): Promise<LedgerEntry[]> {
  const among = `own.claim_id IN (SELECT claim_id FROM standing WHERE article_id = ${literal(articleId)})`
  return await readEntries(database, among)
}

/** All entries of the ledger that speak of these claims. */
export async function findEntries(database: StoreDatabase, claimIds: readonly string[]): Promise<LedgerEntry[]> {
  const entries: LedgerEntry[] = []
  for (let from = 0; from < claimIds.length; from += CLAIMS_AT_ONCE) {
    const ids = claimIds
      .slice(from, from + CLAIMS_AT_ONCE)
      .map(literal)
      .join(', ')
    entries.push(...(await readEntries(database, `own.claim_id IN (${ids})`)))
  }
  return entries
}

async function readEntries(database: StoreDatabase, where: string): Promise<LedgerEntry[]> {
  const { rows } = await sql<Record<string, Cell>>`${sql.raw(selectCorrections(where))}`.execute(database)
  return rows.map(row => toLedgerEntry(Object.values(row).slice(1)))
}
