import { createHash } from 'node:crypto'
import { constants, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { isGivenPlace } from '../domain/articles/given-place.ts'
import type { ArticleRecord } from '../domain/record.ts'
import type { InputOrigin } from '../store/store.ts'
import type { Finding } from './finding.ts'

export interface SourceFileOutcome {
  readonly outcome: 'no-file' | 'missing' | 'compared'
  readonly finding: Finding | null
}

/** What lies where an article was read: a hash, or why there is none, of what refuses to be read as the system says it. */
type Found = { readonly sha256: string } | Refusal | 'missing' | 'too-large' | 'not-a-file'
interface Refusal {
  /** Code of the system's error: `EACCES`, `ELOOP`, … */
  readonly refusal: string
}

/** What the system says where nothing lies, and where nothing can. */
const NOTHING_THERE: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'])

/**
 * Compares the bytes that an article was read from with its files, as far as they are still there. A difference is only
 * a warning: the stored text has its own hash and stays valid when somebody edits the file. It is none while one of
 * several files is as it was. What came from standard input, from a browser or out of a file that holds several is `no-file`; a file
 * that is not there is `missing`; of what lies there and is no file, or cannot be read, the finding says so. Only regular
 * files are read, for a pipe or a device may never end, and none that is larger than any input can have been.
 *
 * @param places where it was read, files relative to `folder`
 * @param mostBytes of the largest file that can have been read
 */
export async function verifySourceFile(
  record: ArticleRecord,
  places: readonly InputOrigin[],
  folder: string,
  mostBytes: number,
): Promise<SourceFileOutcome> {
  let changed: string | null = null
  let isMissing = false
  for (const { location, rawSha256 } of places) {
    if (location === '-' || isGivenPlace(location) || rawSha256 === null) continue
    const found = await lookAt(resolve(folder, location), mostBytes)
    if (typeof found === 'object' && 'sha256' in found && found.sha256 === rawSha256)
      return { outcome: 'compared', finding: null }
    const isSeen = found !== 'missing' && !isRefusal(found)
    // An entry (`a.jsonl#L12`) has a hash of its own, or that of the whole file: neither can be held against it.
    if (!isSeen && location.includes('#')) continue
    if (found === 'missing') isMissing = true
    else changed ??= describe(location, found)
  }
  if (changed === null) return { outcome: isMissing ? 'missing' : 'no-file', finding: null }
  const { article, claims } = record
  const finding: Finding = {
    level: 'warning',
    kind: 'source-file',
    articleId: article.id,
    uri: article.uri,
    claimIds: claims.map(claim => claim.id),
    span: null,
    places: [],
    message: `${changed}; its claims hold for the text that is stored.`,
  }
  return { outcome: 'compared', finding }
}

function isRefusal(found: Found): found is Refusal {
  return typeof found === 'object' && 'refusal' in found
}

function describe(location: string, found: Exclude<Found, 'missing'>): string {
  if (isRefusal(found)) {
    if (found.refusal === 'ELOOP') return `${location} is now a link that leads back to itself`
    return `${location} can no longer be read (${found.refusal})`
  }
  if (found === 'not-a-file') return `${location} is no longer a regular file`
  if (found === 'too-large') return `${location} has changed since it was read, and is larger than any input was`
  return `${location} has changed since it was read`
}

async function lookAt(path: string, mostBytes: number): Promise<Found> {
  try {
    // Opening some devices does something already.
    const before = statSync(path)
    if (!before.isFile()) return 'not-a-file'
    // Should it have become a pipe since, opening it does not wait.
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
    try {
      const now = await file.stat()
      if (!now.isFile()) return 'not-a-file'
      if (now.size > mostBytes) return 'too-large'
      const hash = createHash('sha256')
      // No further than it was large, for it may grow as fast as it is read.
      if (now.size > 0) await pipeline(file.createReadStream({ autoClose: false, end: now.size - 1 }), hash)
      return { sha256: hash.digest('hex') }
    } finally {
      await file.close()
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return code === undefined || NOTHING_THERE.has(code) ? 'missing' : { refusal: code }
  }
}
