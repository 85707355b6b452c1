import type { Span } from '../../domain/span.ts'
import type { VersionChange } from '../../families/versions/change.ts'
import { compareVersions } from '../../families/versions/comparing/compare-versions.ts'
import { readVersionById } from '../../families/versions/read-version.ts'
import { type ChangedPair, readChangedPairs, readChangesOfPair } from '../../store/queries/across/pages-across.ts'
import type { StoreDatabase, VersionChangeView } from '../../store/schema.ts'
import type { OffsetPair } from '../exported-claim.ts'
import type { AcrossFile } from './across-file.ts'

const PAIRS_A_PAGE = 100

/** A change a line, by the address of the versions, these, and the order of the text. */
export const versionChanges: AcrossFile = {
  name: 'version-changes.jsonl',
  description: 'what changed from one version of an article to the next under one address, a change a line',
  async write(database, write) {
    let count = 0
    for (let after: ChangedPair | null = null; ; ) {
      const pairs: ChangedPair[] = await readChangedPairs(database, after, PAIRS_A_PAGE)
      if (pairs.length === 0) return count
      after = pairs.at(-1) as ChangedPair
      for (const pair of pairs)
        for (const line of await database.transaction().execute(snapshot => readChanges(snapshot, pair))) {
          await write(`${JSON.stringify(line)}\n`)
          count++
        }
    }
  },
}

async function readChanges(snapshot: StoreDatabase, pair: ChangedPair) {
  const rows = await readChangesOfPair(snapshot, pair)
  const [before, after] = [
    await readVersionById(snapshot, pair.earlier_id),
    await readVersionById(snapshot, pair.later_id),
  ]
  // The table has the words alone: where they stand is found by comparing the texts again.
  const found = before === null || after === null ? [] : compareVersions(before, after).changes
  return rows.map(row => toLine(row, found[row.sequence]))
}

function toLine(row: VersionChangeView, found: VersionChange | undefined) {
  const { uri, earlier_id, later_id, earlier_at, later_at, sequence, change, field, before, after } = row
  const isFound =
    found !== undefined &&
    found.change === change &&
    found.field === field &&
    found.before === before &&
    found.after === after
  return {
    uri,
    earlier: { id: earlier_id, retrieved_at: earlier_at },
    later: { id: later_id, retrieved_at: later_at },
    sequence,
    change,
    field,
    noted: row.noted === 1,
    claim_before: row.claim_before,
    claim_after: row.claim_after,
    before,
    after,
    span_before: isFound ? toPair(found.spanBefore) : null,
    span_after: isFound ? toPair(found.spanAfter) : null,
  }
}

function toPair(span: Span | null): OffsetPair | null {
  return span === null ? null : [span.start, span.end]
}
