/** One news article as decoded: what the pipeline reads. Frozen; nothing after reading changes `text`. */
export interface Article {
  /** SHA-256 (hex) of `text` in UTF-8. */
  readonly id: string
  /** SHA-256 (hex) of the input bytes, before decoding. */
  readonly rawSha256: string
  /** Where it came from: a path relative to the working folder, a URL, or `-` for standard input. */
  readonly uri: string
  readonly text: string
  readonly title: string | null
  readonly byline: string | null
  readonly publisher: string | null
  /** ISO 8601 with zone, or null when the input does not say. */
  readonly publishedAt: string | null
  /** ISO 8601 with zone: when it was last changed, or null when the input does not say. */
  readonly modifiedAt: string | null
  /** Part of the publication: `World`, `Opinion`. */
  readonly section: string | null
  /** BCP 47, or null when unknown. */
  readonly language: string | null
  /** Character encoding that decoding used, e.g. `utf-8`, `windows-1252`. */
  readonly decodedAs: string
  /** By what the input tells each of the others: `og:title`, `JSON-LD author`, `field "headline"`, `first line`. */
  readonly origins: MetadataOrigins
  /** What reading had to repair, in words ("3 NUL characters became U+FFFD"). */
  readonly warnings: readonly string[]
}

/** What an input may tell about its article beside the text. */
export type MetadataField =
  | 'title'
  | 'byline'
  | 'publisher'
  | 'publishedAt'
  | 'modifiedAt'
  | 'language'
  | 'section'
  | 'uri'

export type MetadataOrigins = Readonly<Partial<Record<MetadataField, string>>>
