import type { ClaimFilter } from '../store/queries/claims.ts'
import type { StoreDatabase } from '../store/schema.ts'
import type { Write } from './write.ts'

/** One way to give claims away. Same claims, same bytes: nothing of it depends on threads, machines or the moment. */
export type ExportFormat = FileFormat | FolderFormat

interface Described {
  /** What `--format` takes. */
  readonly name: string
  readonly description: string
}

/** One that is a single file, or a stream. */
export interface FileFormat extends Described {
  readonly writes: 'file'
  /** File name extension, without the dot. */
  readonly extension: string
  /**
   * Writes every claim that the filter lets through and gives their number.
   *
   * @throws HearsayError (2) when the filter's article is unknown or its date is none.
   */
  export(database: StoreDatabase, filter: ClaimFilter, write: Write): Promise<number>
}

/** Takes a whole file of a folder; names are plain, unique and the same on every machine. */
export type PutFile = (name: string, content: string) => void | Promise<void>

/** One that its tools want as a folder with files for each article. */
export interface FolderFormat extends Described {
  readonly writes: 'folder'
  /**
   * As {@link FileFormat.export}.
   *
   * @throws HearsayError (2) when the filter's article is unknown or its date is none.
   */
  export(database: StoreDatabase, filter: ClaimFilter, put: PutFile): Promise<number>
}
