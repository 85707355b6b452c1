import type { ArticleRecord, ClaimRecord, GroundedField, TextSpan } from '../domain/record.ts'
import { hullOf, type Span } from '../domain/span.ts'
import { toUtc } from './published.ts'
import { PART_SEPARATOR } from './queries/joined-texts.ts'

/*
 * A record's parts as values of columns, which are the same in every store.
 */

export type ColumnValue = string | number | null

/** What rows are referred to by: their numbers or, where these must not matter, their ids. */
export type RowKey = string | number

/** Where the rows of one article go; the maps are keyed by id. */
export interface Rowids<Key extends RowKey = RowKey> {
  readonly article: Key
  readonly entity: ReadonlyMap<string, Key>
  readonly source: ReadonlyMap<string, Key>
  readonly claim: ReadonlyMap<string, Key>
  readonly voice: ReadonlyMap<string, Key>
}

/**
 * What the row with this id is referred to by; null for null.
 *
 * @throws Error when the record does not hold it
 */
export function lookUp<Key extends RowKey>(rowids: ReadonlyMap<string, Key>, id: string): Key
export function lookUp<Key extends RowKey>(rowids: ReadonlyMap<string, Key>, id: string | null): Key | null
export function lookUp<Key extends RowKey>(rowids: ReadonlyMap<string, Key>, id: string | null): Key | null {
  if (id === null) return null
  const rowid = rowids.get(id)
  if (rowid === undefined) throw new Error(`it refers to ${id}, which is not in it`)
  return rowid
}

/** All columns of `article` but its `rowid`, in order. */
export function articleColumns({ article, claims }: Pick<ArticleRecord, 'article' | 'claims'>): ColumnValue[] {
  return [
    article.id,
    article.uri,
    article.rawSha256,
    article.title,
    article.byline,
    article.publisher,
    article.publishedAt,
    toUtc(article.publishedAt),
    article.language,
    article.decodedAs,
    JSON.stringify(article.warnings),
    article.text,
    claims.length,
    article.modifiedAt,
    article.section,
    JSON.stringify(article.origins),
  ]
}

/** All columns of `claim`, in order. */
export function claimColumns(claim: ClaimRecord, rowids: Rowids): ColumnValue[] {
  const hull = extentOf(claim)
  return [
    lookUp(rowids.claim, claim.id),
    claim.id,
    rowids.article,
    lookUp(rowids.source, claim.sourceId),
    lookUp(rowids.claim, claim.parentId),
    claim.quotation,
    claim.act,
    Number(claim.negated),
    Number(claim.hedged),
    claim.confidence,
    claim.cueLemma,
    hull.start,
    hull.end,
    claim.context.start,
    claim.context.end,
    contentText(claim),
    lookUp(rowids.source, claim.citedId),
    lookUp(rowids.claim, claim.corroboratedById),
    lookUp(rowids.source, claim.relayedById),
  ]
}

/** Its content spans joined with ` … `, or null when it has none. */
export function contentText({ spans }: ClaimRecord): string | null {
  const parts = spans.filter(span => span.role === 'content').sort((a, b) => a.sequence - b.sequence)
  return parts.length === 0 ? null : joinParts(parts)
}

export function joinParts(spans: readonly TextSpan[]): string {
  return spans.map(span => span.text).join(PART_SEPARATOR)
}

/** Value, start and end. */
export function groundedColumns(field: GroundedField<string | number> | null): ColumnValue[] {
  return [field?.value ?? null, field?.span?.start ?? null, field?.span?.end ?? null]
}

/** From the first character of any of its spans to the last; its context where it has none. */
export function extentOf({ spans, context }: Pick<ClaimRecord, 'spans' | 'context'>): Span {
  return hullOf(spans) ?? context
}
