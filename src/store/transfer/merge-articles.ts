import type { MergeTarget, NumberedTable, SourcePrefix } from './merge-target.ts'
import { rankOfArticle, versionsOf } from './rank.ts'
import { COLUMNS, list, quote, type TransferredTable } from './tables.ts'

/** An article that both stores held, analysed by other versions of the stages. */
export interface Conflict {
  readonly id: string
  readonly uri: string
  /** Whose analysis is kept: that of the store merged from, or the one that was there. */
  readonly kept: 'theirs' | 'ours'
}

export interface ArticleCounts {
  /** Articles that were not there. */
  readonly added: number
  /** Articles that were there, and of which the analysis of the store merged from is kept. */
  readonly replaced: number
  /** Articles that were there and stay. */
  readonly known: number
  readonly claims: number
  readonly conflicts: readonly Conflict[]
}

/** What hangs on articles, in the order in which the tables refer to one another. */
const PARTS = ['source', 'source_span', 'claim', 'claim_span', 'mention', 'candidate', 'evidence', 'done'] as const

/** Whose row each column refers to. */
const REFERS_TO: Readonly<Record<string, NumberedTable>> = {
  article_rowid: 'article',
  source_rowid: 'source',
  antecedent_rowid: 'source',
  cited_rowid: 'source',
  relayed_rowid: 'source',
  claim_rowid: 'claim',
  parent_rowid: 'claim',
  corroborated_rowid: 'claim',
}

/**
 * Takes over the articles of a source with all that hangs on them. Of an article that both hold one analysis is kept
 * whole, by one rule: that of the newest stages (whose versions add up to more), and of equal ones that of the later
 * run. So it does not matter which store is merged into which, and merging again changes nothing.
 *
 * `run_map` must be that of this source.
 */
export async function mergeArticles(target: MergeTarget, source: SourcePrefix): Promise<ArticleCounts> {
  const judged = await judgeArticles(target, source)
  return { ...judged, claims: await takeArticles(target, source, judged) }
}

export type JudgedArticles = Omit<ArticleCounts, 'claims'>

/** Decides which articles are to be taken over. Of the source it looks at articles, done rows and runs alone. */
export async function judgeArticles(target: MergeTarget, source: SourcePrefix): Promise<JudgedArticles> {
  await target.run(
    'CREATE TEMP TABLE IF NOT EXISTS incoming (source_rowid bigint PRIMARY KEY, target_rowid bigint, fate text NOT NULL)',
  )
  await target.run('DELETE FROM incoming')
  await target.run(
    `INSERT INTO incoming (source_rowid, target_rowid, fate)
     SELECT source_rowid, target_rowid, CASE
       WHEN target_rowid IS NULL THEN 'new'
       WHEN theirs = ours THEN 'same'
       WHEN ${versionsOf('theirs')} = ${versionsOf('ours')} THEN CASE WHEN theirs > ours THEN 'later' ELSE 'earlier' END
       WHEN theirs > ours THEN 'newer' ELSE 'older' END
     FROM (SELECT theirs.rowid AS source_rowid, ours.rowid AS target_rowid,
       CASE WHEN ours.rowid IS NULL THEN NULL ELSE coalesce(${rankOfArticle(source, 'theirs')}, '') END AS theirs,
       CASE WHEN ours.rowid IS NULL THEN NULL ELSE coalesce(${rankOfArticle('', 'ours')}, '') END AS ours
       FROM ${source}article AS theirs LEFT JOIN article AS ours ON ours.id = theirs.id) AS compared`,
  )
  const rows = await target.all<{ fate: string; articles: number }>(
    'SELECT fate, count(*) AS articles FROM incoming GROUP BY fate',
  )
  const fates = new Map(rows.map(({ fate, articles }) => [fate, Number(articles)]))
  const count = (...names: string[]) => names.reduce((sum, name) => sum + (fates.get(name) ?? 0), 0)
  return {
    added: count('new'),
    replaced: count('newer', 'later'),
    known: count('same', 'older', 'earlier'),
    conflicts: count('newer', 'older') === 0 ? [] : await findConflicts(target, source),
  }
}

