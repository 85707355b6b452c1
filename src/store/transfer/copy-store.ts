import { type RawBuilder, sql } from 'kysely'
import type { StoreDatabase } from '../schema.ts'
import { type ArticleCounts, judgeArticles, takeArticles } from './articles/merge-articles.ts'
import { collectCorrections, collectVoiceCorrections } from './merge-corrections.ts'
import { mergeInputs, mergeLetters } from './merge-failures.ts'
import { mergeRuns } from './merge-runs.ts'
import { type MergeCounts, type Settlement, settleMerge } from './merge-source.ts'
import type { StagingTarget } from './merge-target.ts'
import { beginSeals, mergeLeaves, mergeSeals } from './seals/merge-seals.ts'
import { clearStaging, makeStaging, STAGED, stagedColumns } from './staging.ts'
import { list, type TransferredTable } from './tables.ts'

/** Articles, with all that hangs on them, that travel in one transaction. */
const ARTICLES_A_BATCH = 500
const ROWS_A_BATCH = 5_000
/** As large as PostgreSQL's integer. */
const LARGEST_SEQUENCE = 2_147_483_647

/** What hangs on the articles from `:first` to `:last`. */
const OF_ARTICLES: Readonly<Partial<Record<TransferredTable, (first: number, last: number) => RawBuilder<unknown>>>> = {
  article: (first, last) => sql`rowid BETWEEN ${first} AND ${last}`,
  source: ofArticles,
  claim: ofArticles,
  mention: ofArticles,
  candidate: ofArticles,
  voice: ofArticles,
  done: ofArticles,
  source_span: (first, last) => sql`source_rowid IN (SELECT rowid FROM source WHERE ${ofArticles(first, last)})`,
  claim_span: (first, last) => sql`claim_rowid IN (SELECT rowid FROM claim WHERE ${ofArticles(first, last)})`,
  voice_evidence: (first, last) => sql`voice_rowid IN (SELECT rowid FROM voice WHERE ${ofArticles(first, last)})`,
  voice_claim: (first, last) => sql`voice_rowid IN (SELECT rowid FROM voice WHERE ${ofArticles(first, last)})`,
  evidence: (first, last) => sql`claim_rowid IN (SELECT rowid FROM claim WHERE ${ofArticles(first, last)})
    OR source_rowid IN (SELECT rowid FROM source WHERE ${ofArticles(first, last)})`,
  entity: (first, last) => sql`rowid IN (SELECT entity_rowid FROM source WHERE ${ofArticles(first, last)}
    UNION SELECT entity_rowid FROM mention WHERE ${ofArticles(first, last)}
    UNION SELECT entity_rowid FROM voice WHERE ${ofArticles(first, last)})`,
}

/** What decides whether an article is taken. */
const JUDGED: readonly TransferredTable[] = ['article', 'done']

function ofArticles(first: number, last: number): RawBuilder<unknown> {
  return sql`article_rowid BETWEEN ${first} AND ${last}`
}

export type CopyReport = MergeCounts & Settlement

/**
 * Copies everything from one store into another, by the rules by which files are merged (`mergeArticles`, `mergeInputs`,
 * …): what is there already stays, and copying again changes nothing. What is read is the store as it was at one moment;
 * it is written in batches, so that an interrupted copy goes on where it was when it is made again.
 *
 * @param onArticles is told how many articles have been looked at so far
 */
export async function copyStore(
  from: StoreDatabase,
  target: StagingTarget,
  onArticles: (articles: number) => void = () => {},
): Promise<CopyReport> {
  // A transaction of a reader sees one state of the store.
  return await from.transaction().execute(async database => {
    await makeStaging(target)
    const runs = await target.transact(async () => {
      await target.holdTable('run')
      await target.stage('run', await readRows(database, 'run', sql`true`))
      return await mergeRuns(target, STAGED)
    })
    const articles = await copyArticles(database, target, onArticles)
    const failures = await copyNumbered(database, target, 'dead_letter', () => mergeLetters(target, STAGED))
    const inputs = await copyNumbered(database, target, 'input', async (after, last) => {
      await clearStaging(target, ['left_out'])
      await stageLeftOut(database, target, after, last)
      return await mergeInputs(target, STAGED)
    })
    const settled = await target.transact(async () => {
      await target.holdTable('correction')
      // The whole ledger at once: people wrote it.
      await target.stage('correction', await readRows(database, 'correction', sql`true ORDER BY id`))
      await collectCorrections(target, STAGED)
      await target.holdTable('voice_correction')
      await target.stage('voice_correction', await readRows(database, 'voice_correction', sql`true ORDER BY id`))
      await collectVoiceCorrections(target, STAGED)
      await copySeals(database, target)
      return await settleMerge(target)
    })
    await target.finish()
    return { ...articles, runs, failures, inputs, ...settled }
  })
}

