import type { MergeTarget, SourcePrefix } from '../merge-target.ts'
import { rankOfArticle, versionsOf } from '../rank.ts'
import { COLUMNS, list } from '../tables.ts'
import { mapEntities } from './map-entities.ts'
import { move, type Shift, shift } from './shift.ts'

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
const PARTS = [
  ...(['source', 'source_span', 'claim', 'claim_span', 'mention', 'candidate', 'evidence'] as const),
  ...(['voice', 'voice_evidence', 'voice_claim', 'done'] as const),
] as const

/**
 * Takes over the articles of a source with all that hangs on them. Of an article that both hold one analysis is kept
 * whole, by one rule: that of the newest stages (whose versions add up to more), and of equal ones that of the later
 * run. So it does not matter which store is merged into which, and merging again changes nothing.
 *
 * `run_map` must be that of this source.
 */
export async function mergeArticles(target: MergeTarget, source: SourcePrefix): Promise<ArticleCounts> {
  return await takeArticles(target, source, await judgeArticles(target, source))
}

export type JudgedArticles = Omit<ArticleCounts, 'claims'>

/** Decides which articles are to be taken over. Of the source it looks at articles, done rows and runs alone. */
export async function judgeArticles(target: MergeTarget, source: SourcePrefix): Promise<JudgedArticles> {
  await target.run(
    'CREATE TEMP TABLE IF NOT EXISTS incoming (source_rowid bigint PRIMARY KEY, target_rowid bigint, fate text NOT NULL)',
  )
  await target.empty('incoming')
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
  return await reportJudged(target, source)
}

async function reportJudged(target: MergeTarget, source: SourcePrefix): Promise<JudgedArticles> {
  const rows = await target.all<{ fate: string; articles: number }>(
    'SELECT fate, count(*) AS articles FROM incoming GROUP BY fate',
  )
  const fates = new Map(rows.map(({ fate, articles }) => [fate, Number(articles)]))
  const count = (...names: string[]) => names.reduce((sum, name) => sum + (fates.get(name) ?? 0), 0)
  return {
    added: count('new'),
    replaced: count('newer', 'later'),
    known: count('same', 'older', 'earlier', 'overtaken'),
    conflicts: count('newer', 'older') === 0 ? [] : await findConflicts(target, source),
  }
}

/**
 * Takes over what `judgeArticles` decided, with all that hangs on it. What others wrote since then stays, and counts as
 * known: merging again judges it.
 */
export async function takeArticles(
  target: MergeTarget,
  source: SourcePrefix,
  judged: JudgedArticles,
): Promise<ArticleCounts> {
  if (judged.added + judged.replaced === 0) return { ...judged, claims: 0 }
  if (judged.replaced > 0) await deleteReplaced(target)
  // Before entities are held, as all writers do, so that two never wait for each other in a circle.
  const { article, overtaken } = await insertArticles(target, source, judged)
  if (judged.replaced > 0) await deleteLoosened(target)
  const taken = overtaken === 0 ? judged : await reportJudged(target, source)
  const claims = taken.added + taken.replaced === 0 ? 0 : await insertParts(target, source, article, taken.known === 0)
  return { ...taken, claims }
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
  await target.empty('loosened')
  await target.run(
    `INSERT INTO loosened (entity_rowid)
     SELECT entity_rowid FROM source WHERE entity_rowid IS NOT NULL AND article_rowid IN ${replaced}
     UNION SELECT entity_rowid FROM mention WHERE entity_rowid IS NOT NULL AND article_rowid IN ${replaced}
     UNION SELECT entity_rowid FROM voice WHERE entity_rowid IS NOT NULL AND article_rowid IN ${replaced}`,
  )
  await target.run(`DELETE FROM article WHERE rowid IN ${replaced}`)
}

