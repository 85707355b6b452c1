import { digestVoiceCorrection, digestVoiceCorrectionRow } from '../../seal/record-tables.ts'
import type { Digest } from '../../seal/seal.ts'
import type { NumberedRow } from '../seals/sealed-rows.ts'

/** The last link that there is; the next ones go on from it. */
export const LAST_VOICE_LINK =
  'SELECT correction_id AS id, digest FROM voice_correction_link ORDER BY correction_id DESC LIMIT 1'

export interface VoiceLink {
  readonly id: number
  readonly digest: Digest
  readonly entry: Digest
}

/** The links of rows of the ledger of voices, in its order, behind the one with this digest. */
export function linkVoices(before: Digest | null, rows: readonly NumberedRow[]): VoiceLink[] {
  let digest = before
  return rows.map(([id, ...cells]) => {
    digest = digestVoiceCorrection(digest, cells)
    return { id, digest, entry: digestVoiceCorrectionRow(cells) }
  })
}
