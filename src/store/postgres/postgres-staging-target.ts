import pg from 'pg'
import { HearsayError } from '../../domain/errors.ts'
import { nameOfDatabase } from '../database-name.ts'
import { toSearchVector } from '../full-text/tsvector.ts'
import type { Statements } from '../seals/statements.ts'
import type { NumberedTable, StagingTarget } from '../transfer/merge-target.ts'
import { STAGED, stagedColumns } from '../transfer/staging.ts'
import { list, type TransferredTable } from '../transfer/tables.ts'
import { connectForWriting } from './connect.ts'
import { isConflict, withClearErrors } from './connection/postgres-errors.ts'
import { inTransaction } from './connection/transaction.ts'
import { perform } from './perform.ts'
import { restateClaims } from './write/restate-claims.ts'
import { TableRows } from './write/table-rows.ts'

const CLAIMS_INDEXED_AT_ONCE = 5_000
const MOST_ATTEMPTS = 5

/** A database on a PostgreSQL server that the rows of another store are copied into, beside workers that write to it. */
export class PostgresStagingTarget implements StagingTarget {
  readonly articleOrder = 'id'
  readonly #url: string
  readonly #client: pg.Client

  private constructor(url: string, client: pg.Client) {
    this.#url = url
    this.#client = client
  }

  /**
   * Opens the database, making or migrating its tables as needed.
   *
   * @throws HearsayError (4)
   */
  static async open(url: string): Promise<PostgresStagingTarget> {
    return new PostgresStagingTarget(url, await connectForWriting(url))
  }

  async run(sql: string): Promise<number> {
    return (await this.#query(sql)).rowCount ?? 0
  }

  async all<Row>(sql: string): Promise<Row[]> {
    return (await this.#query(sql)).rows as Row[]
  }

  /** Others may take numbers meanwhile: then there is a gap, and the next ones are taken. */
  async reserve(table: NumberedTable, count: number): Promise<number> {
    for (;;) {
      const { rows } = await this.#query<{ first: number; last: number }>(
        `SELECT min(number) AS first, max(number) AS last
         FROM (SELECT nextval('${table}_rowid_seq') AS number FROM generate_series(1, $1::bigint)) AS taken`,
        [count],
      )
      const [range] = rows
      if (range !== undefined && range.last - range.first + 1 === count) return range.first
    }
  }

  /** What `DELETE` empties keeps its room, and every batch would read through that of all before. */
  async empty(table: string): Promise<void> {
    await this.run(`TRUNCATE pg_temp.${table}`)
  }

  async holdEntities(condition: string): Promise<void> {
    // In the order in which all take these locks, so that two rarely wait for each other.
    await this.run(`SELECT FROM entity WHERE ${condition} ORDER BY id FOR UPDATE`)
  }

  holdFound(entity: string): string {
    return `ORDER BY ${entity}.id FOR KEY SHARE OF ${entity}`
  }

  async holdTable(table: TransferredTable): Promise<void> {
    await this.run(`LOCK TABLE ${table} IN SHARE ROW EXCLUSIVE MODE`)
  }

  key(text: string): string {
    return `md5(${text})`
  }

  weigh(stages: string): string {
    return `(SELECT coalesce(sum((weighed.value ->> 'version')::bigint), 0) FROM json_array_elements(${stages}::json) AS weighed (value))`
  }

  async indexClaims(first: number, last: number): Promise<void> {
    for (let from = first; from <= last; from += CLAIMS_INDEXED_AT_ONCE) {
      const { rows } = await this.#query<{ rowid: number; content_text: string }>(
        'SELECT rowid, content_text FROM claim WHERE rowid BETWEEN $1 AND $2 AND content_text IS NOT NULL',
        [from, Math.min(last, from + CLAIMS_INDEXED_AT_ONCE - 1)],
      )
      const indexed = new TableRows('claim_search', { rowid: 'bigint', words: 'tsvector' })
      for (const { rowid, content_text } of rows) indexed.add(rowid, toSearchVector(content_text))
      await withClearErrors(this.#url, () => indexed.insert(this.#client))
    }
  }

  async perform(statements: Statements): Promise<void> {
    await withClearErrors(this.#url, () => perform(this.#client, statements))
  }

  async restateClaims(claimIds: readonly string[]): Promise<void> {
    await withClearErrors(this.#url, () => restateClaims(this.#client, claimIds))
  }

  async stage(table: TransferredTable, rows: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
    if (rows.length === 0) return
    const columns = list(stagedColumns(table))
    await this.#query(
      `INSERT INTO ${STAGED}${table} (${columns})
       SELECT ${columns} FROM json_populate_recordset(NULL::${STAGED}${table}, $1)`,
      [JSON.stringify(rows, withoutNul)],
    )
  }

  async transact<Result>(action: () => Promise<Result>): Promise<Result> {
    return await withClearErrors(this.#url, async () => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await inTransaction(this.#client, action)
        } catch (error) {
          // A worker wrote the same rows at the same time; everything was rolled back and can be done again.
          const cause = error instanceof HearsayError ? error.cause : error
          const isTwice = isWrittenTwice(cause)
          if (!isTwice && !isConflict(cause)) throw error
          if (attempt === MOST_ATTEMPTS) throw isTwice ? this.#tellOfOthers(error) : error
        }
      }
    })
  }

  #tellOfOthers(cause: unknown): HearsayError {
    return new HearsayError(
      `Other programs kept writing the same rows of ${nameOfDatabase(this.#url)}; run the same command again.`,
      'database-locked',
      { cause },
    )
  }

  async #query<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<pg.QueryResult<Row>> {
    return await withClearErrors(this.#url, () => this.#client.query<Row>(sql, values))
  }

  async finish(): Promise<void> {
    await withClearErrors(this.#url, () => this.#client.query('ANALYZE'))
  }

  async close(): Promise<void> {
    await this.#client.end()
  }
}

/** Whether the row was there already, which another transaction had just written. */
function isWrittenTwice(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '23505'
}

/** U+0000, which PostgreSQL's texts cannot hold, becomes U+FFFD, as where texts are decoded. Reading leaves none. */
function withoutNul(_: string, value: unknown): unknown {
  return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\ufffd') : value
}
