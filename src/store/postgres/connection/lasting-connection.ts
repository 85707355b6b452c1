import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { type ConflictOptions, outlastConflicts } from './outlast-conflicts.ts'
import { isConnectionLost, withClearErrors } from './postgres-errors.ts'

/** How long a server that went away is waited for: it may be starting anew. */
const PATIENCE_MS = 60_000
const TRY_EVERY_MS = 500

/** One connection after another: when the server is lost, what was asked of it is asked again of the next. */
export class LastingConnection {
  readonly #url: string
  readonly #connect: () => Promise<pg.Client>
  readonly #patience: number
  readonly #onHeld: ConflictOptions['onHeld']
  #client: pg.Client | null = null
  #isClosed = false
  /** Whether the server was waited for in vain: then it is not waited for again. */
  #hasGivenUp = false

  /**
   * @param connect makes the first connection and those after it
   * @param onHeld told when what others hold is waited for
   * @param patience how long a lost server is waited for, in ms
   */
  constructor(
    url: string,
    connect: () => Promise<pg.Client>,
    { onHeld, patience = PATIENCE_MS }: Pick<ConflictOptions, 'onHeld' | 'patience'> = {},
  ) {
    this.#onHeld = onHeld
    this.#url = url
    this.#connect = connect
    this.#patience = patience
  }

  /** Makes the first connection. Throws at once what keeps it from being made. */
  async open(): Promise<void> {
    this.#client = await this.#connect()
  }

  /**
   * Performs `action`, and again on a new connection whenever the server was lost in its midst, so it has to find out
   * for itself what it did before; and again when other transactions were in its way, which must have undone it.
   *
   * @throws HearsayError 4 (the server does not come back) or 74; defects as they are
   */
  async perform<Result>(action: (client: pg.Client) => Promise<Result>): Promise<Result> {
    const end = Date.now() + this.#patience
    return await withClearErrors(this.#url, async () => {
      while (true) {
        try {
          const attempt = async () => {
            this.#client ??= await this.#connect()
            return await action(this.#client)
          }
          return await outlastConflicts(attempt, { onHeld: this.#onHeld })
        } catch (error) {
          if (!isConnectionLost(error)) throw error
          await this.#drop()
          this.#hasGivenUp ||= Date.now() >= end
          if (this.#isClosed || this.#hasGivenUp) throw error
          await wait(TRY_EVERY_MS)
        }
      }
    })
  }

  /** Closing twice is harmless. */
  async close(): Promise<void> {
    this.#isClosed = true
    await this.#drop()
  }

  async #drop(): Promise<void> {
    const client = this.#client
    this.#client = null
    await client?.end().catch(() => {})
  }
}
