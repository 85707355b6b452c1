import { areSameStages, type StageInfo, type StageRow, toStageInfo } from '../../domain/stage.ts'
import type { DoneLookup } from '../store.ts'
import { connectForReading } from './connect.ts'
import { LastingConnection } from './connection/lasting-connection.ts'

/** A connection for reading beside that of the writer. */
export class PostgresDoneLookup implements DoneLookup {
  readonly #connection: LastingConnection

  private constructor(connection: LastingConnection) {
    this.#connection = connection
  }

  /** @throws HearsayError (4) */
  static async open(url: string, onHeld?: (error: unknown) => void): Promise<PostgresDoneLookup> {
    const connection = new LastingConnection(url, () => connectForReading(url), { onHeld })
    await connection.open()
    return new PostgresDoneLookup(connection)
  }

  async isEmpty(): Promise<boolean> {
    const { rows } = await this.#connection.perform(client => client.query('SELECT 1 FROM done LIMIT 1'))
    return rows.length === 0
  }

  async isDone(articleId: string, stages: readonly StageInfo[]): Promise<boolean> {
    const { rows: done } = await this.#connection.perform(client =>
      client.query<StageRow>({
        name: 'hearsay-stages-done',
        text: `SELECT stage, version, engine, model FROM done JOIN article ON article.rowid = done.article_rowid
          WHERE article.id = $1 ORDER BY sequence`,
        values: [articleId],
      }),
    )
    return done.length > 0 && areSameStages(done.map(toStageInfo), stages)
  }

  async close(): Promise<void> {
    await this.#connection.close()
  }
}
