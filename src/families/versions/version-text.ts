import type { Act, Naming, QuotationType } from '../../domain/labels.ts'
import type { ClaimSpan } from '../../domain/record.ts'
import type { ArticleWithClaims } from '../../store/queries/stream-articles-with-claims.ts'

/** A claim as versions are compared by it: as it stands after its corrections. */
export interface VersionClaim {
  readonly id: string
  readonly quotation: QuotationType
  readonly act: Act
  readonly negated: boolean
  readonly naming: Naming
  /** The name that its source was resolved to. */
  readonly name: string | null
  /** The words of its source, or of the source that they were resolved to. */
  readonly source: string | null
  /** In code points. */
  readonly spans: readonly ClaimSpan[]
}

/** One version of an article. */
export interface VersionText {
  readonly id: string
  readonly title: string | null
  readonly text: string
  readonly claims: readonly VersionClaim[]
  /** What stood beside the article and was left out of it, where a note may stand. */
  readonly leftOut: readonly string[]
}

/** A stored article as a version; claims that were rejected are none. */
export function toVersionText(
  article: Pick<ArticleWithClaims, 'id' | 'title' | 'text' | 'claims'>,
  leftOut: readonly string[] = [],
): VersionText {
  const { id, title, text, claims } = article
  return {
    id,
    title,
    text,
    leftOut,
    claims: claims.map(claim => ({
      id: claim.id,
      quotation: claim.quotation,
      act: claim.act,
      negated: claim.negated === 1,
      naming: claim.naming,
      name: claim.name,
      source: claim.source,
      spans: claim.spans,
    })),
  }
}

/** Whose a claim is: the name of its source, else the words for it. */
export function nameOf({ name, source }: VersionClaim): string | null {
  return name ?? source
}
