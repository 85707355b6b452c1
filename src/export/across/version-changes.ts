import type { Span } from '../../domain/span.ts'
import type { VersionChange } from '../../families/versions/change.ts'
import { compareVersions } from '../../families/versions/comparing/compare-versions.ts'
import { readVersionById } from '../../families/versions/read-version.ts'
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
    for (let after: Pair | null = null; ; ) {
      const pairs: Pair[] = await readPairs(database, after)
      if (pairs.length === 0) return count
      after = pairs.at(-1) as Pair
      for (const pair of pairs)
        for (const line of await database.transaction().execute(snapshot => readChanges(snapshot, pair))) {
          await write(`${JSON.stringify(line)}\n`)
          count++
        }
    }
  },
}

type Pair = Pick<VersionChangeView, 'uri' | 'earlier_id' | 'later_id'>

async function readPairs(database: StoreDatabase, after: Pair | null): Promise<Pair[]> {
  const pairs = database
    .selectFrom('v_version_change')
    .select(['uri', 'earlier_id', 'later_id'])
    .distinct()
    .orderBy('uri')
    .orderBy('earlier_id')
    .orderBy('later_id')
    .limit(PAIRS_A_PAGE)
  if (after === null) return await pairs.execute()
  return await pairs
    .where(({ eb, refTuple, tuple }) =>
      eb(refTuple('uri', 'earlier_id', 'later_id'), '>', tuple(after.uri, after.earlier_id, after.later_id)),
    )
    .execute()
}

async function readChanges(snapshot: StoreDatabase, { uri, earlier_id, later_id }: Pair) {
  const rows = await snapshot
    .selectFrom('v_version_change')
    .selectAll()
    .where('uri', '=', uri)
    .where('earlier_id', '=', earlier_id)
    .where('later_id', '=', later_id)
    .orderBy('sequence')
    .execute()
  const [before, after] = [await readVersionById(snapshot, earlier_id), await readVersionById(snapshot, later_id)]
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
