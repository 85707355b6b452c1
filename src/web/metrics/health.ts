import { setTimeout as delay } from 'node:timers/promises'
import type { Hono } from 'hono'
import { readDataVersion } from '../../store/queries/runs/data-version.ts'
import type { StoreDatabase } from '../../store/schema.ts'

const LONGEST_MS = 2_000

/** Whether the process answers, and whether its database does: for whoever starts it anew, or sends it requests. */
export function addHealth(app: Hono, database: StoreDatabase): void {
  app.get('/healthz', context => context.text('ok\n'))
  app.get('/readyz', async context =>
    (await isReady(database)) ? context.text('ready\n') : context.text('The database does not answer.\n', 503),
  )
}

async function isReady(database: StoreDatabase): Promise<boolean> {
  const over = new AbortController()
  const late = delay(LONGEST_MS, false, { signal: over.signal, ref: false }).catch(() => false)
  const answered = readDataVersion(database).then(
    () => true,
    () => false,
  )
  const isInTime = await Promise.race([answered, late])
  over.abort()
  return isInTime
}
