import type { SEAL, SEAL_LEAF } from '../../catalogue/bookkeeping.ts'
import type { RowOf } from '../../catalogue/column.ts'

/** The link of a correction in the chain of all: the digest of the one before and its row. */
export interface CorrectionLinkTable {
  correction_id: number
  digest: string
}

/** The link of a correction of a voice in the chain of those. */
export interface VoiceCorrectionLinkTable {
  correction_id: number
  digest: string
  /** Of its row alone, by which another takes it back. */
  entry: string
}

/** What seals all that a run wrote, or several stores that were made one. Null from `number` on while it is open. */
export type SealTable = RowOf<typeof SEAL>
/** The digest of what stands under a name that every store has it by; the last one of a name counts. */
export type SealLeafTable = RowOf<typeof SEAL_LEAF>
