import { findClaimVoices, findCorrectedClaimVoices } from '../../../store/queries/voices/voices-by-rowid.ts'
import type { StoreDatabase } from '../../../store/schema.ts'
import type { RowPlaces } from '../../../voices/columns/row-places.ts'
import { NONE } from '../../../voices/columns/voice-columns.ts'
import type { ClaimIndex } from '../../claim-index/claim-index.ts'

const PORTION = 4_000

/**
 * By rank of an index of claims, the index of each claim's voice as corrections leave it, or `NONE`.
 *
 * @param voices where the voice of a `rowid` stands
 */
export async function loadClaimVoices(
  database: StoreDatabase,
  voices: RowPlaces,
  { claims }: ClaimIndex,
): Promise<Uint32Array> {
  const voice = new Uint32Array(claims.length).fill(NONE)
  const set = (claimRowid: number, voiceRowid: number | null) => {
    const number = claims.numbers.placeOf(claimRowid)
    if (number < 0) return
    const index = voices.placeOf(voiceRowid)
    voice[claims.rankByNumber[number] as number] = index < 0 ? NONE : index
  }
  for (let after = 0; ; ) {
    const rows = await findClaimVoices(database, after, PORTION)
    const last = rows.at(-1)
    if (last === undefined) break
    after = last.claim_rowid
    for (const { claim_rowid, voice_rowid } of rows) set(claim_rowid, voice_rowid)
  }
  for (const { claim_rowid, voice_rowid } of await findCorrectedClaimVoices(database)) set(claim_rowid, voice_rowid)
  return voice
}