/**
 * Takes over what `judgeArticles` decided, with all that hangs on it.
 *
 * @returns the number of claims that came
 */
export async function takeArticles(
  target: MergeTarget,
  source: SourcePrefix,
  { added, replaced, known }: JudgedArticles,
): Promise<number> {
  if (replaced > 0) await deleteReplaced(target)
  return added + replaced === 0 ? 0 : await insertTaken(target, source, known === 0)
}

async function findConflicts(target: MergeTarget, source: SourcePrefix): Promise<Conflict[]> {
  return await target.all<Conflict>(
    `SELECT article.id, article.uri, CASE incoming.fate WHEN 'newer' THEN 'theirs' ELSE 'ours' END AS kept
     FROM incoming JOIN ${source}article AS article ON article.rowid = incoming.source_rowid
     WHERE incoming.fate IN ('newer', 'older') ORDER BY article.uri, article.id`,
  )
}

/** Entities that nothing may mention any more are noted in `loosened`. */
async function deleteReplaced(target: MergeTarget): Promise<void> {
  const replaced = `(SELECT target_rowid FROM incoming WHERE fate IN ('newer', 'later'))`
  await target.run('CREATE TEMP TABLE IF NOT EXISTS loosened (entity_rowid bigint NOT NULL)')
  await target.run('DELETE FROM loosened')
  await target.run(
    `INSERT INTO loosened (entity_rowid)
     SELECT entity_rowid FROM source WHERE entity_rowid IS NOT NULL AND article_rowid IN ${replaced}
     UNION SELECT entity_rowid FROM mention WHERE entity_rowid IS NOT NULL AND article_rowid IN ${replaced}`,
  )
  await target.run(`DELETE FROM article WHERE rowid IN ${replaced}`)
  const loosened = 'rowid IN (SELECT entity_rowid FROM loosened)'
  // Who is about to refer to one is waited for, and seen by the next statement.
  await target.holdEntities(loosened, true)
  await target.run(
    `DELETE FROM entity WHERE ${loosened}
     AND NOT EXISTS (SELECT 1 FROM source WHERE entity_rowid = entity.rowid)
     AND NOT EXISTS (SELECT 1 FROM mention WHERE entity_rowid = entity.rowid)`,
  )
}

/** Gives the number of claims that came. */
async function insertTaken(target: MergeTarget, source: SourcePrefix, takesAll: boolean): Promise<number> {
  const taken = (column: string) =>
    takesAll ? 'true' : `${column} IN (SELECT source_rowid FROM incoming WHERE fate IN ('new', 'newer', 'later'))`
  const ofTaken = (table: 'source' | 'claim', column: string) =>
    takesAll ? 'true' : `${column} IN (SELECT rowid FROM ${source}${table} WHERE ${taken('article_rowid')})`

  await insertEntities(target, source, takesAll ? null : taken('article_rowid'))
  const ranges = {
    article: await shift(target, 'article', `${source}article WHERE ${taken('rowid')}`),
    source: await shift(target, 'source', `${source}source WHERE ${taken('article_rowid')}`),
    claim: await shift(target, 'claim', `${source}claim WHERE ${taken('article_rowid')}`),
  }
  const where: Readonly<Record<string, string>> = {
    article: taken('theirs.rowid'),
    source_span: ofTaken('source', 'theirs.source_rowid'),
    claim_span: ofTaken('claim', 'theirs.claim_rowid'),
    evidence: takesAll
      ? 'true'
      : `(${ofTaken('claim', 'theirs.claim_rowid')} OR ${ofTaken('source', 'theirs.source_rowid')})`,
  }
  let claims = 0
  for (const table of ['article', ...PARTS] as const) {
    const columns: readonly string[] = COLUMNS[table]
    const inserted = await target.run(
      `INSERT INTO ${table} (${list(columns)})
       SELECT ${columns.map(column => move(table, column, ranges)).join(', ')} FROM ${source}${table} AS theirs
       ${columns.includes('entity_rowid') ? 'LEFT JOIN entity_map ON entity_map.source_rowid = theirs.entity_rowid' : ''}
       ${columns.includes('run_id') ? 'JOIN run_map ON run_map.source_id = theirs.run_id' : ''}
       WHERE ${where[table] ?? taken('theirs.article_rowid')}
       ${order(ORDER[table])}`,
    )
    if (table === 'claim') claims = inserted
  }
  if (ranges.claim !== null) await target.indexClaims(ranges.claim.first, ranges.claim.last)
  return claims
}

