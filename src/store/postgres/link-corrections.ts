import type pg from 'pg'
import { digestCorrection } from '../../seal/record-tables.ts'
import { selectCorrections } from '../seals/sealed-sql.ts'
import { TableRows } from './table-rows.ts'
import { selectRows } from './touched-rows.ts'

/**
 * Adds the links of corrections that have none yet, behind the last one. Call in the transaction that added them, which
 * held the chains before it did.
 */
export async function linkCorrections(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ id: number; digest: string }>(
    'SELECT correction_id AS id, digest FROM correction_link ORDER BY correction_id DESC LIMIT 1',
  )
  const last = rows[0]
  let digest = last?.digest ?? null
  const links = new TableRows('correction_link', { correction_id: 'bigint', digest: 'text' })
  for (const [id, ...cells] of await selectRows(client, selectCorrections(`own.id > ${last?.id ?? -1}`))) {
    digest = digestCorrection(digest, cells)
    links.add(id, digest)
  }
  await links.insert(client)
}
