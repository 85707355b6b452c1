import type { MergeTarget, SourcePrefix } from './merge-target.ts'

/*
 * What is kept of two is decided by one order of texts, made of a run's stages and its time: so it does not matter which
 * store is merged into which, or which first.
 */

/** Tells a run from all others, whatever its number: when it started and in which process. Sorts by time. */
export function runKey(run: string): string {
  return `(${run}.started_at || ' ' || ${run}.process || ' ' || coalesce(${run}.process_started, ''))`
}

/** Whether two runs are one. Column by column: both stores then look the one up by the other's start. */
export function sameRun(a: string, b: string): string {
  return `${a}.started_at = ${b}.started_at AND ${a}.process = ${b}.process
    AND coalesce(${a}.process_started, '') = coalesce(${b}.process_started, '')`
}

/** Of what an article was made of: newer stages (whose versions add up to more) come after older ones, then later runs. */
export function rankOfArticle(source: SourcePrefix, article: string): string {
  return `(SELECT ${digits('coalesce(sum(done.version), 0)')} || ' ' || max(${runKey('made_by')})
    FROM ${source}done AS done JOIN ${source}run AS made_by ON made_by.id = done.run_id
    WHERE done.article_rowid = ${article}.rowid)`
}

/** The same of a failure, by the run that it failed in. */
export function rankOfRun(target: MergeTarget, run: string): string {
  return `(${digits(target.weigh(`${run}.stages`))} || ' ' || ${runKey(run)})`
}

/** What of a rank says how new the stages were. */
export function versionsOf(rank: string): string {
  return `substr(${rank}, 1, 10)`
}

/** Ten digits, so that the texts sort as the numbers do. */
function digits(number: string): string {
  return `(1000000000 + ${number})`
}
