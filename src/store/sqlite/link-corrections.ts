import type { Database } from 'better-sqlite3'
import { digestCorrection } from '../../seal/record-tables.ts'
import type { NumberedRow } from '../seals/sealed-rows.ts'
import { selectCorrections } from '../seals/sealed-sql.ts'

/** Adds the links of corrections that have none yet, behind the last one. */
export function linkCorrections(database: Database): void {
  const last = database
    .prepare<[], { id: number; digest: string }>(
      'SELECT correction_id AS id, digest FROM correction_link ORDER BY correction_id DESC LIMIT 1',
    )
    .get()
  const add = database.prepare('INSERT INTO correction_link (correction_id, digest) VALUES (?, ?)')
  let digest = last?.digest ?? null
  const rows = database
    .prepare<[number], NumberedRow>(selectCorrections('own.id > ?'))
    .raw()
    .all(last?.id ?? -1)
  for (const [id, ...cells] of rows) {
    digest = digestCorrection(digest, cells)
    add.run(id, digest)
  }
}
