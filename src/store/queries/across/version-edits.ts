import type { StoreDatabase, VersionChangeTable } from '../../schema.ts'

/** What changed in an article since the version before it. */
export interface VersionEdit
  extends Pick<VersionChangeTable, 'change' | 'field' | 'claim_before' | 'claim_after' | 'before' | 'after'> {
  /** The notes on changes that this version has and the one before has not, or that a later one under the address got. */
  readonly notes: readonly string[]
}

/** Of articles that are later versions of others what changed in them, by the number of their rows. */
export async function readVersionEdits(
  database: StoreDatabase,
  rowids: readonly number[],
): Promise<ReadonlyMap<number, readonly VersionEdit[]>> {
  if (rowids.length === 0) return new Map()
  const rows = await database
    .selectFrom('version_change')
    .selectAll()
    .where('later_rowid', 'in', rowids)
    .orderBy('later_rowid')
    .orderBy('uri')
    .orderBy('earlier_rowid')
    .orderBy('sequence')
    .execute()
  if (rows.length === 0) return new Map()
  const noted = await database
    .selectFrom('version_change')
    .select(['uri', 'earlier_rowid', 'later_rowid', 'later_at', 'after'])
    .where('change', '=', 'noted')
    .where('uri', 'in', [...new Set(rows.map(({ uri }) => uri))])
    .orderBy('later_at')
    .execute()
  const notesOf = ({ uri, earlier_rowid, later_rowid, later_at }: VersionChangeTable) =>
    noted
      .filter(note => note.uri === uri)
      .filter(
        note =>
          (note.earlier_rowid === earlier_rowid && note.later_rowid === later_rowid) ||
          (later_at !== null && note.later_at !== null && note.later_at > later_at),
      )
      .map(({ after }) => after ?? '')
  const edits = new Map<number, VersionEdit[]>()
  for (const row of rows) {
    const { change, field, claim_before, claim_after, before, after } = row
    const edit = { change, field, claim_before, claim_after, before, after, notes: notesOf(row) }
    const known = edits.get(row.later_rowid)
    if (known === undefined) edits.set(row.later_rowid, [edit])
    else known.push(edit)
  }
  return edits
}
