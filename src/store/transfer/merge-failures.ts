import { type LetterSubject, subjectOfInput, subjectOfLetter } from '../../seal/subjects.ts'
import { TOLD_COLUMNS } from '../rows/told-columns.ts'
import type { InputTable } from '../schema.ts'
import { mergeLeftOut, noteTakenInputs } from './merge-left-out.ts'
import type { MergeTarget, SourcePrefix } from './merge-target.ts'
import { rankOfArticle, rankOfRun, runKey } from './rank.ts'
import { COLUMNS, list, quote } from './tables.ts'

const LETTER = COLUMNS.dead_letter
const INPUT = COLUMNS.input
/** What the last run that met an input says of it. */
const LATEST = [
  ...['uri', 'raw_sha256', 'decoded_how', 'status', 'reason', 'times', 'places'],
  ...TOLD_COLUMNS,
] as const

/** Whether both are about the same; written as the indexes of both stores have it. */
const sameSubject = (target: MergeTarget, a: string, b: string) =>
  `${target.key(subject(a))} = ${target.key(subject(b))}`
const subject = (letter: string) =>
  `coalesce(${letter}.article_id, ${letter}.file || ' > ' || ${letter}.form, ${letter}.uri)`
const sameInput = (target: MergeTarget, a: string, b: string) =>
  `${target.key(`${a}.location`)} = ${target.key(`${b}.location`)}
   AND coalesce(${a}.article_id, '') = coalesce(${b}.article_id, '')
   AND coalesce(${a}.form, '') = coalesce(${b}.form, '')`

/**
 * Takes over what failed. Of two failures of the same article or input that of the newest stages is kept, and of equal
 * ones the later. `run_map` must be that of this source.
 */
export async function mergeLetters(target: MergeTarget, source: SourcePrefix): Promise<number> {
  const theirs = `${source}dead_letter AS theirs JOIN run_map ON run_map.source_id = theirs.run_id`
  const values = LETTER.map(column => (column === 'run_id' ? 'run_map.id' : `theirs.${quote(column)}`))
  // How new the stages were says nothing of what could not even be read.
  const rank = (run: string, letter: string) =>
    `(CASE WHEN ${letter}.article_id IS NULL THEN ${runKey(run)} ELSE ${rankOfRun(target, run)} END || ' ' || ${letter}.failed_at)`
  // Before anything is inserted, so that only what was here already is looked at.
  await target.run(
    `UPDATE dead_letter SET ${LETTER.map(column => `${quote(column)} = newer.${quote(column)}`).join(', ')}
     FROM (SELECT ours.id AS letter_id, ${values.map((value, i) => `${value} AS ${quote(LETTER[i] ?? '')}`).join(', ')}
       FROM ${theirs}
       JOIN dead_letter AS ours ON ${sameSubject(target, 'ours', 'theirs')}
       JOIN run AS their_run ON their_run.id = run_map.id
       JOIN run AS our_run ON our_run.id = ours.run_id
       WHERE ${rank('their_run', 'theirs')} > ${rank('our_run', 'ours')}) AS newer
     WHERE dead_letter.id = newer.letter_id`,
  )
  return await target.run(
    `INSERT INTO dead_letter (${list(LETTER)}) SELECT ${values.join(', ')} FROM ${theirs}
     WHERE NOT EXISTS (SELECT 1 FROM dead_letter AS ours WHERE ${sameSubject(target, 'ours', 'theirs')})
     ORDER BY theirs.failed_at, theirs.uri, theirs.article_id`,
  )
}

