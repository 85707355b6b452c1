import { readContents } from '../../store/queries/seals/contents.ts'
import { findLedgerHead, streamLeaves, streamSeals } from '../../store/queries/seals/seals.ts'
import type { StoreDatabase } from '../../store/schema.ts'
import type { KeptSeals } from './verify-manifest.ts'

/** The seals that stand in a database. */
export function keptSealsOf(database: StoreDatabase): KeptSeals {
  return {
    seals: () => streamSeals(database),
    leaves: sealNumber => streamLeaves(database, sealNumber),
    correctionAt: async position => (await findLedgerHead(database, position)).head,
    voiceCorrectionAt: async position => (await findLedgerHead(database, position, 'voice_correction_link')).head,
    contents: () => readContents(database),
  }
}
