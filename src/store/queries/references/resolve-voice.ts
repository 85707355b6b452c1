import type { StoreDatabase } from '../../schema.ts'
import { rangeOfPrefix, requireOne } from './find-by-prefix.ts'

/**
 * The id of the voice that has `reference` for its id, or alone begins with it.
 *
 * @param orCorrected also of one that is found no more, of which the ledger still tells
 * @throws HearsayError (2) when there is none, or more than one
 */
export async function resolveVoice(database: StoreDatabase, reference: string, orCorrected = false): Promise<string> {
  const { from, to } = rangeOfPrefix(reference.toLowerCase())
  const found = database.selectFrom('voice').select('id').where('id', '>=', from).where('id', '<', to)
  const corrected = database
    .selectFrom('voice_correction')
    .select('voice_id as id')
    .where('voice_id', '>=', from)
    .where('voice_id', '<', to)
  const rows =
    reference === '' ? [] : await (orCorrected ? found.union(corrected) : found).orderBy('id').limit(4).execute()
  const exact = rows.filter(({ id }) => id === from)
  return requireOne(exact.length === 1 ? exact : rows, 'voice', reference, ({ id }) => id).id
}
