import { createHash } from 'node:crypto'
import type { Article, MetadataField, MetadataOrigins } from '../../domain/article.ts'
import type { DecodedText } from '../encodings/decode.ts'

/** What an input may know about its article beside the text. */
export type ArticleMetadata = Partial<Pick<Article, MetadataField | 'origins'>>

/**
 * Builds the frozen article that everything after reading works on.
 *
 * @param raw the input bytes that `decoded` came from, or their SHA-256
 */
export function createArticle(decoded: DecodedText, raw: Uint8Array | string, metadata: ArticleMetadata = {}): Article {
  const known = {
    title: metadata.title ?? null,
    byline: metadata.byline ?? null,
    publisher: metadata.publisher ?? null,
    publishedAt: metadata.publishedAt ?? null,
    modifiedAt: metadata.modifiedAt ?? null,
    language: metadata.language ?? null,
    section: metadata.section ?? null,
  }
  return Object.freeze({
    id: sha256(decoded.text),
    rawSha256: typeof raw === 'string' ? raw : sha256(raw),
    uri: metadata.uri ?? '-',
    text: decoded.text,
    ...known,
    origins: Object.freeze(originsOf(known, metadata)),
    decodedAs: decoded.decodedAs,
    warnings: Object.freeze([...decoded.warnings]),
  })
}

/** Only what is known has an origin; in one order, so that equal articles are written alike. */
function originsOf(
  known: Partial<Record<MetadataField, unknown>>,
  { uri, origins = {} }: ArticleMetadata,
): MetadataOrigins {
  const fields = Object.entries({ ...known, uri: uri ?? null }).flatMap(([field, value]) => {
    const origin = origins[field as MetadataField]
    return value === null || origin === undefined ? [] : [[field, origin] as const]
  })
  return Object.fromEntries(fields)
}

/** SHA-256 in hexadecimal; text is hashed as UTF-8. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}
