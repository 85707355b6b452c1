import type { Hono } from 'hono'
import { onTestFinished } from 'vitest'
import { loadPolicy } from '../../../src/policy/load-policy.ts'
import { openReader } from '../../../src/store/open-reader.ts'
import { CurrentVoices } from '../../../src/web/audit/voices/current-voices.ts'
import { CurrentIndex } from '../../../src/web/claim-index/current-index.ts'
import { createSite } from '../../../src/web/create-site.ts'
import { CurrentFindings } from '../../../src/web/current-findings.ts'
import { QueryRunner } from '../../../src/web/sql/query-runner.ts'

const HOST = '127.0.0.1:4747'

export interface ApiSite {
  /** Asks in process, as a program on this machine does. */
  ask(path: string, asking?: RequestInit): Promise<Response>
  get<Answer>(path: string): Promise<Answer>
  close(): Promise<void>
}

/** The site's own routes on a real database, without a socket: thousands of questions take seconds. */
export async function openApiSite(path: string, isEditable = false): Promise<ApiSite> {
  const reader = await openReader(path)
  const queries = new QueryRunner(path)
  const index = await CurrentIndex.load(reader.database)
  const policy = loadPolicy(undefined, '.')
  const findings = new CurrentFindings(reader.database, policy)
  const site = {
    database: reader.database,
    index,
    findings,
    voices: new CurrentVoices(reader.database),
    queries,
    policy,
    path,
    isEditable,
    intake: null,
    version: '0.1.0',
  }
  const app: Hono = createSite(site, { hosts: new Set([HOST]), token: null, isEditable })
  const ask = async (address: string, asking: RequestInit = {}) => {
    const headers = new Headers(asking.headers)
    headers.set('Host', HOST)
    return await app.request(`http://${HOST}${address}`, { ...asking, headers })
  }
  return {
    ask,
    get: async address => {
      const answer = await ask(address)
      if (answer.status !== 200) throw new Error(`${address}: ${answer.status} ${await answer.text()}`)
      return (await answer.json()) as never
    },
    close: async () => {
      await queries.close()
      await reader.close()
    },
  }
}

/** The same until the test has ended. */
export async function startApiSite(path: string, isEditable = false): Promise<ApiSite> {
  const site = await openApiSite(path, isEditable)
  onTestFinished(() => site.close())
  return site
}
