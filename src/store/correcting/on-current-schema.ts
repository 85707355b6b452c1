import { isPostgres } from '../database-name.ts'
import { openReader } from '../open-reader.ts'
import type { StoreDatabase } from '../schema.ts'
import { connectForWriting, requireDatabase } from '../sqlite/connect.ts'

/**
 * Reads what is needed to correct something. A correction is of something: it never makes a database, but gives an older one
 * the newest schema.
 *
 * @throws HearsayError 2 (there is no such database), 4 (not usable, locked) or 74 (disk full)
 */
export async function onCurrentSchema<Read>(
  db: string,
  read: (database: StoreDatabase) => Promise<Read>,
): Promise<Read> {
  if (!isPostgres(db)) {
    requireDatabase(db)
    connectForWriting(db).close()
  }
  const reader = await openReader(db)
  try {
    return await read(reader.database)
  } finally {
    await reader.close()
  }
}
