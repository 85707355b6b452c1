import type { AcrossChecked } from '../families/checking/check-across.ts'
import type { RowDifference } from '../families/checking/row-differences.ts'
import { countPending } from '../families/count-waiting.ts'
import type { StoreDatabase } from '../store/schema.ts'
import type { Finding } from './finding.ts'

/** More of one table nobody reads one by one. */
const MOST_OF_TABLE = 20

/**
 * Holds what is found across articles (families, replies, changes of versions), which is sealed nowhere, against what would be found
 * anew; where articles wait for that, it is not yet what would be found, and nothing is checked. What differs is no damage of what articles say: it is mended by `hearsay quotations --rebuild`.
 */
export async function verifyAcross(
  snapshot: StoreDatabase,
  onFinding: (finding: Finding) => void,
  mostClaims?: number,
): Promise<AcrossChecked> {
  const waiting = await countPending(snapshot)
  if (waiting > 0) return { waiting, families: 0, accusations: 0, changes: 0, articlesOfFamilies: 0 }
  // Loaded by whom it serves: its word lists would cost every command a part of its start.
  const { checkAcross } = await import('../families/checking/check-across.ts')
  const seen = new Map<string, number>()
  const checked = await checkAcross(
    snapshot,
    differences => {
      for (const difference of differences) {
        const number = (seen.get(difference.table) ?? 0) + 1
        seen.set(difference.table, number)
        if (number <= MOST_OF_TABLE) onFinding(toFinding(describe(difference), difference))
      }
    },
    mostClaims,
  )
  for (const [table, number] of seen)
    if (number > MOST_OF_TABLE)
      onFinding(toFinding(`${number - MOST_OF_TABLE} more rows of ${table} are not as they would be found anew.`))
  return checked
}

function toFinding(message: string, difference?: RowDifference): Finding {
  const places =
    difference === undefined
      ? []
      : [
          {
            table: difference.table,
            row: difference.row,
            change: difference.change,
            columns: difference.columns,
            kinds: [],
            isCertain: true,
            sealed: {},
          },
        ]
  return {
    level: 'mismatch',
    kind: 'across',
    articleId: null,
    uri: null,
    claimIds: difference?.claimIds ?? [],
    span: null,
    places,
    message: `${message.replace(/\.$/, '')}; hearsay quotations --rebuild finds all of it anew.`,
  }
}

function describe({ table, row, change, columns }: RowDifference): string {
  if (change === 'gone') return `The row ${row} of ${table} is missing, which would be found anew`
  if (change === 'added') return `The row ${row} of ${table} would not be found anew`
  return `The row ${row} of ${table} is not as it would be found anew: ${columns.join(', ')}`
}
