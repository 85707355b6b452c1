import process from 'node:process'
import { findPostgres } from '../postgres/postgres-binaries.ts'
import { startPostgres } from '../postgres/start-postgres.ts'
import { findChromium } from '../web/browser.ts'

/** What test files share, each started when the first of them asks for it. */
export interface Resource {
  /** What a test file needs to use it. */
  readonly address: string
  close(): Promise<void>
}

/** Databases of tests need not outlive the server. */
const PASSING = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
}

export const RESOURCES = {
  /** A PostgreSQL; its address is its port. Whoever stops it or changes its settings takes one of their own. */
  postgres: async (): Promise<Resource> => {
    const server = await startPostgres(findPostgres(), PASSING)
    return { address: String(server.port), close: () => server.close() }
  },
  /** A browser; its address is that of the protocol that drives it. */
  browser: async (): Promise<Resource> => {
    const { chromium } = await import('playwright-core')
    // Chromium's own sandbox needs a user other than root, as in most containers there is none.
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    const browser = await chromium.launchServer({ executablePath: findChromium() ?? '', args })
    return { address: browser.wsEndpoint(), close: () => browser.close() }
  },
} as const satisfies Readonly<Record<string, () => Promise<Resource>>>

export type ResourceName = keyof typeof RESOURCES
