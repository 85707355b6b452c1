import { openIntake } from '../../src/cli/run/open-intake.ts'
import { surroundingsOfProcess } from '../../src/cli/surroundings.ts'
import type { Intake } from '../../src/intake/intake.ts'
import { SqliteStore } from '../../src/store/sqlite/sqlite-store.ts'
import { openSite, type TestSite } from './site.ts'

export const PASTED =
  'Rents rise again\n\nBy Ida Holm\n\nRents rose by a tenth, said Mayor Ruth Adeyemi. “We will act,” she said.\n\nShare this\n'
const ANALYSIS = { engine: 'rules', threads: 1, timeout: 60_000, maxHeap: 512 } as const

/** A site to which articles may be given, on a database without any. */
export class OpenDesk {
  readonly path: string
  readonly intake: Intake
  readonly site: TestSite

  private constructor(path: string, intake: Intake, site: TestSite) {
    this.path = path
    this.intake = intake
    this.site = site
  }

  static async open(path: string): Promise<OpenDesk> {
    SqliteStore.open(path).close()
    return await OpenDesk.serve(path)
  }

  /** The same on a database that is there: its path or URL. */
  static async serve(path: string): Promise<OpenDesk> {
    const intake = openIntake(path, ANALYSIS, surroundingsOfProcess())
    return new OpenDesk(path, intake, await openSite(path, { isEditable: true, intake }))
  }

  async close(): Promise<void> {
    await this.intake.close()
    await this.site.close()
  }

  /** Gives files or fields, as the form of the page does. */
  async give(fields: Readonly<Record<string, string | File | readonly File[]>>) {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) form.append(name, one)
    const request = new Request('http://site', { method: 'POST', body: form })
    return await this.site.ask('/new', {
      method: 'POST',
      headers: {
        'content-type': request.headers.get('content-type') ?? '',
        origin: `http://127.0.0.1:${this.site.running.port}`,
      },
      body: new Uint8Array(await request.arrayBuffer()),
    })
  }

  /** Gives something and says where it is shown. */
  async preview(fields: Parameters<OpenDesk['give']>[0]): Promise<string> {
    return String((await this.give(fields)).headers.location)
  }

  /** Says that it is to be kept and waits until it is; the page that comes then. */
  async keep(preview: string, fields: Readonly<Record<string, string>> = {}) {
    await this.site.post(`${preview}/keep`, fields)
    return await this.untilKept(preview)
  }

  async untilKept(preview: string): Promise<{ readonly address: string; readonly body: string }> {
    for (;;) {
      const { status, headers, body } = await this.site.get(preview)
      if (status === 302) return { address: String(headers.location), body }
      if (!body.includes('data-passing')) return { address: preview, body }
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  }

  async rows(query: string): Promise<unknown[][]> {
    return JSON.parse((await this.site.get(`/sql.json?q=${encodeURIComponent(query)}`)).body).rows
  }
}
