import { createHash } from 'node:crypto'
import type { Article } from '../domain/article.ts'
import type { DecodedText } from './decode.ts'

/** What an input may know about its article beside the text. */
export type ArticleMetadata = Partial<
  Pick<Article, 'uri' | 'title' | 'byline' | 'publisher' | 'publishedAt' | 'language'>
>

/**
 * Builds the frozen article that everything after reading works on.
 *
 * @param raw the input bytes that `decoded` came from, or their SHA-256
 */
export function createArticle(decoded: DecodedText, raw: Uint8Array | string, metadata: ArticleMetadata = {}): Article {
  return Object.freeze({
    id: sha256(decoded.text),
    rawSha256: typeof raw === 'string' ? raw : sha256(raw),
    uri: metadata.uri ?? '-',
    text: decoded.text,
    title: metadata.title ?? null,
    byline: metadata.byline ?? null,
    publisher: metadata.publisher ?? null,
    publishedAt: metadata.publishedAt ?? null,
    language: metadata.language ?? null,
    decodedAs: decoded.decodedAs,
    warnings: Object.freeze([...decoded.warnings]),
  })
}

/** SHA-256 in hexadecimal; text is hashed as UTF-8. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}
