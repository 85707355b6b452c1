import type { ReadOutcome } from '../read/format.ts'
import type { InputOrigin, SkippedInput } from '../store/store.ts'

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

/** A skipped input as the store keeps it. */
export function toSkipped(outcome: Extract<ReadOutcome, { outcome: 'skipped' }>): SkippedInput {
  return { uri: outcome.uri, reason: outcome.reason, origin: toInputOrigin(outcome) }
}
