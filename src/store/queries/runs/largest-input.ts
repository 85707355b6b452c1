import type { StoreDatabase } from '../../schema.ts'

/** What every run takes that is not told otherwise, and runs took that do not say. */
const LEAST = 20_000_000

/**
 * Bytes of the largest file that can have been read whole: the largest limit of all runs. A packed file that holds as much
 * may be a little larger than that.
 */
export async function readLargestInput(database: StoreDatabase): Promise<number> {
  const runs = await database.selectFrom('run').select('options').distinct().execute()
  const limits = runs.map(({ options }) => {
    const { limits } = parse(options) as { readonly limits?: { readonly maxBytes?: unknown } }
    return typeof limits?.maxBytes === 'number' ? limits.maxBytes : LEAST
  })
  return 1.01 * limits.reduce((most, limit) => Math.max(most, limit), LEAST)
}

/** What is no JSON any more says nothing; it is for the seals to tell. */
function parse(options: string): unknown {
  try {
    return JSON.parse(options) ?? {}
  } catch {
    return {}
  }
}
