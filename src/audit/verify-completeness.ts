import type { ArticleRecord, ClaimRecord } from '../domain/record.ts'
import { hashClaim, hashSource } from '../domain/record-id.ts'
import { contains, type Span } from '../domain/span.ts'
import type { ArticleBookkeeping } from '../store/queries/article-bookkeeping.ts'
import type { Finding } from './finding.ts'

/** What is wrong, without the article that all of it is about. */
export type Problem = Pick<Finding, 'kind' | 'message' | 'claimIds'>

/**
 * Checks what the text alone cannot tell: that ids are those of their spans, that no claim has gone, and that each has
 * its cue, its evidence, its context and its place in order and full-text index.
 */
export function verifyCompleteness(record: ArticleRecord, kept: ArticleBookkeeping): Problem[] {
  return [
    ...checkCount(record, kept),
    ...record.claims.flatMap(claim => checkClaim(record, claim, kept)),
    ...record.sources.flatMap(({ id, spans }): Problem[] => {
      const hashed = hashSource(record.article.id, spans)
      if (hashed === id) return []
      const claimIds = record.claims.filter(claim => claim.sourceId === id).map(claim => claim.id)
      return [{ kind: 'source-id', claimIds, message: `Source ${id} does not have its spans: these make ${hashed}.` }]
    }),
  ]
}

function checkCount({ article, claims }: ArticleRecord, { claimCount }: ArticleBookkeeping): Problem[] {
  if (claimCount === null || claimCount === claims.length) return []
  const message = `Of ${article.uri} ${claimCount} ${claimCount === 1 ? 'claim was' : 'claims were'} stored, ${claims.length} ${claims.length === 1 ? 'is' : 'are'} there.`
  return [{ kind: 'claim-count', claimIds: [], message }]
}

function checkClaim(record: ArticleRecord, claim: ClaimRecord, kept: ArticleBookkeeping): Problem[] {
  const problems: Problem[] = []
  const report = (kind: Finding['kind'], message: string) => problems.push({ kind, message, claimIds: [claim.id] })
  const having = (role: string) =>
    claim.spans.filter(span => span.role === role).toSorted((a, b) => a.sequence - b.sequence)
  const cue = having('cue')
  const source = having('source')

  if (cue.length === 0) report('claim-span', `Claim ${claim.id} has no cue.`)
  const hashed = hashClaim(record.article.id, cue, having('content'))
  if (hashed !== claim.id)
    report('claim-id', `Claim ${claim.id} does not have its cue and content: these make ${hashed}.`)
  const spansOfSource = record.sources.find(({ id }) => id === claim.sourceId)?.spans ?? []
  if (claim.sourceId !== null && !sameSpans(source, spansOfSource))
    report('source-id', `Claim ${claim.id} names its source with other words than source ${claim.sourceId} has.`)
  if (claim.evidence.length === 0) report('evidence', `Claim ${claim.id} has no evidence.`)
  const outside = claim.spans.find(span => span.role !== 'addressee' && !contains(claim.context, span))
  if (outside !== undefined)
    report('claim-context', `The context of claim ${claim.id} leaves its ${outside.role} out, wholly or in part.`)
  const place = kept.placeOf.get(claim.id)
  if (place !== undefined && claim.spans.length > 0 && !sameSpans([place], [coverAll(claim.spans)]))
    report('claim-context', `Claim ${claim.id} is listed at ${place.start}–${place.end}, where its spans do not lie.`)
  if (kept.unsearchable.has(claim.id)) report('search-index', `Full-text search does not know claim ${claim.id}.`)
  return problems
}

function sameSpans(one: readonly Span[], other: readonly Span[]): boolean {
  return (
    one.length === other.length && one.every(({ start, end }, i) => start === other[i]?.start && end === other[i]?.end)
  )
}

function coverAll(spans: readonly Span[]): Span {
  return { start: Math.min(...spans.map(span => span.start)), end: Math.max(...spans.map(span => span.end)) }
}
