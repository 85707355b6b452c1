import { runKey } from './merge-runs.ts'
import type { MergeTarget, SourcePrefix } from './merge-target.ts'
import { COLUMNS, list, quote } from './tables.ts'

const LETTER = COLUMNS.dead_letter
const INPUT = COLUMNS.input
/** What the last run that met an input says of it. */
const LATEST = ['uri', 'raw_sha256', 'decoded_how', 'status', 'reason', 'times'] as const

/** Whether both are about the same; written as the indexes of both stores have it. */
const sameSubject = (target: MergeTarget, a: string, b: string) =>
  `${target.key(`coalesce(${a}.article_id, ${a}.uri)`)} = ${target.key(`coalesce(${b}.article_id, ${b}.uri)`)}`
const sameInput = (target: MergeTarget, a: string, b: string) =>
  `${target.key(`${a}.location`)} = ${target.key(`${b}.location`)}
   AND coalesce(${a}.article_id, '') = coalesce(${b}.article_id, '')`

/**
 * Takes over what failed. Of two failures of the same article or input the later one is kept, with the attempts of
 * whichever counted more. `run_map` must be that of this source.
 */
export async function mergeLetters(target: MergeTarget, source: SourcePrefix): Promise<number> {
  const theirs = `${source}dead_letter AS theirs JOIN run_map ON run_map.source_id = theirs.run_id`
  const value = (column: string) => (column === 'run_id' ? 'run_map.id' : `theirs.${quote(column)}`)
  const added = await target.run(
    `INSERT INTO dead_letter (${list(LETTER)}) SELECT ${LETTER.map(value).join(', ')} FROM ${theirs}
     WHERE NOT EXISTS (SELECT 1 FROM dead_letter AS ours WHERE ${sameSubject(target, 'ours', 'theirs')})
     ORDER BY theirs.failed_at, theirs.uri, theirs.article_id`,
  )
  await target.run(
    `UPDATE dead_letter SET attempts = theirs.attempts FROM ${source}dead_letter AS theirs
     WHERE ${sameSubject(target, 'dead_letter', 'theirs')} AND theirs.attempts > dead_letter.attempts`,
  )
  const newest = LETTER.filter(column => column !== 'attempts')
  await target.run(
    `UPDATE dead_letter SET ${newest.map(column => `${quote(column)} = ${value(column)}`).join(', ')} FROM ${theirs}
     WHERE ${sameSubject(target, 'dead_letter', 'theirs')} AND theirs.failed_at > dead_letter.failed_at`,
  )
  return added
}

/**
 * Takes over the inputs. Of one that both stores met, what the later run says is kept; when it was first and last got
 * is put together from both. `run_map` must be that of this source.
 */
export async function mergeInputs(target: MergeTarget, source: SourcePrefix): Promise<number> {
  const theirs = `${source}input AS theirs
    LEFT JOIN run_map AS first_map ON first_map.source_id = theirs.first_run_id
    LEFT JOIN run_map AS last_map ON last_map.source_id = theirs.run_id`
  const values = INPUT.map(column => {
    if (column === 'first_run_id') return 'first_map.id'
    return column === 'run_id' ? 'last_map.id' : `theirs.${quote(column)}`
  })
  const isSame = sameInput(target, 'ours', 'theirs')
  // Before anything is inserted, so that only inputs that were here already are looked at.
  await target.run(
    `UPDATE input SET
       retrieved_at = CASE WHEN input.retrieved_at IS NULL OR newer.retrieved_at < input.retrieved_at
         THEN newer.retrieved_at ELSE input.retrieved_at END,
       seen_at = CASE WHEN newer.seen_at > coalesce(input.seen_at, '') THEN newer.seen_at ELSE input.seen_at END,
       first_run_id = CASE WHEN newer.is_first = 1 THEN newer.first_id ELSE input.first_run_id END,
       run_id = CASE WHEN newer.is_last = 1 THEN newer.last_id ELSE input.run_id END,
       ${LATEST.map(column => `${quote(column)} = CASE WHEN newer.is_last = 1 THEN newer.${quote(column)} ELSE input.${quote(column)} END`).join(', ')}
     FROM (SELECT ours.id AS input_id, ${list([...LATEST, 'retrieved_at', 'seen_at'], 'theirs')},
       first_map.id AS first_id, last_map.id AS last_id,
       CASE WHEN ${made('their_first')} < ${made('our_first')} THEN 1 ELSE 0 END AS is_first,
       CASE WHEN ${made('their_last')} > ${made('our_last')} THEN 1 ELSE 0 END AS is_last
       FROM ${theirs}
       JOIN input AS ours ON ${isSame}
       LEFT JOIN run AS their_first ON their_first.id = first_map.id
       LEFT JOIN run AS their_last ON their_last.id = last_map.id
       LEFT JOIN run AS our_first ON our_first.id = ours.first_run_id
       LEFT JOIN run AS our_last ON our_last.id = ours.run_id) AS newer
     WHERE input.id = newer.input_id`,
  )
  return await target.run(
    `INSERT INTO input (${list(INPUT)}) SELECT ${values.join(', ')} FROM ${theirs}
     WHERE NOT EXISTS (SELECT 1 FROM input AS ours WHERE ${isSame}) ORDER BY theirs.id`,
  )
}

function made(run: string): string {
  return `coalesce(${runKey(run)}, '')`
}

/**
 * Brings articles, failures and inputs of all sources into agreement, when everything has been taken over. A failure is
 * passed over when its article was analysed by a newer version of the stage that failed, or in a run that began after
 * it; an input that never became an article when a later run made one of what lay there.
 *
 * @returns how many failures were passed over
 */
export async function settleFailures(target: MergeTarget): Promise<number> {
  const passedOver = await target.run(
    `DELETE FROM dead_letter WHERE EXISTS (
       SELECT 1 FROM article JOIN done ON done.article_rowid = article.rowid JOIN run ON run.id = done.run_id
       WHERE article.id = dead_letter.article_id
       AND (run.started_at > dead_letter.failed_at OR (done.stage = dead_letter.stage AND done.version > dead_letter.version)))
     OR dead_letter.article_id IS NULL AND EXISTS (
       SELECT 1 FROM article JOIN done ON done.article_rowid = article.rowid JOIN run ON run.id = done.run_id
       WHERE article.uri = dead_letter.uri AND run.started_at > dead_letter.failed_at)`,
  )
  await target.run(
    `DELETE FROM input WHERE article_id IS NULL AND EXISTS (
       SELECT 1 FROM input AS later JOIN run AS later_run ON later_run.id = later.run_id
       LEFT JOIN run AS earlier_run ON earlier_run.id = input.run_id
       WHERE ${target.key('later.location')} = ${target.key('input.location')} AND later.location = input.location AND later.article_id IS NOT NULL AND ${runKey('later_run')} > ${made('earlier_run')})`,
  )
  const reason = `letter.kind || ': ' || letter.error`
  await target.run(
    `UPDATE input SET status = 'dead', reason = ${reason} FROM dead_letter AS letter
     WHERE letter.article_id = input.article_id AND (input.status <> 'dead' OR input.reason <> ${reason})`,
  )
  await target.run(
    `UPDATE input SET status = 'done', reason = NULL WHERE status <> 'done'
     AND EXISTS (SELECT 1 FROM article WHERE article.id = input.article_id)
     AND NOT EXISTS (SELECT 1 FROM dead_letter WHERE dead_letter.article_id = input.article_id)`,
  )
  return passedOver
}
