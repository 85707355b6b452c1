import type { StoreDatabase } from '../store/schema.ts'
import { STEPS_VERSION } from './entry-versions.ts'

/** How many articles have not been entered across articles yet, or changed since: what is found there speaks of the others alone. */
export async function countWaiting(database: StoreDatabase): Promise<number> {
  const { count } = await database
    .selectFrom('across_entry')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(({ or, eb }) => or([eb('version', '<', STEPS_VERSION), eb('version', '>', STEPS_VERSION)]))
    .executeTakeFirstOrThrow()
  return count
}

/** The same, with articles that have gone and whose traces still have to. */
export async function countPending(database: StoreDatabase): Promise<number> {
  const { count } = await database
    .selectFrom('across_gone')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return (await countWaiting(database)) + count
}
