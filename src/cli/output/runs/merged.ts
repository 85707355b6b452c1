import type { Conflict } from '../../../store/transfer/articles/merge-articles.ts'
import type { MergeCounts, Settlement } from '../../../store/transfer/merge-source.ts'
import { countClaims } from '../claims/count-claims.ts'
import { plural } from '../plural.ts'

/** So many conflicts are named on the terminal; `--json` gives all. */
const MOST_CONFLICTS = 10

/**
 * What came from a database, and below it the articles of which one analysis was passed over.
 *
 * @param addedClaims those that people added
 */
export function describeMerged(
  { added, replaced, known, claims, runs, conflicts }: MergeCounts,
  addedClaims = 0,
): string[] {
  const counts = `${added} added, ${replaced} replaced, ${known} known already`
  const more = conflicts.length - MOST_CONFLICTS
  return [
    `${plural(added + replaced + known, 'article')} (${counts}), ${countClaims(claims, addedClaims)}${addedClaims > 0 ? ',' : ''} and ${plural(runs, 'run')} came.`,
    ...conflicts.slice(0, MOST_CONFLICTS).map(describeConflict),
    ...(more > 0 ? [`  … ${more} more; --json names them all`] : []),
  ]
}

function describeConflict({ uri, kept }: Conflict): string {
  return kept === 'ours' ? `  ${uri}: passed over, its analysis is older` : `  ${uri}: the older analysis gave way`
}

export function describeSettled({ corrections, failuresPassedOver }: Settlement): string {
  const passed =
    failuresPassedOver === 0 ? '' : `, ${plural(failuresPassedOver, 'failure')} passed over that others made good`
  return `${plural(corrections, 'correction')} came${passed}.`
}