/**
 * Takes over the inputs, with what was left out of them. Of one that both stores met, what the later run says is kept. When its article was first and
 * last got there is put together from both; of one that never became an article the later run's row is kept whole. `run_map` must be that of this source.
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
  const isLater = `${made('their_last')} > ${made('our_last')}`
  await noteTakenInputs(
    target,
    `SELECT theirs.id, ours.id FROM ${theirs}
     LEFT JOIN input AS ours ON ${isSame}
     LEFT JOIN run AS their_last ON their_last.id = last_map.id
     LEFT JOIN run AS our_last ON our_last.id = ours.run_id
     WHERE theirs.article_id IS NOT NULL AND (ours.id IS NULL OR ${isLater})`,
  )
  // Before anything is inserted, so that only inputs that were here already are looked at.
  const pick = (column: string, isNewer: string) =>
    `${quote(column)} = CASE WHEN ${isNewer} THEN newer.${quote(column)} ELSE input.${quote(column)} END`
  await target.run(
    `UPDATE input SET
       ${pick('retrieved_at', 'newer.is_first = 1 OR input.retrieved_at IS NULL')},
       ${pick('first_run_id', 'newer.is_first = 1')},
       ${pick('seen_at', "newer.is_last = 1 AND newer.article_id IS NULL OR newer.article_id IS NOT NULL AND newer.seen_at > coalesce(input.seen_at, '')")},
       ${[...LATEST, 'run_id'].map(column => pick(column, 'newer.is_last = 1')).join(', ')}
     FROM (SELECT ours.id AS input_id, ${INPUT.map((column, i) => `${values[i]} AS ${quote(column)}`).join(', ')},
       CASE WHEN ${isLater} THEN 1 ELSE 0 END AS is_last,
       CASE WHEN theirs.article_id IS NULL THEN (CASE WHEN ${isLater} THEN 1 ELSE 0 END)
         WHEN ${made('their_first')} < ${made('our_first')} THEN 1 ELSE 0 END AS is_first
       FROM ${theirs}
       JOIN input AS ours ON ${isSame}
       LEFT JOIN run AS their_first ON their_first.id = first_map.id
       LEFT JOIN run AS their_last ON their_last.id = last_map.id
       LEFT JOIN run AS our_first ON our_first.id = ours.first_run_id
       LEFT JOIN run AS our_last ON our_last.id = ours.run_id) AS newer
     WHERE input.id = newer.input_id`,
  )
  const inserted = await target.run(
    `INSERT INTO input (${list(INPUT)}) SELECT ${values.join(', ')} FROM ${theirs}
     WHERE NOT EXISTS (SELECT 1 FROM input AS ours WHERE ${isSame}) ORDER BY theirs.id`,
  )
  await mergeLeftOut(target, source, isSame)
  return inserted
}

function made(run: string): string {
  return `coalesce(${runKey(run)}, '')`
}

type GoneInput = Pick<InputTable, 'location' | 'article_id' | 'form'>

/** What settling changed, to be sealed anew. */
export interface SettledRows {
  /** Subjects of failures and inputs that were taken away. */
  readonly goneLetters: readonly string[]
  readonly goneInputs: readonly string[]
  /** Numbers of inputs that say something else now. */
  readonly inputs: readonly number[]
}

/**
 * Brings articles, failures and inputs of all sources into agreement, when everything has been taken over. A failure is
 * passed over when its article was analysed by newer stages, or by equal ones in a later run; what could not be read,
 * when a later run made an article of what lay there; the first of several entries that failed alike stands for them all.
 */
export async function settleFailures(target: MergeTarget): Promise<SettledRows> {
  const letters = await target.all<LetterSubject>(
    `DELETE FROM dead_letter WHERE EXISTS (
       SELECT 1 FROM article JOIN run ON run.id = dead_letter.run_id
       WHERE article.id = dead_letter.article_id AND ${rankOfArticle('', 'article')} > ${rankOfRun(target, 'run')})
     OR dead_letter.article_id IS NULL AND EXISTS (
       SELECT 1 FROM input JOIN run AS later ON later.id = input.run_id JOIN run AS earlier ON earlier.id = dead_letter.run_id
       WHERE input.uri = dead_letter.uri
       AND input.article_id IS NOT NULL AND ${runKey('later')} > ${runKey('earlier')})
     RETURNING article_id, uri, file, form`,
  )
  const read = await target.all<GoneInput>(
    `DELETE FROM input WHERE article_id IS NULL AND EXISTS (
       SELECT 1 FROM input AS later JOIN run AS later_run ON later_run.id = later.run_id
       LEFT JOIN run AS earlier_run ON earlier_run.id = input.run_id
       WHERE ${target.key('later.location')} = ${target.key('input.location')} AND later.location = input.location AND later.article_id IS NOT NULL AND ${runKey('later_run')} > ${made('earlier_run')})
     RETURNING location, article_id, form`,
  )
  const entries = await target.all<GoneInput>(
    `DELETE FROM input WHERE form IS NOT NULL AND EXISTS (
       SELECT 1 FROM input AS later JOIN run AS later_run ON later_run.id = later.run_id
       LEFT JOIN run AS earlier_run ON earlier_run.id = input.run_id
       WHERE later.uri = input.uri AND later.article_id IS NOT NULL AND ${runKey('later_run')} > ${made('earlier_run')})
     RETURNING location, article_id, form`,
  )
  const reason = `letter.kind || ': ' || letter.error`
  const dead = await target.all<{ id: number }>(
    `UPDATE input SET status = 'dead', reason = ${reason} FROM dead_letter AS letter
     WHERE letter.article_id = input.article_id AND (input.status <> 'dead' OR input.reason <> ${reason}) RETURNING input.id`,
  )
  const done = await target.all<{ id: number }>(
    `UPDATE input SET status = 'done', reason = NULL WHERE status <> 'done'
     AND EXISTS (SELECT 1 FROM article WHERE article.id = input.article_id)
     AND NOT EXISTS (SELECT 1 FROM dead_letter WHERE dead_letter.article_id = input.article_id)
     RETURNING id`,
  )
  return {
    goneLetters: letters.map(subjectOfLetter),
    goneInputs: [...read, ...entries].map(({ location, article_id, form }) =>
      subjectOfInput(location, article_id, form),
    ),
    inputs: [...dead, ...done].map(({ id }) => id),
  }
}
