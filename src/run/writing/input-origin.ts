import type { ReadOutcome } from '../../read/format.ts'
import { toldBy } from '../../store/runs/origins.ts'
import type { ArticleInput, InputOrigin, SkippedInput } from '../../store/store.ts'

/** Where an outcome came from, with what its article knows where reading did not say. */
export function toInputOrigin(outcome: ReadOutcome): InputOrigin {
  const article = outcome.outcome === 'article' ? outcome.article : null
  const uri = outcome.outcome === 'article' ? outcome.article.uri : outcome.uri
  const { location = uri, decodedHow, rawSha256, retrievedAt = null } = outcome.origin ?? {}
  return {
    uri,
    location,
    rawSha256: rawSha256 ?? article?.rawSha256 ?? null,
    decodedHow: decodedHow ?? article?.decodedAs ?? null,
    retrievedAt,
  }
}

/** The input that gave an article, with what it says of it; of an article from the store nothing new is said. */
export function toArticleInput(outcome: Extract<ReadOutcome, { outcome: 'article' }>): ArticleInput {
  const { article, leftOut } = outcome
  const told = leftOut === undefined ? undefined : toldBy(article, leftOut)
  return { articleId: article.id, origin: toInputOrigin(outcome), told }
}

/** UTF-16 units that inputs bring beside the texts of their articles: comments below a page may be many. */
export function lengthOfLeftOut(inputs: readonly ArticleInput[]): number {
  return inputs.flatMap(({ told }) => told?.leftOut ?? []).reduce((sum, { text }) => sum + text.length, 0)
}

/** A skipped input as the store keeps it. */
export function toSkipped(outcome: Extract<ReadOutcome, { outcome: 'skipped' }>): SkippedInput {
  return { uri: outcome.uri, reason: outcome.reason, origin: toInputOrigin(outcome) }
}
