import type { Database } from 'better-sqlite3'
import { sealLater as statements } from '../../seals/seal-later.ts'
import { perform } from '../perform.ts'
import { closeSealById } from './close-seal.ts'

/** Seals what was written when there were no seals yet, as it stands now. Call inside a transaction. */
export function sealLater(database: Database): void {
  for (const seal of perform(database, statements())) closeSealById(database, seal)
}
