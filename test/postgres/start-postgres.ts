import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import pg from 'pg'
import { findPostgres, makeRunnable, SERVER_USER } from './postgres-binaries.ts'

export const USER = 'hearsay'
/** With characters that a URL has to escape. */
export const PASSWORD = 'pass word/1@x'

/** How the server ends: `fast` as when it is shut down, `immediate` as when it crashes. */
export type Stop = 'fast' | 'immediate'

/** What a server that others use too is good for. */
export interface PostgresDatabases {
  readonly port: number
  /** Makes a new empty database and gives its URL. */
  createDatabase(): Promise<string>
  /** URL of a database that is there or not. */
  urlOf(database: string, user?: string, password?: string): string
}

/** A real PostgreSQL of its own on a free port, with data that are gone when it is closed. */
export interface PostgresServer extends PostgresDatabases {
  /** Stops it; what it holds stays. */
  stop(how?: Stop): Promise<void>
  /** Starts it again on the same port. */
  start(): Promise<void>
  /** Stops it and deletes everything. */
  close(): Promise<void>
}

/** A connection for a test's own questions. */
export async function query(url: string, sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query(sql, values)).rows
  } finally {
    await client.end()
  }
}

/** The databases of a server that runs on this port. */
export function databasesAt(port: number): PostgresDatabases {
  const urlOf = (database: string, user = USER, password = PASSWORD) =>
    `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`
  const createDatabase = async () => {
    // Several processes make databases on one server.
    const name = `test_${randomUUID().replaceAll('-', '')}`
    await query(urlOf('postgres'), `CREATE DATABASE ${name}`)
    return urlOf(name)
  }
  return { port, urlOf, createDatabase }
}

/**
 * Starts a server in a new folder, synchronised to disk as in production and with passwords asked.
 *
 * @param programs folder of `initdb` and `postgres`
 * @param settings of the server, instead of what it has in production
 * @throws Error when there is none for this platform, or it does not start
 */
export async function startPostgres(
  programs = findPostgres(),
  settings: Readonly<Record<string, string>> = {},
): Promise<PostgresServer> {
  if (programs === null) throw new Error(`there is no PostgreSQL for ${process.platform}-${process.arch}`)
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-postgres-'))
  try {
    if (SERVER_USER.uid !== undefined) chownSync(folder, SERVER_USER.uid, SERVER_USER.gid ?? SERVER_USER.uid)
    const server = new RunningServer(makeRunnable(programs, folder), folder, await findFreePort(), settings)
    server.initialise()
    await server.start()
    return server
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

class RunningServer implements PostgresServer {
  readonly port: number
  readonly urlOf: PostgresDatabases['urlOf']
  readonly createDatabase: PostgresDatabases['createDatabase']
  readonly #programs: string
  readonly #folder: string
  readonly #settings: Readonly<Record<string, string>>
  #server: ChildProcess | null = null
  #guard: ChildProcess | null = null

  constructor(programs: string, folder: string, port: number, settings: Readonly<Record<string, string>>) {
    this.#programs = programs
    this.#folder = folder
    this.#settings = settings
    this.port = port
    const { urlOf, createDatabase } = databasesAt(port)
    this.urlOf = urlOf
    this.createDatabase = createDatabase
  }

  get #data(): string {
    return join(this.#folder, 'data')
  }

  initialise(): void {
    const password = join(this.#folder, 'password')
    mkdirSync(this.#data, { mode: 0o700 })
    if (SERVER_USER.uid !== undefined) chownSync(this.#data, SERVER_USER.uid, SERVER_USER.gid ?? SERVER_USER.uid)
    writeFileSync(password, PASSWORD)
    const options = ['--encoding=UTF8', '--locale=C', '--auth=scram-sha-256', '--no-sync', `--username=${USER}`]
    const made = spawnSync(join(this.#programs, 'initdb'), [...options, `--pwfile=${password}`, this.#data], {
      ...SERVER_USER,
      cwd: this.#folder,
      encoding: 'utf8',
    })
    if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`)
  }

  async start(): Promise<void> {
    const settings = {
      fsync: 'on',
      listen_addresses: '127.0.0.1',
      port: this.port,
      unix_socket_directories: '',
      ...this.#settings,
    }
    const server = spawn(
      join(this.#programs, 'postgres'),
      ['-D', this.#data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      { ...SERVER_USER, cwd: this.#folder, stdio: ['ignore', 'ignore', 'pipe'] },
    )
    this.#server = server
    await new Promise<void>((resolve, reject) => {
      let log = ''
      server.stderr?.setEncoding('utf8').on('data', (text: string) => {
        log = (log + text).slice(-10_000)
        if (log.includes('ready to accept connections')) resolve()
      })
      server.once('error', reject)
      server.once('exit', () => reject(new Error(`the server did not start: ${log}`)))
    })
    // A test that is killed cannot stop its server: then the end of this pipe does.
    const script = 'read line; kill -QUIT "$1"; sleep 2; rm -rf "$2"'
    this.#guard = spawn('sh', ['-c', script, 'sh', String(server.pid), this.#folder], {
      stdio: ['pipe', 'ignore', 'ignore'],
      // Out of reach of what is sent to the whole group of the test.
      detached: true,
    })
  }

  async stop(how: Stop = 'fast'): Promise<void> {
    const server = this.#server
    if (server === null) return
    this.#server = null
    this.#guard?.kill('SIGKILL')
    const ended = new Promise(resolve => server.once('exit', resolve))
    server.kill(how === 'fast' ? 'SIGINT' : 'SIGQUIT')
    await ended
  }

  async close(): Promise<void> {
    await this.stop('immediate')
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