async function deleteLoosened(target: MergeTarget): Promise<void> {
  const loosened = 'rowid IN (SELECT entity_rowid FROM loosened)'
  // Who is about to refer to one is waited for, and seen by the next statement.
  await target.holdEntities(loosened)
  await target.run(
    `DELETE FROM entity WHERE ${loosened}
     AND NOT EXISTS (SELECT 1 FROM source WHERE entity_rowid = entity.rowid)
     AND NOT EXISTS (SELECT 1 FROM mention WHERE entity_rowid = entity.rowid)
     AND NOT EXISTS (SELECT 1 FROM voice WHERE entity_rowid = entity.rowid)`,
  )
}

const TAKEN = "fate IN ('new', 'newer', 'later')"

/** Whether an article is taken over, as a condition on what holds its number. */
function isTaken(takesAll: boolean, column: string): string {
  return takesAll ? 'true' : `${column} IN (SELECT source_rowid FROM incoming WHERE ${TAKEN})`
}

/** Those that others have written since they were judged do not go in: their fate is `overtaken`. */
async function insertArticles(
  target: MergeTarget,
  source: SourcePrefix,
  { added, replaced, known }: JudgedArticles,
): Promise<{ readonly article: Shift | null; readonly overtaken: number }> {
  const article = await shift(target, 'article', `${source}article WHERE ${isTaken(known === 0, 'rowid')}`)
  const inserted = await target.run(
    `INSERT INTO article (${list(COLUMNS.article)})
     SELECT ${COLUMNS.article.map(column => move('article', column, { article })).join(', ')} FROM ${source}article AS theirs
     WHERE ${isTaken(known === 0, 'theirs.rowid')} ${order([target.articleOrder])} ON CONFLICT DO NOTHING`,
  )
  const overtaken = added + replaced - inserted
  if (overtaken > 0)
    await target.run(
      `UPDATE incoming SET fate = 'overtaken' WHERE ${TAKEN}
       AND NOT EXISTS (SELECT 1 FROM article WHERE rowid = incoming.source_rowid + ${article?.distance ?? 0})`,
    )
  return { article, overtaken }
}

/** Gives the number of claims that came. */
async function insertParts(
  target: MergeTarget,
  source: SourcePrefix,
  article: Shift | null,
  takesAll: boolean,
): Promise<number> {
  const taken = (column: string) => isTaken(takesAll, column)
  const ofTaken = (table: 'source' | 'claim' | 'voice', column: string) =>
    takesAll ? 'true' : `${column} IN (SELECT rowid FROM ${source}${table} WHERE ${taken('article_rowid')})`

  await mapEntities(target, source, taken('article_rowid'), takesAll)
  const ranges = {
    article,
    source: await shift(target, 'source', `${source}source WHERE ${taken('article_rowid')}`),
    claim: await shift(target, 'claim', `${source}claim WHERE ${taken('article_rowid')}`),
    voice: await shift(target, 'voice', `${source}voice WHERE ${taken('article_rowid')}`),
  }
  const where: Readonly<Record<string, string>> = {
    source_span: ofTaken('source', 'theirs.source_rowid'),
    claim_span: ofTaken('claim', 'theirs.claim_rowid'),
    voice_evidence: ofTaken('voice', 'theirs.voice_rowid'),
    voice_claim: ofTaken('voice', 'theirs.voice_rowid'),
    evidence: takesAll
      ? 'true'
      : `(${ofTaken('claim', 'theirs.claim_rowid')} OR ${ofTaken('source', 'theirs.source_rowid')})`,
  }
  let claims = 0
  for (const table of PARTS) {
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
const ORDER: Readonly<Record<(typeof PARTS)[number], readonly string[]>> = {
  source: ['rowid'],
  source_span: ['source_rowid', 'sequence'],
  claim: ['rowid'],
  claim_span: ['claim_rowid', 'role', 'sequence'],
  mention: ['article_rowid', 'sequence'],
  candidate: ['article_rowid', 'sequence'],
  evidence: [],
  voice: ['rowid'],
  voice_evidence: ['voice_rowid', 'sequence'],
  voice_claim: ['claim_rowid'],
  done: ['article_rowid', 'stage', 'version'],
}

function order(columns: readonly string[]): string {
  return columns.length === 0 ? '' : `ORDER BY ${list(columns, 'theirs')}`
}
