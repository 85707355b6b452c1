import { countWaiting } from '../../families/count-waiting.ts'
import type { StoreDatabase } from '../../store/schema.ts'
import { note, type Surroundings } from '../surroundings.ts'

/** Says how many articles of a database have not been held against the others yet: what is listed says nothing of them. */
export async function noteWaiting(surroundings: Surroundings, database: StoreDatabase): Promise<void> {
  const waiting = await countWaiting(database)
  if (waiting === 0) return
  const whose = waiting === 1 ? '1 article has' : `${waiting} articles have`
  note(surroundings, `${whose} not been held against the others yet; hearsay quotations --update does it.`)
}