async function copyArticles(
  database: StoreDatabase,
  target: StagingTarget,
  onArticles: (articles: number) => void,
): Promise<ArticleCounts> {
  let counts: ArticleCounts = { added: 0, replaced: 0, known: 0, claims: 0, conflicts: [] }
  const tables = Object.keys(OF_ARTICLES) as TransferredTable[]
  for (let after = 0; ; ) {
    const page = await database
      .selectFrom('article')
      .select('rowid')
      .where('rowid', '>', after)
      .orderBy('rowid')
      .limit(ARTICLES_A_BATCH)
      .execute()
    const [first, last] = [page[0]?.rowid, page.at(-1)?.rowid]
    if (first === undefined || last === undefined) return counts
    const stage = async (table: TransferredTable) => {
      const where = OF_ARTICLES[table]?.(first, last)
      if (where !== undefined) await target.stage(table, await readRows(database, table, where))
    }
    const batch = await target.transact(async () => {
      await clearStaging(target, tables)
      for (const table of JUDGED) await stage(table)
      const judged = await judgeArticles(target, STAGED)
      // What is there already is not read any further: a copy that is made again soon is where it was.
      if (judged.added + judged.replaced > 0)
        for (const table of tables.filter(table => !JUDGED.includes(table))) await stage(table)
      return await takeArticles(target, STAGED, judged)
    })
    counts = add(counts, batch)
    after = last
    onArticles(counts.added + counts.replaced + counts.known)
  }
}

function add(a: ArticleCounts, b: ArticleCounts): ArticleCounts {
  return {
    added: a.added + b.added,
    replaced: a.replaced + b.replaced,
    known: a.known + b.known,
    claims: a.claims + b.claims,
    conflicts: [...a.conflicts, ...b.conflicts],
  }
}

async function copyNumbered(
  database: StoreDatabase,
  target: StagingTarget,
  table: 'dead_letter' | 'input',
  merge: (after: number, last: number) => Promise<number>,
): Promise<number> {
  let merged = 0
  for (let after = 0; ; ) {
    const rows: readonly { readonly id?: number }[] = await readRows(
      database,
      table,
      sql`id > ${after} ORDER BY id LIMIT ${sql.lit(ROWS_A_BATCH)}`,
    )
    const last = rows.at(-1)?.id
    if (last === undefined) return merged
    merged += await target.transact(async () => {
      // For a moment workers wait: of an input that both write at the same time the rule has to see both rows.
      await target.holdTable(table)
      await clearStaging(target, [table])
      await target.stage(table, rows)
      return await merge(after, last)
    })
    after = last
  }
}

/** In the transaction that everything else is settled in: leaves without their seal would never come again. */
async function copySeals(database: StoreDatabase, target: StagingTarget): Promise<void> {
  await target.holdTable('seal')
  await beginSeals(target)
  await clearStaging(target, ['seal'])
  await target.stage('seal', await readRows(database, 'seal', sql`true ORDER BY id`))
  await mergeSeals(target, STAGED)
  const taken = await target.all<{ source_id: number }>('SELECT source_id FROM seal_map ORDER BY source_id')
  if (taken.length === 0) return
  const isTaken = sql`seal_id IN (${sql.join(taken.map(({ source_id }) => sql.lit(source_id)))})`
  for (let after = 0; ; ) {
    const rows: readonly { readonly id?: number }[] = await readRows(
      database,
      'seal_leaf',
      sql`id > ${after} AND ${isTaken} ORDER BY id LIMIT ${sql.lit(ROWS_A_BATCH)}`,
    )
    await clearStaging(target, ['seal_leaf'])
    await target.stage('seal_leaf', rows)
    await mergeLeaves(target, STAGED)
    const last = rows.at(-1)?.id
    if (last === undefined || rows.length < ROWS_A_BATCH) break
    after = last
  }
  await clearStaging(target, ['seal_leaf'])
}

/** In portions, because there may be hundreds of long ones an input. */
async function stageLeftOut(
  database: StoreDatabase,
  target: StagingTarget,
  after: number,
  last: number,
): Promise<void> {
  for (let from = { input_id: after, sequence: LARGEST_SEQUENCE }; ; ) {
    const rows: readonly Readonly<Record<string, unknown>>[] = await readRows(
      database,
      'left_out',
      sql`(input_id, sequence) > (${from.input_id}, ${from.sequence}) AND input_id <= ${last}
        ORDER BY input_id, sequence LIMIT ${sql.lit(ROWS_A_BATCH)}`,
    )
    await target.stage('left_out', rows)
    const end = rows.at(-1)
    if (end === undefined || rows.length < ROWS_A_BATCH) return
    from = { input_id: Number(end.input_id), sequence: Number(end.sequence) }
  }
}

async function readRows(
  database: StoreDatabase,
  table: TransferredTable,
  where: RawBuilder<unknown>,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const columns = sql.raw(list(stagedColumns(table)))
  const { rows } = await sql<Record<string, unknown>>`SELECT ${columns} FROM ${sql.raw(table)} WHERE ${where}`.execute(
    database,
  )
  return rows
}
