import type { Database, Statement } from 'better-sqlite3'
import { areSamePassages, type LeftOutPassage } from '../../../domain/articles/left-out.ts'
import { COLUMNS } from '../../transfer/tables.ts'
import { RowInserter } from './row-inserter.ts'

/** Keeps the passages that were left out of inputs. Call inside a transaction. */
export class LeftOutWriter {
  readonly #find: Statement<[number], LeftOutPassage>
  readonly #delete: Statement<[number]>
  readonly #rows: RowInserter

  constructor(database: Database) {
    this.#find = database.prepare('SELECT reason, text FROM left_out WHERE input_id = ? ORDER BY sequence')
    this.#delete = database.prepare('DELETE FROM left_out WHERE input_id = ?')
    this.#rows = new RowInserter(database, 'left_out', COLUMNS.left_out)
  }

  /** Puts them in the place of those that are there; an input that is met again as it was costs no writing. */
  replace(inputId: number, passages: readonly LeftOutPassage[]): void {
    const former = this.#find.all(inputId)
    if (areSamePassages(former, passages)) return
    if (former.length > 0) this.#delete.run(inputId)
    this.#rows.insert(passages.map(({ reason, text }, sequence) => [inputId, sequence, reason, text]))
  }
}
