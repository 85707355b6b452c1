import { expect } from 'vitest'
import type { startSite } from './site.ts'

/** Asks the console for `endless`, a query that would never end, and for another page, which has to come first. */
export async function requireFreeSite(site: Awaited<ReturnType<typeof startSite>>, endless: string): Promise<void> {
  const order: string[] = []
  const stopped = site.get(`/sql?q=${encodeURIComponent(endless)}`).then(answer => {
    order.push('sql')
    return answer
  })
  await site.get('/claims').then(() => order.push('claims'))
  expect((await stopped).body).toContain('The query was stopped')
  expect(order).toEqual(['claims', 'sql'])
}
