import type { SealKind } from '../seal/seal.ts'

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
export interface SealTable {
  id: number
  /** Its place in the order of sealing. */
  number: number | null
  kind: SealKind
  run_id: number | null
  sealed_at: string | null
  run_digest: string | null
  size: number | null
  root: string | null
  corrections: number | null
  corrections_head: string | null
  /** The same of corrections of voices; null where there were none. */
  voice_corrections: number | null
  voice_corrections_head: string | null
  /** JSON: digests. */
  previous: string | null
  digest: string | null
}

/** The digest of what stands under a name that every store has it by; the last one of a name counts. */
export interface SealLeafTable {
  id: number
  seal_id: number
  kind: string
  subject: string
  /** Null where it was taken away. */
  digest: string | null
  /** Of an article: a byte for each of its rows, in base64. */
  sums: string | null
}
