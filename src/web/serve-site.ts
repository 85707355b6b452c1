import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { HearsayError } from '../domain/errors.ts'
import type { Intake } from '../intake/intake.ts'
import { loadPolicy } from '../policy/load-policy.ts'
import type { Policy } from '../policy/policy.ts'
import { isPostgres } from '../store/database-name.ts'
import { openReader } from '../store/open-reader.ts'
import type { StoreReader } from '../store/reader.ts'
import { keepCacheSmall } from '../store/small-cache.ts'
import { CurrentVoices } from './audit/voices/current-voices.ts'
import { CurrentIndex } from './claim-index/current-index.ts'
import { createSite } from './create-site.ts'
import { CurrentFindings } from './current-findings.ts'
import { type Address, allowedHosts } from './guard/allowed-hosts.ts'
import { requireToken } from './guard/require-token.ts'
import { SiteMetrics } from './metrics/site-metrics.ts'
import type { QueryConsole } from './sql/query-console.ts'
import { QueryRunner } from './sql/query-runner.ts'

/** How long a client may take to send its headers and its whole request; more of them than 16 kB are refused. */
const PATIENCE = { headersTimeout: 10_000, requestTimeout: 30_000, maxHeaderSize: 16_384 }

export interface SiteOptions extends Omit<Address, 'host'> {
  /** The database: its path or URL. */
  readonly path: string
  /** Address to listen on; where it is not of this machine alone, a token is needed. */
  readonly host: string
  /** What every request must carry; null where only this machine can reach the site. */
  readonly token: string | null
  /** Whether claims may be corrected. */
  readonly isEditable: boolean
  /** Takes in articles that are given on the site; whoever gives it closes it. None can be given without. */
  readonly intake?: Intake | null
  /** What articles are held against; the policy that ships with Hearsay unless given. */
  readonly policy?: Policy
  /** Of Hearsay, for the foot of each page. */
  readonly version: string
}

export interface RunningSite {
  readonly url: string
  readonly port: number
  /** Ends it; requests that are being answered are cut off. */
  close(): Promise<void>
}

/**
 * Opens the database and shows it in a local web site.
 *
 * @param options.port 0 for any that is free
 * @throws HearsayError 2 (no token, or a weak one, where others can reach the site; port not free), 4 (database)
 *
 * @example
 * const site = await serveSite({ path: 'out/hearsay.db', host: '127.0.0.1', port: 0, names: [], token: null, isEditable: false, version: '0.1.0' })
 * await site.close()
 */
export async function serveSite(options: SiteOptions): Promise<RunningSite> {
  const { path, token } = options
  requireToken(options.host, token)
  const reader = await openReader(path)
  const queries = await openConsole(path, reader)
  const metrics = new SiteMetrics(options.version)
  const closeDatabase = async () => {
    metrics.close()
    await queries.close()
    await reader.close()
  }
  try {
    const { database } = reader
    await keepCacheSmall(database)
    const index = await CurrentIndex.load(database)
    const voices = new CurrentVoices(database)
    await voices.prepare(await index.get())
    const host = options.host === 'localhost' ? '127.0.0.1' : options.host
    // Which Host headers are right depends on the port, which may be given out only now.
    const hosts = new Set<string>()
    const { isEditable, intake = null, version, policy = loadPolicy(undefined, '.') } = options
    const findings = new CurrentFindings(database, policy)
    const site = { database, index, findings, voices, queries, metrics, policy, path, isEditable, intake, version }
    const { fetch } = createSite(site, { hosts, token, isEditable })
    const server = await listen(fetch, host, options.port)
    const { port } = server.address() as AddressInfo
    for (const name of allowedHosts({ host, port, names: options.names })) hosts.add(name)
    return {
      url: `http://${host.includes(':') ? `[${host}]` : host}:${port}/`,
      port,
      close: async () => {
        const closed = new Promise(resolve => server.close(resolve))
        server.closeAllConnections()
        await closed
        await closeDatabase()
      },
    }
  } catch (error) {
    await closeDatabase()
    throw error
  }
}

/** What no server's rights can forbid on SQLite needs a process of its own. */
async function openConsole(path: string, { database }: StoreReader): Promise<QueryConsole> {
  if (!isPostgres(path)) return new QueryRunner(path)
  const { PostgresConsole } = await import('./sql/postgres/postgres-console.ts')
  return new PostgresConsole(path, database)
}

async function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  hostname: string,
  port: number,
): Promise<Server> {
  return await new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname, port, serverOptions: PATIENCE }, () => resolve(server)) as Server
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === 'EADDRINUSE' ? 'is in use; give another with --port' : `cannot be used (${error.code})`
      reject(new HearsayError(`Port ${port} of ${hostname} ${reason}.`, 'port-unusable', { cause: error }))
    })
  })
}
