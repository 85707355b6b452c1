import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { ArticleRecord } from '../domain/record.ts'
import type { InputOrigin } from '../store/store.ts'
import type { Finding } from './finding.ts'

export interface SourceFileOutcome {
  readonly outcome: 'no-file' | 'missing' | 'compared'
  readonly finding: Finding | null
}

/**
 * Compares the bytes that an article was read from with its files, as far as they are still there. A difference is only
 * a warning: the stored text has its own hash and stays valid when somebody edits the file. It is none while one of
 * several files is as it was. What came from standard input or out of a file that holds several is `no-file`; a file
 * that is not there or cannot be read is `missing`.
 *
 * @param places where it was read, files relative to `folder`
 */
export async function verifySourceFile(
  record: ArticleRecord,
  places: readonly InputOrigin[],
  folder: string,
): Promise<SourceFileOutcome> {
  const { article } = record
  let changed: string | null = null
  let isMissing = false
  for (const { location, rawSha256 } of places) {
    if (location === '-' || rawSha256 === null) continue
    const actual = await hashFile(resolve(folder, location))
    if (actual === rawSha256) return { outcome: 'compared', finding: null }
    if (actual !== null) changed ??= location
    // An entry (`a.jsonl#L12`) has a hash of its own, or that of the whole file: neither can be held against it.
    else if (!location.includes('#')) isMissing = true
  }
  if (changed === null) return { outcome: isMissing ? 'missing' : 'no-file', finding: null }
  const finding: Finding = {
    level: 'warning',
    kind: 'source-file',
    articleId: article.id,
    uri: article.uri,
    claimIds: record.claims.map(claim => claim.id),
    span: null,
    message: `${changed} has changed since it was read; its claims hold for the text that is stored.`,
  }
  return { outcome: 'compared', finding }
}

/** SHA-256 of a file, or null when there is none that can be read. */
async function hashFile(path: string): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(path), hash)
  } catch {
    return null
  }
  return hash.digest('hex')
}
