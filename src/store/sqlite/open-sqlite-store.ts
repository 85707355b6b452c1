import type { Store } from '../store.ts'
import { SqliteStore } from './sqlite-store.ts'

/**
 * Opens the database at `path` as a `Store`, making or migrating it as needed. Each call does all its work before it
 * returns its promise.
 *
 * @throws HearsayError 4 (not usable) or 74 (disk full)
 */
export async function openSqliteStore(path: string): Promise<Store> {
  const store = SqliteStore.open(path)
  return {
    startRun: async configuration => store.startRun(configuration),
    write: async (runId, batch) => store.write(runId, batch),
    endRun: async (runId, status, counts, note) => store.endRun(runId, status, counts, note),
    close: async () => store.close(),
  }
}
