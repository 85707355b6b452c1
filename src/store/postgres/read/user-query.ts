import pg from 'pg'
import { type ErrorCode, HearsayError } from '../../../domain/errors.ts'
import { clientConfig } from '../connection/client-config.ts'
import { explainError, withClearErrors } from '../connection/postgres-errors.ts'
import { type Backend, identifyBackend } from './backend.ts'

/** Rows of a query as they come. */
export interface FetchedRows {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly unknown[])[]
}

const LONGEST_MESSAGE = 1_000

const { INT2, INT4, INT8, FLOAT4, FLOAT8, NUMERIC, BOOL, BYTEA, OID } = pg.types.builtins

/**
 * One query of the user's own, on a connection of its own, in a read-only transaction that ends with it.
 *
 * The server reads it as what a cursor is for, and by the protocol that takes one statement only: so it is a query or
 * nothing, and cannot leave the transaction. Whatever it changes in its session ends with the session.
 *
 * Values come as from SQLite: truth as 1 and 0, whole numbers from 2^53 on as texts of digits, bytes as bytes; all that
 * SQLite does not know (dates, JSON, lists) as the text that PostgreSQL makes of it.
 */
export class UserQuery {
  readonly #url: string
  readonly #client: pg.Client
  readonly #milliseconds: number

  private constructor(url: string, client: pg.Client, milliseconds: number) {
    this.#url = url
    this.#client = client
    this.#milliseconds = milliseconds
  }

  /**
   * Connects and begins the transaction.
   *
   * @param milliseconds longest time for each thing that is asked of the server
   * @param settings of the session, as statements
   * @throws HearsayError (4)
   */
  static async begin(url: string, milliseconds: number, settings: readonly string[] = []): Promise<UserQuery> {
    return await withClearErrors(url, async () => {
      const client = new pg.Client(clientConfig(url))
      client.on('error', () => {})
      try {
        await client.connect()
        for (const setting of ['SET default_transaction_read_only = on', ...settings]) await client.query(setting)
        await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY')
        await client.query('SET LOCAL standard_conforming_strings = on')
        await client.query(`SET LOCAL statement_timeout = ${milliseconds}`)
        return new UserQuery(url, client, milliseconds)
      } catch (error) {
        await client.end().catch(() => {})
        throw error
      }
    })
  }

  /**
   * The server's plan for the query, which it does not run, but for what needs no table.
   *
   * @throws HearsayError as `open` does
   */
  async explain(query: string): Promise<unknown> {
    return await this.#asUserQuery(async () => {
      const { rows } = await this.#extended(`EXPLAIN (VERBOSE, FORMAT JSON) ${query}`)
      return JSON.parse(String(rows[0]?.[0])) as unknown
    })
  }

  /** @throws HearsayError 2 (no single query, or not understood) or 4 */
  async open(query: string): Promise<void> {
    requireQuery(query)
    await this.#asUserQuery(() => this.#extended(`DECLARE answer NO SCROLL CURSOR FOR ${query}`))
  }

  /**
   * The next rows, fewer than `most` when there are no more.
   *
   * @throws HearsayError 2 (it fails while it runs, or takes too long) or 4
   */
  async fetch(most: number): Promise<FetchedRows> {
    return await this.#asUserQuery(async () => {
      const { fields, rows } = await this.#extended(`FETCH ${most} FROM answer`)
      return { columns: fields.map(({ name }) => name), rows }
    })
  }

  /** Bytes that have come from the server. */
  get bytesRead(): number {
    return this.#socket?.bytesRead ?? 0
  }

  /** Ends the connection, whatever it is at. The server may notice much later. */
  cut(): void {
    this.#socket?.destroy()
  }

  /**
   * The process of the server that answers this connection.
   *
   * @throws HearsayError (4)
   */
  async identify(): Promise<Backend> {
    return await withClearErrors(this.#url, () => identifyBackend(this.#client))
  }

  async close(): Promise<void> {
    await this.#client.end().catch(() => {})
  }

  get #socket(): { readonly bytesRead: number; destroy(): void } | undefined {
    // Not in the driver's types, but its own documentation has it.
    return (this.#client as unknown as { connection?: { stream?: { bytesRead: number; destroy(): void } } }).connection
      ?.stream
  }

  async #extended(text: string): Promise<pg.QueryArrayResult<unknown[]>> {
    const types = { getTypeParser } as unknown as pg.CustomTypesConfig
    // The driver's types do not know `queryMode`; without it, several statements could come in one.
    const config = { text, queryMode: 'extended', rowMode: 'array', types } as const
    return await this.#client.query<unknown[]>(config as pg.QueryArrayConfig)
  }

  /** What the server has against the query is the user's to mend, unless the server itself is at fault. */
  async #asUserQuery<Result>(action: () => Promise<Result>): Promise<Result> {
    try {
      return await action()
    } catch (error) {
      if (!(error instanceof pg.DatabaseError)) throw explainError(this.#url, error)
      const refuse = (as: ErrorCode, sentence: string) => new HearsayError(sentence, as, { cause: error })
      const { code = '' } = error
      const message = shorten(error.message)
      if (code === '57014')
        throw refuse(
          'query-too-slow',
          `The query was stopped: it took longer than ${seconds(this.#milliseconds)}; ask for less.`,
        )
      if (code === '25006')
        throw refuse('query-not-allowed', `Nothing can be changed here (${message}); ask only for what is there.`)
      if (/multiple commands/.test(message))
        throw refuse('query-not-allowed', 'Only one statement may run here; there is more text after the first one.')
      const explained = explainError(this.#url, error)
      if (explained instanceof HearsayError && code !== '42501') throw explained
      throw refuse('query-failed', `The query does not work: ${message}.`)
    }
  }
}

/**
 * The server would say no more than that it does not understand the word after FOR.
 *
 * @throws HearsayError (2)
 */
export function requireQuery(query: string): void {
  if (query.includes('\0')) throw new HearsayError('The query does not work: it holds a NUL.', 'query-failed')
  const first = /^(?:\s|\(|;|--[^\n]*(?:\n|$)|\/\*[\s\S]*?(?:\*\/|$))*([a-z]*)/i.exec(query)?.[1]?.toLowerCase() ?? ''
  if (first === '') throw new HearsayError('There is no query; start it with SELECT or WITH.', 'argument-missing')
  if (!/^(select|with|values|table)$/.test(first))
    throw new HearsayError(
      'Only a query that returns rows may run here; start it with SELECT or WITH.',
      'query-not-allowed',
    )
}

function getTypeParser(oid: number): (text: string) => unknown {
  switch (oid) {
    case INT2:
    case INT4:
    case INT8:
    case OID:
    case NUMERIC:
      return toNumber
    case FLOAT4:
    case FLOAT8:
      return Number
    case BOOL:
      return text => (text === 't' ? 1 : 0)
    case BYTEA:
      return text => Buffer.from(text.slice(2), 'hex')
    default:
      return text => text
  }
}

/** As a number where that is exact to the digit, or has a fraction. */
function toNumber(text: string): number | string {
  const number = Number(text)
  return Number.isSafeInteger(number) || (Number.isFinite(number) && !Number.isInteger(number)) ? number : text
}

/** The server repeats what it does not understand, however long that is. */
function shorten(message: string): string {
  return message.length <= LONGEST_MESSAGE ? message : `${message.slice(0, LONGEST_MESSAGE).toWellFormed()}…`
}

function seconds(milliseconds: number): string {
  return `${milliseconds / 1000} second${milliseconds === 1000 ? '' : 's'}`
}
