import { request } from 'node:http'
import { onTestFinished } from 'vitest'
import type { ArticleRecord } from '../../src/domain/record.ts'
import { type RunningSite, type SiteOptions, serveSite } from '../../src/web/serve-site.ts'
import { storeRecords } from '../support/stored-database.ts'

/** What came back, headers in lower case. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

export interface Asking {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

/** A real site on a real database, until the test has ended. */
export async function startSite(path: string, options: Partial<SiteOptions> = {}): Promise<TestSite> {
  const site = await openSite(path, options)
  onTestFinished(() => site.close())
  return site
}

/** A real site on a real database, until whoever opened it closes it. */
export async function openSite(path: string, options: Partial<SiteOptions> = {}): Promise<TestSite> {
  const site = await serveSite({
    path,
    host: '127.0.0.1',
    port: 0,
    names: [],
    token: null,
    isEditable: false,
    version: '0.1.0',
    ...options,
  })
  return new TestSite(site)
}

export async function startSiteOf(records: readonly ArticleRecord[], options: Partial<SiteOptions> = {}) {
  return await startSite(storeRecords(records), options)
}

export class TestSite {
  readonly running: RunningSite

  constructor(running: RunningSite) {
    this.running = running
  }

  async close(): Promise<void> {
    await this.running.close()
  }

  /** Asks over a real connection; unlike `fetch` it sends any Host and Origin. */
  async ask(path: string, { method = 'GET', headers = {}, body }: Asking = {}): Promise<Answer> {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    return await new Promise((resolve, reject) => {
      const asking = request(
        {
          host: '127.0.0.1',
          port: this.running.port,
          path,
          method,
          headers: { connection: 'close', ...length, ...headers },
        },
        response => {
          const chunks: Buffer[] = []
          response.on('data', chunk => chunks.push(chunk as Buffer))
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: Buffer.concat(chunks).toString('utf8'),
            }),
          )
        },
      )
      asking.on('error', reject)
      asking.end(body)
    })
  }

  async get(path: string): Promise<Answer> {
    return await this.ask(path)
  }

  /** Sends a form as this site's own page does. */
  async post(path: string, fields: Readonly<Record<string, string>>, headers: Asking['headers'] = {}): Promise<Answer> {
    return await this.ask(path, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: `http://127.0.0.1:${this.running.port}`,
        ...headers,
      },
      body: new URLSearchParams(fields).toString(),
    })
  }
}

/** The words of a page, without its markup. */
export function wordsOf(page: string): string {
  return page
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
}
