import type { TextSpan } from '../domain/record.ts'
import type { Place } from './columns/place.ts'

/** Something that `verify` found wrong, or worth a look. */
export interface Finding {
  /** A `warning` says nothing against the database: a source file has changed since it was read, say. */
  readonly level: 'mismatch' | 'warning'
  readonly kind:
    | 'article-text'
    | 'claim-span'
    | 'source-span'
    | 'source-field'
    | 'mention'
    | 'candidate'
    | 'joined-text'
    | 'source-file'
    | 'claim-id'
    | 'claim-context'
    | 'claim-count'
    | 'source-id'
    | 'evidence'
    | 'voice'
    | 'search-index'
    | 'left-out'
    | 'across'
    | 'seal'
    | 'sealed-rows'
    | 'correction'
    | 'manifest'
    | 'proof'
    | 'database'
  /** Null when the database as a whole is concerned. */
  readonly articleId: string | null
  readonly uri: string | null
  /** The claims that rest on it. */
  readonly claimIds: readonly string[]
  /** Where, with the words that are stored (`text`) and those that the article has there (`found`). */
  readonly span: (TextSpan & { readonly found: string }) | null
  /** Tables, rows and columns, as far as it is known where in the store it lies. */
  readonly places: readonly Place[]
  /** One sentence for people. */
  readonly message: string
}