/** As the rows lie in the source, so that it is read, and the target written, from front to back. */
const ORDER: Readonly<Record<'article' | (typeof PARTS)[number], readonly string[]>> = {
  article: ['rowid'],
  source: ['rowid'],
  source_span: ['source_rowid', 'sequence'],
  claim: ['rowid'],
  claim_span: ['claim_rowid', 'role', 'sequence'],
  mention: ['article_rowid', 'sequence'],
  candidate: ['article_rowid', 'sequence'],
  evidence: [],
  done: ['article_rowid', 'stage', 'version'],
}

function order(columns: readonly string[]): string {
  return columns.length === 0 ? '' : `ORDER BY ${list(columns, 'theirs')}`
}

async function insertEntities(target: MergeTarget, source: SourcePrefix, taken: string | null): Promise<void> {
  const used =
    taken === null
      ? 'true'
      : `rowid IN (SELECT entity_rowid FROM ${source}source WHERE ${taken}
         UNION SELECT entity_rowid FROM ${source}mention WHERE ${taken})`
  await target.run(
    `INSERT INTO entity (id, name, kind)
     SELECT id, name, kind FROM ${source}entity AS theirs WHERE ${used} ORDER BY id ON CONFLICT DO NOTHING`,
  )
  await target.holdEntities(`id IN (SELECT id FROM ${source}entity WHERE ${used})`, false)
  await target.run(
    'CREATE TEMP TABLE IF NOT EXISTS entity_map (source_rowid bigint PRIMARY KEY, rowid_here bigint NOT NULL)',
  )
  await target.run('DELETE FROM entity_map')
  await target.run(
    `INSERT INTO entity_map (source_rowid, rowid_here)
     SELECT theirs.rowid, ours.rowid FROM ${source}entity AS theirs JOIN entity AS ours ON ours.id = theirs.id`,
  )
}

/** Where the row numbers of a table go: all by the same distance. */
interface Shift {
  readonly first: number
  readonly last: number
  readonly distance: number
}

/** Null where there are no rows. */
async function shift(target: MergeTarget, table: NumberedTable, rows: string): Promise<Shift | null> {
  const [range] = await target.all<{ first: number | null; last: number | null }>(
    `SELECT min(rowid) AS first, max(rowid) AS last FROM ${rows}`,
  )
  if (range?.first == null || range.last === null) return null
  const length = range.last - range.first + 1
  const first = await target.reserve(table, length)
  return { first, last: first + length - 1, distance: first - range.first }
}

/** The expression that a column's value is taken over with. */
function move(table: TransferredTable, column: string, ranges: Readonly<Record<NumberedTable, Shift | null>>): string {
  if (column === 'entity_rowid') return 'entity_map.rowid_here'
  if (column === 'run_id') return 'run_map.id'
  const referred = column === 'rowid' ? (table as NumberedTable) : REFERS_TO[column]
  const value = `theirs.${quote(column)}`
  return referred === undefined ? value : `${value} + ${ranges[referred]?.distance ?? 0}`
}
