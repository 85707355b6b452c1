import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { ArticleRecord } from '../domain/record.ts'
import type { Finding } from './finding.ts'

/**
 * Compares the bytes that an article was read from with its file, if that is still there. A difference is only a
 * warning: the stored text has its own hash and stays valid when somebody edits the file. What came from standard
 * input or an address is `no-file`; a file that is not there or cannot be read is `missing`.
 */
export async function verifySourceFile(
  record: ArticleRecord,
  folder: string,
): Promise<{ readonly outcome: 'no-file' | 'missing' | 'compared'; readonly finding: Finding | null }> {
  const { article } = record
  const isFile = article.uri !== '-' && !/^[a-z][a-z0-9+.-]+:\/\//i.test(article.uri)
  if (!isFile) return { outcome: 'no-file', finding: null }
  const actual = await hashFile(resolve(folder, article.uri))
  if (actual === null) return { outcome: 'missing', finding: null }
  if (actual === article.rawSha256) return { outcome: 'compared', finding: null }
  const finding: Finding = {
    level: 'warning',
    kind: 'source-file',
    articleId: article.id,
    uri: article.uri,
    claimIds: record.claims.map(claim => claim.id),
    span: null,
    message: `${article.uri} has changed since it was read; its claims hold for the text that is stored.`,
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
