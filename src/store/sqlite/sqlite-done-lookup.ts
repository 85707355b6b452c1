import type { Database, Statement } from 'better-sqlite3'
import { areSameStages, type StageInfo, type StageRow, toStageInfo } from '../../domain/stage.ts'
import type { DoneLookup } from '../store.ts'
import { connectForReading } from './connect.ts'
import { withClearErrors } from './connection/sqlite-errors.ts'

/** A connection for reading beside that of the writer, which may be in another thread. */
export class SqliteDoneLookup implements DoneLookup {
  readonly #path: string
  readonly #database: Database
  readonly #stagesDone: Statement<[string], StageRow>

  private constructor(path: string, database: Database) {
    this.#path = path
    this.#database = database
    this.#stagesDone = database.prepare(
      `SELECT stage, version, engine, model FROM done JOIN article ON article.rowid = done.article_rowid
       WHERE article.id = ? ORDER BY sequence`,
    )
  }

  /**
   * Opens a database that a `SqliteStore` has opened before, so that it is there and of the newest schema.
   * Close it before the store: the last connection takes away the log, and only one that may write can.
   *
   * @throws HearsayError (4)
   */
  static open(path: string): SqliteDoneLookup {
    return new SqliteDoneLookup(path, connectForReading(path))
  }

  async isEmpty(): Promise<boolean> {
    return withClearErrors(this.#path, () => this.#database.prepare('SELECT 1 FROM done LIMIT 1').get() === undefined)
  }

  async isDone(articleId: string, stages: readonly StageInfo[]): Promise<boolean> {
    const done = withClearErrors(this.#path, () => this.#stagesDone.all(articleId))
    return done.length > 0 && areSameStages(done.map(toStageInfo), stages)
  }

  async close(): Promise<void> {
    this.#database.close()
  }
}
