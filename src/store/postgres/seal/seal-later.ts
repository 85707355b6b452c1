import type pg from 'pg'
import { sealLater as statements } from '../../seals/seal-later.ts'
import { perform } from '../perform.ts'
import { closeSeal } from './close-seal.ts'

/** Seals what was written when there were no seals yet, as it stands now. Call inside a transaction. */
export async function sealLater(client: pg.ClientBase): Promise<void> {
  for (const seal of await perform(client, statements())) await closeSeal(client, seal)
}
