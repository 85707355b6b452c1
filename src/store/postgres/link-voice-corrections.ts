import type pg from 'pg'
import { LAST_VOICE_LINK, linkVoices } from '../ledger/link-voices.ts'
import { selectVoiceCorrections } from '../seals/sealed-sql.ts'
import { TableRows } from './table-rows.ts'
import { selectRows } from './touched-rows.ts'

/** As `linkCorrections` does for those of claims. */
export async function linkVoiceCorrections(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ id: number; digest: string }>(LAST_VOICE_LINK)
  const [last] = rows
  const own = await selectRows(client, selectVoiceCorrections(`own.id > ${last?.id ?? -1}`))
  const links = new TableRows('voice_correction_link', { correction_id: 'bigint', digest: 'text', entry: 'text' })
  for (const { id, digest, entry } of linkVoices(last?.digest ?? null, own)) links.add(id, digest, entry)
  await links.insert(client)
}
