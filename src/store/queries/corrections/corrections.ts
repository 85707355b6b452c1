import type { Selectable } from 'kysely'
import { toLedgerEntry } from '../../../corrections/ledger-entry.ts'
import { type EntryState, judgeEntries } from '../../../corrections/stand-of.ts'
import { CORRECTION, digestCorrectionRow } from '../../../seal/record-tables.ts'
import type { CorrectionTable, StoreDatabase } from '../../schema.ts'
import { findSuccessors } from './successors.ts'

/**
 * `in force`: it still says something about the claim; `superseded`: later ones say it otherwise; `withdrawn`: taken back
 * with all before a withdrawal; `undone`: taken back by itself.
 */
export type CorrectionState = EntryState

/** One entry of the ledger, with what has become of it and of its claim. */
export interface Correction extends Selectable<CorrectionTable> {
  readonly state: CorrectionState
  /** Whether the claim is still found, or was added: a newer stage, or the article's removal, may have ended it. */
  readonly found: boolean
  /** Id of the claim that has its cue at the same place now, when the claim itself is found no more. */
  readonly successor_id: string | null
  /** Whether that one already says all that was corrected; null where there is none. */
  readonly successor_agrees: boolean | null
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
  const entries = rows.map(({ claim_rowid, ...entry }) => entry)
  const added = new Set(rows.filter(({ adds }) => adds === 1).map(({ claim_id }) => claim_id))
  const states = judgeAll(entries)
  const stillThere = new Set(rows.filter(({ claim_rowid }) => claim_rowid !== null).map(({ claim_id }) => claim_id))
  const isFound = ({ claim_id }: Entry) => stillThere.has(claim_id) || added.has(claim_id)
  // All claims are looked through for them, and most ledgers have lost none.
  const successors = entries.every(isFound) ? new Map<string, never>() : await findSuccessors(database)
  return entries.map(entry => {
    const found = isFound(entry)
    const successor = found ? undefined : successors.get(entry.claim_id)
    return {
      ...entry,
      state: states.get(entry) ?? 'in force',
      found,
      successor_id: successor?.id ?? null,
      successor_agrees: successor?.agrees ?? null,
    }
  })
}

/** How many claims that were corrected are found no more. */
export async function countLostCorrections(database: StoreDatabase): Promise<number> {
  const { count } = await database
    .selectFrom('v_corrected')
    .leftJoin('claim', 'claim.id', 'v_corrected.claim_id')
    .select(query => query.fn.countAll<number>().as('count'))
    .where('claim.rowid', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('correction')
            .select('correction.id')
            .whereRef('correction.claim_id', '=', 'v_corrected.claim_id')
            .where('correction.adds', '=', 1),
        ),
      ),
    )
    .executeTakeFirstOrThrow()
  return count
}

type Entry = Selectable<CorrectionTable>

function judgeAll(entries: readonly Entry[]): ReadonlyMap<Entry, CorrectionState> {
  const states = new Map<Entry, CorrectionState>()
  const toCells = (entry: Entry) => CORRECTION.stored.map(column => entry[column])
  for (const own of Map.groupBy(entries, ({ claim_id }) => claim_id).values()) {
    const judged = judgeEntries(own.map(entry => toLedgerEntry(toCells(entry))))
    for (const entry of own) states.set(entry, judged.get(digestCorrectionRow(toCells(entry))) ?? 'in force')
  }
  return states
}
