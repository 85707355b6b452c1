import { sealArticle } from '../../seal/article-digest.ts'
import type { Leaf } from '../../seal/seal.ts'
import { literal } from '../transfer/seals/sealed-subjects.ts'
import { linkCorrections, linkVoiceCorrections } from './link-ledgers.ts'
import { groupByArticle, type NumberedRow, type RowsOfArticles, toInputLeaves, toLetterLeaves } from './sealed-rows.ts'
import { selectArticleRows, selectInputs, selectLeftOut, selectLetters } from './sealed-sql.ts'
import type { StatementRow, Statements } from './statements.ts'

/** Rows that are in memory together, with what hangs on them. */
const ROWS_AT_ONCE = 200

/** The number of the open seal of a run, or of what no run is known of. */
type Seals = Map<number | null, number>

interface LaterLeaf extends Leaf {
  readonly run: number | null
  readonly sums?: string
}

/**
 * Seals what was written when there were no seals yet, as it stands now: a seal for each run, of what it wrote last, and
 * one for what no run is known of. To be run inside a transaction.
 *
 * @returns the seals that are to be closed then: that of a run that has not ended stays open
 */
export function* sealLater(): Statements<number[]> {
  yield* linkCorrections()
  yield* linkVoiceCorrections()
  const runs = yield 'SELECT id, status FROM run ORDER BY id'
  const seals: Seals = new Map()
  for (const { id } of runs) yield* findSeal(seals, Number(id))
  for (let where = yield* rangeAfter('article', 'rowid', -1); where !== null; where = yield* where.next())
    yield* addLeaves(seals, yield* readArticles(where.of))
  for (let where = yield* rangeAfter('dead_letter', 'id', -1); where !== null; where = yield* where.next()) {
    const letters = toLetterLeaves(toRows(yield selectLetters(where.of('own.id'))))
    yield* addLeaves(seals, yield* withRuns('dead_letter', where.of, letters))
  }
  for (let where = yield* rangeAfter('input', 'id', -1); where !== null; where = yield* where.next()) {
    const inputs = toRows(yield selectInputs(where.of('own.id')))
    const leaves = toInputLeaves(inputs, toRows(yield selectLeftOut(where.of('own.input_id'))))
    yield* addLeaves(seals, yield* withRuns('input', where.of, leaves))
  }
  const running = new Set(runs.flatMap(({ id, status }) => (status === 'running' ? [Number(id)] : [])))
  return [...seals].flatMap(([run, seal]) => (run === null || !running.has(run) ? [seal] : []))
}

function* findSeal(seals: Seals, run: number | null): Statements<number> {
  const known = seals.get(run)
  if (known !== undefined) return known
  const [opened] = yield `INSERT INTO seal (kind, run_id) VALUES ('later', ${literal(run)}) RETURNING id`
  seals.set(run, Number(opened?.id))
  return Number(opened?.id)
}

type Where = (number: string) => string

function* readArticles(where: Where): Statements<LaterLeaf[]> {
  const tables: [string, NumberedRow[]][] = []
  for (const [name, sql] of Object.entries(selectArticleRows(where))) tables.push([name, toRows(yield sql)])
  const done =
    yield `SELECT article_rowid AS number, max(run_id) AS run FROM done WHERE ${where('article_rowid')} GROUP BY article_rowid`
  const runOf = toRuns(done)
  const articles = groupByArticle(Object.fromEntries(tables) as unknown as RowsOfArticles)
  return [...articles].map(([rowid, rows]) => {
    const leaf = { kind: 'article', subject: String(rows.article[0]?.[0]), ...sealArticle(rows) }
    return { ...leaf, run: runOf.get(rowid) ?? null }
  })
}

function* withRuns(
  table: 'dead_letter' | 'input',
  where: Where,
  leaves: readonly (Leaf & { readonly number: number })[],
): Statements<LaterLeaf[]> {
  const runOf = toRuns(yield `SELECT id AS number, run_id AS run FROM ${table} WHERE ${where('id')}`)
  return leaves.map(leaf => ({ ...leaf, run: runOf.get(leaf.number) ?? null }))
}

function* addLeaves(seals: Seals, leaves: readonly LaterLeaf[]): Statements {
  const rows: string[] = []
  for (const { run, kind, subject, digest, sums = null } of leaves) {
    const seal = yield* findSeal(seals, run)
    rows.push(`(${[seal, kind, subject, digest, sums].map(literal).join(', ')})`)
  }
  if (rows.length > 0) yield `INSERT INTO seal_leaf (seal_id, kind, subject, digest, sums) VALUES ${rows.join(', ')}`
}

/** Some rows of a table, by a condition on their number, and those behind them. */
interface Range {
  readonly of: Where
  next(): Statements<Range | null>
}

function* rangeAfter(table: string, number: string, after: number): Statements<Range | null> {
  const [found] =
    yield `SELECT max(${number}) AS last FROM (SELECT ${number} FROM ${table} WHERE ${number} > ${after} ORDER BY ${number} LIMIT ${ROWS_AT_ONCE}) AS part`
  if (found?.last == null) return null
  const last = Number(found.last)
  return {
    of: column => `${column} BETWEEN ${after + 1} AND ${last}`,
    next: () => rangeAfter(table, number, last),
  }
}

function toRows(rows: readonly StatementRow[]): NumberedRow[] {
  return rows.map(row => Object.values(row) as unknown as NumberedRow)
}

function toRuns(rows: readonly StatementRow[]): ReadonlyMap<number, number | null> {
  return new Map(rows.map(({ number, run }) => [Number(number), run == null ? null : Number(run)]))
}
