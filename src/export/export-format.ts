import type { ClaimFilter } from '../store/queries/claims.ts'
import type { StoreDatabase } from '../store/schema.ts'
import type { Write } from './write.ts'

/** One way to give claims away. Same claims, same bytes: nothing of an export depends on runs, times or threads. */
export interface ExportFormat {
  /** What `--format` takes. */
  readonly name: string
  readonly description: string
  /** File name extension, without the dot. */
  readonly extension: string
  /**
   * Writes every claim that the filter lets through and gives their number.
   *
   * @throws HearsayError (2) when the filter's article is unknown or its date is none.
   */
  export(database: StoreDatabase, filter: ClaimFilter, write: Write): Promise<number>
}
