import type { Article } from '../domain/article.ts'
import { CodePointText } from '../domain/text/code-point-text.ts'
import { readArticle } from '../store/queries/article-record.ts'
import type { ClaimFilter } from '../store/queries/claims.ts'
import { streamClaims } from '../store/queries/stream-claims.ts'
import type { StoreDatabase } from '../store/schema.ts'
import { type ExportedClaim, type OffsetPair, toExportedClaim } from './exported-claim.ts'

/** An article with those of its claims that were asked for, in text order. */
export interface ArticleClaims {
  readonly article: Article
  /** Its text, cut by code points. */
  readonly text: CodePointText
  readonly claims: readonly ExportedClaim[]
}

/**
 * Every article that holds a claim which the filter lets through, one after another in the order of all exports; no
 * more than one text is in memory.
 *
 * @throws HearsayError (2) when the filter's article is unknown or its date is none.
 */
export async function* streamArticles(
  database: StoreDatabase,
  filter: ClaimFilter = {},
): AsyncGenerator<ArticleClaims> {
  let claims: ExportedClaim[] = []
  for await (const stored of streamClaims(database, filter)) {
    const claim = toExportedClaim(stored)
    if (claims[0] !== undefined && claims[0].article.id !== claim.article.id) {
      yield await withArticle(database, claims)
      claims = []
    }
    claims.push(claim)
  }
  if (claims.length > 0) yield await withArticle(database, claims)
}

async function withArticle(database: StoreDatabase, claims: readonly ExportedClaim[]): Promise<ArticleClaims> {
  const article = await readArticle(database, (claims[0] as ExportedClaim).article.id)
  return { article, text: new CodePointText(article.text), claims }
}

/** Words of an article with where they stand: the parts of a role, one by one. */
export interface Part {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The parts of a source, cue, content or addressee; none where there is no such. */
export function partsOf(text: CodePointText, words: { readonly spans: readonly OffsetPair[] } | null): Part[] {
  return (words?.spans ?? []).map(([start, end]) => ({ start, end, text: text.slice({ start, end }) }))
}
