import { hash, randomUUID } from 'node:crypto'
import { readDataVersion } from '../../store/queries/runs/data-version.ts'
import type { ClaimIndex } from '../claim-index/claim-index.ts'
import type { Site } from '../site.ts'

/** SQLite counts changes for each connection anew, so a tag holds for one start of the site alone. */
const START = randomUUID()
/** Lists come from the index, which may be older than the rows: each one that was read anew is another state. */
const states = new WeakMap<ClaimIndex, number>()
let stateCount = 0

/**
 * The entity tag of an answer, from what the database was before the answer is made: should it change meanwhile, the
 * tag is too old, and the next question gets a new answer rather than none.
 */
export async function tagOf(site: Site, url: URL): Promise<string> {
  const index = await site.index.get()
  const version = await readDataVersion(site.database)
  const state = states.get(index) ?? ++stateCount
  states.set(index, state)
  const parts = [START, state, version, url.pathname, url.search]
  return `"${hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 22)}"`
}

/** Whether `If-None-Match` names the tag, or any. */
export function isNamed(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false
  return header.split(',').some(one => one.trim() === '*' || one.trim().replace(/^W\//, '') === tag)
}
