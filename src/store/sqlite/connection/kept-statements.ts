import type { Database, Statement } from 'better-sqlite3'

/** What is asked of each article in turn takes some thirty. */
const MOST_KEPT = 100

type AnyStatement = Statement<unknown[], unknown>

/**
 * Prepares each text once, for as long as it is asked again and again. What is not prepared anew takes no time, and no
 * memory: that of a statement is given back when the event loop turns, which it does not while one query follows another.
 */
export class KeptStatements {
  readonly #database: Database
  /** The one that was used longest ago first. */
  readonly #kept = new Map<string, AnyStatement>()

  constructor(database: Database) {
    this.#database = database
  }

  prepare(sql: string): AnyStatement {
    const known = this.#kept.get(sql)
    if (known !== undefined) {
      this.#kept.delete(sql)
      this.#kept.set(sql, known)
      // Whoever still reads its rows needs it for themselves.
      if (!known.busy) return known
    }
    const statement = this.#database.prepare<unknown[], unknown>(sql)
    if (known === undefined) {
      this.#kept.set(sql, statement)
      const [oldest] = this.#kept.keys()
      if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest)
    }
    return statement
  }
}
