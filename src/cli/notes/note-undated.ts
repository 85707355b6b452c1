import { countUndatedArticles } from '../../store/queries/articles/undated.ts'
import type { StoreDatabase } from '../../store/schema.ts'
import { note, type Surroundings } from '../surroundings.ts'

/** Says how many articles `--since` cannot find, so that an empty listing is not taken for an empty period. */
export async function noteUndated(
  surroundings: Surroundings,
  database: StoreDatabase,
  since: string | undefined,
): Promise<void> {
  if (since === undefined) return
  const undated = await countUndatedArticles(database)
  if (undated === 1) note(surroundings, '1 article has no date and is left out.')
  else if (undated > 1) note(surroundings, `${undated} articles have no date and are left out.`)
}
