import type { Database } from 'better-sqlite3'
import {
  groupByArticle,
  type NumberedLeaf,
  type NumberedRow,
  toInputLeaves,
  toLetterLeaves,
} from '../seals/sealed-rows.ts'
import { selectArticleRows, selectInputs, selectLeftOut, selectLetters } from '../seals/sealed-sql.ts'
import { closeSealById } from './close-seal.ts'
import { linkCorrections } from './link-corrections.ts'
import { linkVoiceCorrections } from './link-voice-corrections.ts'
import { SealWriter } from './seal-writer.ts'

/** Rows that are in memory together, with what hangs on them. */
const ROWS_AT_ONCE = 200

/**
 * Seals what was written when there were no seals yet, as it stands now: a seal for each run, of what it wrote last, and
 * one for what no run is known of. That of a run that has not ended stays open. Call inside a transaction.
 */
export function sealLater(database: Database): void {
  linkCorrections(database)
  linkVoiceCorrections(database)
  const writer = new SealWriter(database)
  const ended = new Map<number | null, number>()
  const sealOf = new Map<number | null, number>()
  for (const { id, status } of findRuns(database)) {
    const seal = writer.open('later', id)
    sealOf.set(id, seal)
    if (status !== 'running') ended.set(id, seal)
  }
  const sealFor = (runId: number | null) => {
    const seal = sealOf.get(runId) ?? writer.open('later', null)
    if (!sealOf.has(runId)) {
      sealOf.set(runId, seal)
      ended.set(runId, seal)
    }
    return seal
  }
  sealArticles(database, writer, sealFor)
  sealNumbered(
    database,
    'dead_letter',
    where => toLetterLeaves(all(database, selectLetters(where('own.id')))),
    leaf => writer.add(leaf, sealFor(leaf.run)),
  )
  sealNumbered(
    database,
    'input',
    where =>
      toInputLeaves(all(database, selectInputs(where('own.id'))), all(database, selectLeftOut(where('own.input_id')))),
    leaf => writer.add(leaf, sealFor(leaf.run)),
  )
  for (const seal of ended.values()) closeSealById(database, seal)
}

function findRuns(database: Database): { readonly id: number; readonly status: string }[] {
  return database.prepare<[], { id: number; status: string }>('SELECT id, status FROM run ORDER BY id').all()
}

function sealArticles(database: Database, writer: SealWriter, sealFor: (runId: number | null) => number): void {
  const runOf = database
    .prepare<[number], number | null>('SELECT max(run_id) FROM done WHERE article_rowid = ?')
    .pluck()
  for (const where of ranges(database, 'article', 'rowid')) {
    const tables = Object.entries(selectArticleRows(where)).map(([name, sql]) => [name, all(database, sql)])
    for (const [rowid, rows] of groupByArticle(Object.fromEntries(tables)))
      writer.addArticle(String(rows.article[0]?.[0]), rows, sealFor(runOf.get(rowid) ?? null))
  }
}

function sealNumbered(
  database: Database,
  table: 'dead_letter' | 'input',
  read: (where: (number: string) => string) => NumberedLeaf[],
  add: (leaf: NumberedLeaf & { readonly run: number | null }) => void,
): void {
  const runOf = database.prepare<[number], number | null>(`SELECT run_id FROM ${table} WHERE id = ?`).pluck()
  for (const where of ranges(database, table, 'id'))
    for (const leaf of read(where)) add({ ...leaf, run: runOf.get(leaf.number) ?? null })
}

/** Conditions that part a table into ranges of some rows. */
function* ranges(database: Database, table: string, number: string): Generator<(column: string) => string> {
  const end = database.prepare<[number], number | null>(
    `SELECT max(${number}) FROM (SELECT ${number} FROM ${table} WHERE ${number} > ? ORDER BY ${number} LIMIT ${ROWS_AT_ONCE})`,
  )
  for (let after = -1; ; ) {
    const last = end.pluck().get(after)
    if (last === null || last === undefined) return
    const [first, until] = [after + 1, last]
    yield column => `${column} BETWEEN ${first} AND ${until}`
    after = last
  }
}

function all(database: Database, sql: string): NumberedRow[] {
  return database.prepare<[], NumberedRow>(sql).raw().all()
}
