import type { SpanRole } from '../../domain/labels.ts'
import type { ArticleRecord } from '../../domain/record.ts'
import type { ScoredArticle } from './gold.ts'

/** An analysed article as predictions to score. Its name is the article's URI, an attribution's id the claim's. */
export function toScoredArticle({ article, claims, sources }: ArticleRecord): ScoredArticle {
  const sourceById = new Map(sources.map(source => [source.id, source]))
  return {
    name: article.uri,
    text: article.text,
    attributions: claims.map(claim => {
      const source = claim.sourceId === null ? undefined : sourceById.get(claim.sourceId)
      const spansOf = (wanted: SpanRole) =>
        claim.spans.filter(({ role }) => role === wanted).map(({ start, end }) => ({ start, end }))
      return {
        id: claim.id,
        source: spansOf('source'),
        cue: spansOf('cue'),
        content: spansOf('content'),
        act: claim.act,
        quotation: claim.quotation,
        naming: source?.naming ?? 'unstated',
        entity: source?.name?.value ?? null,
        required: true,
        confidence: claim.confidence,
        nested: claim.parentId !== null,
      }
    }),
  }
}
