import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { ArticleRows } from '../../../seal/article-tables.ts'
import type { Cell } from '../../../seal/canonical-form.ts'
import type { StoreDatabase } from '../../schema.ts'
import {
  groupByArticle,
  type NumberedLeaf,
  type NumberedRow,
  type RowsOfArticles,
  toInputLeaves,
  toLetterLeaves,
} from '../../seals/sealed-rows.ts'
import {
  selectArticleRows,
  selectCorrections,
  selectInputs,
  selectLeftOut,
  selectLetters,
  selectRuns,
  selectVoiceCorrections,
} from '../../seals/sealed-sql.ts'
import type { SealLeafTable } from '../../tables/seal-tables.ts'
import { runKey } from '../../transfer/rank.ts'

/** Rows that are in memory together, with what hangs on them. */
const ROWS_AT_ONCE = 50
const LEAVES_AT_ONCE = 10_000

/** All that is stored of one article, as it is sealed. */
export interface StoredArticle {
  readonly rows: ArticleRows
  /** The runs that `done` names. */
  readonly runs: readonly (number | null)[]
}

/** Every article, in the order in which the store has them. */
export async function* streamStoredArticles(database: StoreDatabase): AsyncGenerator<StoredArticle> {
  for await (const where of ranges(database, 'article', 'rowid')) {
    const tables: [string, NumberedRow[]][] = []
    for (const [name, text] of Object.entries(selectArticleRows(where)))
      tables.push([name, await selectRows(database, text)])
    const { rows: done } = await sql<{ article_rowid: number; run_id: number }>`
      SELECT DISTINCT article_rowid, run_id FROM done WHERE ${sql.raw(where('article_rowid'))}`.execute(database)
    const runsOf = Map.groupBy(done, ({ article_rowid }) => article_rowid)
    for (const [rowid, rows] of groupByArticle(Object.fromEntries(tables) as unknown as RowsOfArticles))
      yield { rows, runs: (runsOf.get(rowid) ?? []).map(({ run_id }) => run_id) }
  }
}

/** Leaves of all inputs as they stand, with what was left out of them. */
export async function* streamStoredInputs(database: StoreDatabase): AsyncGenerator<NumberedLeaf> {
  for await (const where of ranges(database, 'input', 'id'))
    yield* toInputLeaves(
      await selectRows(database, selectInputs(where('own.id'))),
      await selectRows(database, selectLeftOut(where('own.input_id'))),
    )
}

export async function* streamStoredLetters(database: StoreDatabase): AsyncGenerator<NumberedLeaf> {
  for await (const where of ranges(database, 'dead_letter', 'id'))
    yield* toLetterLeaves(await selectRows(database, selectLetters(where('own.id'))))
}

/** One input as it is sealed, by its number, with what was left out of it. */
export async function readStoredInput(
  database: StoreDatabase,
  number: number,
): Promise<{ readonly cells: readonly Cell[]; readonly leftOut: readonly (readonly Cell[])[] }> {
  const [input] = await selectRows(database, selectInputs(`own.id = ${number}`))
  const passages = await selectRows(database, selectLeftOut(`own.input_id = ${number}`))
  return { cells: input?.slice(1) ?? [], leftOut: passages.map(row => row.slice(1)) }
}

export async function readStoredLetter(database: StoreDatabase, number: number): Promise<readonly Cell[]> {
  const [letter] = await selectRows(database, selectLetters(`own.id = ${number}`))
  return letter?.slice(1) ?? []
}

/** What names each run in the rows of inputs and failures. */
export async function readRunKeys(database: StoreDatabase): Promise<string[]> {
  const rows = await selectRows(database, `SELECT run.id AS number, ${runKey('run')} AS name FROM run ORDER BY run.id`)
  return rows.map(([, name]) => String(name))
}

/** Runs, each by its number, as they are sealed. */
export async function findStoredRuns(database: StoreDatabase): Promise<NumberedRow[]> {
  return await selectRows(database, `${selectRuns('true')} ORDER BY own.id`)
}

/** Corrections in the order of the ledger, each with its link; null where it has none. */
export async function* streamStoredCorrections(
  database: StoreDatabase,
): AsyncGenerator<{ readonly id: number; readonly cells: readonly Cell[]; readonly link: string | null }> {
  for await (const where of ranges(database, 'correction', 'id')) {
    const rows = await selectRows(database, selectCorrections(where('own.id')))
    const links = await database
      .selectFrom('correction_link')
      .selectAll()
      .where(
        'correction_id',
        'in',
        rows.map(([id]) => id),
      )
      .execute()
    const linkOf = new Map(links.map(({ correction_id, digest }) => [correction_id, digest]))
    for (const [id, ...cells] of rows) yield { id, cells, link: linkOf.get(id) ?? null }
  }
}

/** Corrections of voices in the order of their ledger, each with its links; null where it has none. */
export async function* streamStoredVoiceCorrections(database: StoreDatabase): AsyncGenerator<{
  readonly id: number
  readonly cells: readonly Cell[]
  readonly link: string | null
  readonly entry: string | null
}> {
  for await (const where of ranges(database, 'voice_correction', 'id')) {
    const rows = await selectRows(database, selectVoiceCorrections(where('own.id')))
    const ids = rows.map(([id]) => id)
    const links = await database
      .selectFrom('voice_correction_link')
      .selectAll()
      .where('correction_id', 'in', ids)
      .execute()
    const linkOf = new Map(links.map(link => [link.correction_id, link]))
    for (const [id, ...cells] of rows) {
      const link = linkOf.get(id)
      yield { id, cells, link: link?.digest ?? null, entry: link?.entry ?? null }
    }
  }
}

/** All leaves, in the order in which they were written. */
export async function* streamAllLeaves(database: StoreDatabase): AsyncGenerator<readonly SealLeafTable[]> {
  for (let after = -1; ; ) {
    const page = await database
      .selectFrom('seal_leaf')
      .selectAll()
      .where('id', '>', after)
      .orderBy('id')
      .limit(LEAVES_AT_ONCE)
      .execute()
    const last = page.at(-1)
    if (last === undefined) return
    yield page
    after = last.id
  }
}

interface Range {
  readonly first: number | null
  readonly last: number | null
}

/** Conditions that part a table into ranges of some rows. */
async function* ranges(
  database: StoreDatabase,
  table: string,
  number: string,
): AsyncGenerator<(column: string) => string> {
  const [from, column] = [sql.raw(table), sql.raw(number)]
  const find = async (after: number | null): Promise<Range | undefined> => {
    const { rows } = await sql<Range>`
      SELECT min(part.number) AS first, max(part.number) AS last FROM (
        SELECT ${column} AS number FROM ${from} WHERE ${after === null ? sql`true` : sql`${column} > ${after}`}
        ORDER BY ${column} LIMIT ${sql.lit(ROWS_AT_ONCE)}) AS part`.execute(database)
    return rows[0]
  }
  for (let after: number | null = null; ; ) {
    const range: Range | undefined = await find(after)
    if (range?.first == null || range.last === null) return
    const { first, last } = range
    // What queries leave behind is given back only when the event loop turns.
    await setImmediate()
    yield compared => `${compared} BETWEEN ${first} AND ${last}`
    after = last
  }
}

async function selectRows(database: StoreDatabase, text: string): Promise<NumberedRow[]> {
  const { rows } = await sql<Record<string, Cell>>`${sql.raw(text)}`.execute(database)
  return rows.map(row => Object.values(row) as unknown as NumberedRow)
}
