import type { StoreDatabase } from '../../store/schema.ts'
import type { Write } from '../write.ts'

/**
 * One kind of what is found across articles, as a file of JSON lines. It holds what was entered up to now. Same claims, same
 * bytes: nothing in it depends on the order in which articles came, on the store or on numbers of rows.
 */
export interface AcrossFile {
  readonly name: string
  readonly description: string
  /** Writes all of it and gives the number of lines. */
  write(database: StoreDatabase, write: Write): Promise<number>
}
