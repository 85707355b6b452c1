import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Article } from '../../src/domain/article.ts'
import type { ArticleRecord } from '../../src/domain/record.ts'
import type { Analyser } from '../../src/run/analyser.ts'
import { SqliteStore } from '../../src/store/sqlite/sqlite-store.ts'
import { median, timeOf } from './figures.ts'

export interface WriterSpeed {
  readonly articles: number
  readonly rows: number
  readonly ms: number
}

/** As many records a transaction as a run writes. */
const BATCH = 100

/** The real store on a new file, fully synchronised, fed with records that are ready: nothing but writing is timed. */
export async function measureWriter(
  articles: readonly Article[],
  repeats: number,
  analyser: Analyser,
): Promise<WriterSpeed> {
  const records = await Promise.all(articles.map(article => analyser.analyseArticle(article)))
  const { rows } = writeAll(records)
  const times = Array.from({ length: repeats }, () => writeAll(records).ms)
  return { articles: records.length, rows, ms: median(times) }
}

function writeAll(records: readonly ArticleRecord[]): { readonly ms: number; readonly rows: number } {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-'))
  try {
    const path = join(folder, 'bench.db')
    const store = SqliteStore.open(path)
    const run = store.startRun({
      hearsay: 'bench',
      node: process.version,
      libraries: {},
      stages: records[0]?.stages ?? [],
      options: {},
    })
    const ms = timeOf(() => {
      for (let i = 0; i < records.length; i += BATCH) {
        store.write(run, { records: records.slice(i, i + BATCH), dead: [], skipped: [] })
      }
    })
    store.close()
    return { ms, rows: countRows(path) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Rows of the store's own tables; those of SQLite and of the full-text index are not counted. */
function countRows(path: string): number {
  const database = new Database(path, { readonly: true })
  try {
    const tables = database
      .prepare<[], string>("SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND strict")
      .pluck()
      .all()
    const count = (table: string) => database.prepare<[], number>(`SELECT count(*) FROM "${table}"`).pluck().get() ?? 0
    return tables.reduce((sum, table) => sum + count(table), 0)
  } finally {
    database.close()
  }
}
