import type { MetadataOrigins } from '../../domain/article.ts'
import type { LeftOutPassage } from '../../domain/articles/left-out.ts'
import { readPublishedTime } from '../dates/published-time.ts'
import { repair } from '../encodings/decode.ts'
import type { Origin, ReadOutcome } from '../format.ts'
import { createArticle } from './create-article.ts'
import { languageCalled } from './language-names.ts'

/** What a reader found of an article, as it was written; {@link toOutcome} makes it fit to keep. */
export interface Draft {
  readonly text: string
  /** Whether `decode` gave the text, so that nothing is left to repair, or to warn of a second time. */
  readonly isDecoded?: boolean
  readonly title?: unknown
  readonly byline?: unknown
  readonly publisher?: unknown
  /** In any form that `readPublishedTime` knows. */
  readonly published?: unknown
  /** When it was last changed, in the same forms. */
  readonly modified?: unknown
  readonly language?: unknown
  readonly section?: unknown
  /** Address that the input gives the article. */
  readonly uri?: unknown
  /** By what the input tells each of them. */
  readonly origins?: MetadataOrigins
  /** What the reader did not keep of the input. */
  readonly leftOut?: readonly LeftOutPassage[]
  /** Encoding of its bytes. */
  readonly decodedAs: string
  readonly warnings?: readonly string[]
}

/** Most passages left out that are kept of one article, and the most of each: a page may hold a million of comments. */
const MOST_LEFT_OUT = 500
const LONGEST_LEFT_OUT = 2000

/** Longest title, byline or publisher that is kept: what is longer is no name but a mistake of the input. */
const LONGEST_FIELD = 1000
const LONGEST_URI = 2000

/**
 * The article that a draft describes, or a skipped outcome when it has no words.
 *
 * @param raw the bytes it came from, or their SHA-256
 * @param origin `location` names the article when the draft gives no address
 */
export function toOutcome(
  draft: Draft,
  raw: Uint8Array | string,
  origin: Partial<Origin> & { location: string },
): ReadOutcome {
  const given = toUri(draft.uri)
  const uri = given ?? origin.location
  const { text, decodedAs, isDecoded = false } = draft
  const decoded = isDecoded ? { text, decodedAs, warnings: [] } : repair(text, decodedAs)
  if (decoded.text.trim() === '') return { outcome: 'skipped', uri, reason: 'empty', origin }
  const language = toLanguage(draft.language)
  const { publishedAt, warning } = readPublishedTime(draft.published, language)
  const warnings = [...(draft.warnings ?? []), ...decoded.warnings, ...(warning === null ? [] : [warning])]
  const article = createArticle({ ...decoded, warnings: [...new Set(warnings)] }, raw, {
    uri,
    title: toLine(draft.title),
    byline: toLine(draft.byline),
    publisher: toLine(draft.publisher),
    publishedAt,
    modifiedAt: readPublishedTime(draft.modified, language).publishedAt,
    language,
    section: toLine(draft.section),
    origins: given === null ? withoutAddress(draft.origins) : (draft.origins ?? {}),
  })
  const leftOut = keepLeftOut(draft.leftOut ?? [])
  return { outcome: 'article', article, leftOut, origin: { ...origin, rawSha256: article.rawSha256 } }
}

function withoutAddress({ uri: _, ...others }: MetadataOrigins = {}): MetadataOrigins {
  return others
}

function keepLeftOut(passages: readonly LeftOutPassage[]): readonly LeftOutPassage[] {
  const kept = passages.slice(0, MOST_LEFT_OUT).map(({ reason, text }) => ({ reason, text: cut(text) }))
  const more = passages.length - kept.length
  return more > 0 ? [...kept, { reason: 'too many to keep', text: `${more} more passages` }] : kept
}

function cut(text: string): string {
  const kept = repair(text, '').text
  return kept.length > LONGEST_LEFT_OUT ? `${kept.slice(0, LONGEST_LEFT_OUT).toWellFormed()}…` : kept
}

/** One line of text fit to keep, or null when a value is none; a list of names is joined by commas. */
export function toLine(value: unknown): string | null {
  if (Array.isArray(value)) {
    const lines = value.slice(0, 50).flatMap(item => toLine(item) ?? [])
    return lines.length === 0 ? null : lines.join(', ')
  }
  if (typeof value === 'object' && value !== null && Object.hasOwn(value, 'name')) {
    return toLine((value as { name: unknown }).name)
  }
  if (typeof value !== 'string') return null
  const line = repair(value.slice(0, LONGEST_FIELD), '').text.replace(/\s+/g, ' ').trim()
  return line === '' ? null : line
}

/** An address that can be shown and linked to, or null: schemes that run code are none. */
export function toUri(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > LONGEST_URI) return null
  const uri = value.trim()
  return /^(?:https?|urn|tag):[^\s\p{Cc}\ufffd]+$/iu.test(uri) && uri.isWellFormed() ? uri : null
}

/** A BCP 47 tag in its usual form (`en-GB`), or null. */
export function toLanguage(value: unknown): string | null {
  const line = toLine(value)
  if (line === null || line.length > 35) return null
  const called = languageCalled(line)
  if (called !== undefined) return called
  try {
    return Intl.getCanonicalLocales(line.replaceAll('_', '-'))[0] ?? null
  } catch {
    return null
  }
}
