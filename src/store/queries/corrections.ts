import type { Selectable } from 'kysely'
import type { CorrectionTable, StoreDatabase } from '../schema.ts'

/**
 * `in force`: it still says something about the claim; `superseded`: a later one says it otherwise; `withdrawn`: taken
 * back.
 */
export type CorrectionState = 'in force' | 'superseded' | 'withdrawn'

/** One entry of the ledger, with what has become of it and of its claim. */
export interface Correction extends Selectable<CorrectionTable> {
  readonly state: CorrectionState
  /** Whether the claim is still found: a newer stage, or the article's removal, may have ended it. */
  readonly found: boolean
  /** Id of the claim that has its cue at the same place now, when the claim itself is found no more. */
  readonly successor_id: string | null
}

/** The whole ledger of corrections, or that of one claim, in the order in which it was written. */
export async function findCorrections(database: StoreDatabase, claimId?: string): Promise<Correction[]> {
  const ledger = database
    .selectFrom('correction')
    .leftJoin('claim', 'claim.id', 'correction.claim_id')
    .selectAll('correction')
    .select('claim.rowid as claim_rowid')
    .orderBy('correction.id')
  const rows = await (claimId === undefined ? ledger : ledger.where('correction.claim_id', '=', claimId)).execute()
  const successors = await findSuccessors(database)
  const laterOf = Map.groupBy(rows, row => row.claim_id)
  return rows.map(({ claim_rowid, ...entry }) => ({
    ...entry,
    state: judge(
      entry,
      (laterOf.get(entry.claim_id) ?? []).filter(({ id }) => id > entry.id),
    ),
    found: claim_rowid !== null,
    successor_id: claim_rowid === null ? (successors.get(entry.claim_id) ?? null) : null,
  }))
}

/** How many claims that were corrected are found no more. */
export async function countLostCorrections(database: StoreDatabase): Promise<number> {
  const { count } = await database
    .selectFrom('v_corrected')
    .leftJoin('claim', 'claim.id', 'v_corrected.claim_id')
    .select(query => query.fn.countAll<number>().as('count'))
    .where('claim.rowid', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

/** Of claims that were corrected and are gone: the claim of the same article whose cue begins where theirs did. */
async function findSuccessors(database: StoreDatabase): Promise<Map<string, string>> {
  const rows = await database
    .selectFrom('correction')
    .leftJoin('claim as gone', 'gone.id', 'correction.claim_id')
    .innerJoin('article', 'article.id', 'correction.article_id')
    .innerJoin('claim', 'claim.article_rowid', 'article.rowid')
    .innerJoin('claim_span', join =>
      join
        .onRef('claim_span.claim_rowid', '=', 'claim.rowid')
        .on('claim_span.role', '=', 'cue')
        .on('claim_span.sequence', '=', 0)
        .onRef('claim_span.start', '=', 'correction.cue_start'),
    )
    .select(['correction.claim_id', 'claim.id'])
    .where('gone.rowid', 'is', null)
    .orderBy('claim.id', 'desc')
    .orderBy('correction.id')
    .execute()
  return new Map(rows.map(row => [row.claim_id, row.id]))
}

function judge(entry: Selectable<CorrectionTable>, later: readonly Selectable<CorrectionTable>[]): CorrectionState {
  if (later.some(({ verdict }) => verdict === 'withdrawn')) return 'withdrawn'
  const fields = ['verdict', 'source', 'note'] as const
  const says = fields.filter(field => entry[field] !== null)
  const isOverruled = says.every(field => later.some(other => other[field] !== null))
  return isOverruled ? 'superseded' : 'in force'
}
