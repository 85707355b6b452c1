import type pg from 'pg'
import { sealArticle } from '../../seal/article-digest.ts'
import {
  groupByArticle,
  type NumberedLeaf,
  type NumberedRow,
  type RowsOfArticles,
  toInputLeaves,
  toLetterLeaves,
} from '../seals/sealed-rows.ts'
import { selectArticleRows, selectInputs, selectLeftOut, selectLetters } from '../seals/sealed-sql.ts'
import { closeSeal } from './close-seal.ts'
import { linkCorrections } from './link-corrections.ts'
import { linkVoiceCorrections } from './link-voice-corrections.ts'
import { addLeaves, selectRows, type WrittenLeaf } from './touched-rows.ts'

/** Rows that are in memory together, with what hangs on them. */
const ROWS_AT_ONCE = 500

type SealFor = (runId: number | null) => Promise<number>

/**
 * Seals what was written when there were no seals yet, as it stands now: a seal for each run, of what it wrote last, and
 * one for what no run is known of. That of a run that has not ended stays open. Call inside a transaction.
 */
export async function sealLater(client: pg.ClientBase): Promise<void> {
  await linkCorrections(client)
  await linkVoiceCorrections(client)
  const { rows: runs } = await client.query<{ id: number; status: string }>('SELECT id, status FROM run ORDER BY id')
  const seals = new Map<number | null, number>()
  const open = async (runId: number | null) => {
    const { rows } = await client.query<{ id: number }>(
      "INSERT INTO seal (kind, run_id) VALUES ('later', $1) RETURNING id",
      [runId],
    )
    const seal = rows[0]?.id as number
    seals.set(runId, seal)
    return seal
  }
  for (const { id } of runs) await open(id)
  const sealFor: SealFor = async runId => seals.get(runId) ?? (await open(runId))
  await sealArticles(client, sealFor)
  await sealNumbered(client, 'dead_letter', sealFor, async where =>
    toLetterLeaves(await selectRows(client, selectLetters(where('own.id')))),
  )
  await sealNumbered(client, 'input', sealFor, async where =>
    toInputLeaves(
      await selectRows(client, selectInputs(where('own.id'))),
      await selectRows(client, selectLeftOut(where('own.input_id'))),
    ),
  )
  const running = new Set(runs.flatMap(({ id, status }) => (status === 'running' ? [id] : [])))
  for (const [runId, seal] of seals) if (runId === null || !running.has(runId)) await closeSeal(client, seal)
}

async function sealArticles(client: pg.ClientBase, sealFor: SealFor): Promise<void> {
  for await (const where of ranges(client, 'article', 'rowid')) {
    const tables: [string, NumberedRow[]][] = []
    for (const [name, sql] of Object.entries(selectArticleRows(where)))
      tables.push([name, await selectRows(client, sql)])
    const { rows } = await client.query<{ article: number; run: number }>(
      `SELECT article_rowid AS article, max(run_id) AS run FROM done WHERE ${where('article_rowid')} GROUP BY article_rowid`,
    )
    const runOf = new Map(rows.map(({ article, run }) => [article, run]))
    const leaves = [...groupByArticle(Object.fromEntries(tables) as unknown as RowsOfArticles)].map(
      ([rowid, rows]): [number | null, WrittenLeaf] => {
        const leaf = { kind: 'article', subject: String(rows.article[0]?.[0]), ...sealArticle(rows) }
        return [runOf.get(rowid) ?? null, leaf]
      },
    )
    await addByRun(client, leaves, sealFor)
  }
}

async function sealNumbered(
  client: pg.ClientBase,
  table: 'dead_letter' | 'input',
  sealFor: SealFor,
  read: (where: (number: string) => string) => Promise<NumberedLeaf[]>,
): Promise<void> {
  for await (const where of ranges(client, table, 'id')) {
    const { rows } = await client.query<{ id: number; run_id: number | null }>(
      `SELECT id, run_id FROM ${table} WHERE ${where('id')}`,
    )
    const runOf = new Map(rows.map(({ id, run_id }) => [id, run_id]))
    const leaves = await read(where)
    await addByRun(
      client,
      leaves.map(leaf => [runOf.get(leaf.number) ?? null, leaf]),
      sealFor,
    )
  }
}

async function addByRun(
  client: pg.ClientBase,
  leaves: readonly (readonly [number | null, WrittenLeaf])[],
  sealFor: SealFor,
): Promise<void> {
  for (const [run, own] of Map.groupBy(leaves, ([run]) => run))
    await addLeaves(
      client,
      await sealFor(run),
      own.map(([, leaf]) => leaf),
    )
}

/** Conditions that part a table into ranges of some rows. */
async function* ranges(client: pg.ClientBase, table: string, number: string) {
  for (let after = -1; ; ) {
    const { rows } = await client.query<{ last: number | null }>(
      `SELECT max(${number}) AS last FROM (SELECT ${number} FROM ${table} WHERE ${number} > $1 ORDER BY ${number} LIMIT ${ROWS_AT_ONCE}) AS part`,
      [after],
    )
    const last = rows[0]?.last ?? null
    if (last === null) return
    const [first, until] = [after + 1, last]
    yield (column: string) => `${column} BETWEEN ${first} AND ${until}`
    after = last
  }
}
