import type { ArticleRecord, ClaimRecord } from '../domain/record.ts'
import { hashClaim, hashSource } from '../domain/record-id.ts'
import { contains, type Span } from '../domain/span.ts'
import type { ArticleBookkeeping } from '../store/queries/articles/article-bookkeeping.ts'
import { type Place, placeOf } from './columns/place.ts'
import type { Finding } from './finding.ts'

/** What is wrong, without the article that all of it is about. */
export type Problem = Pick<Finding, 'kind' | 'message' | 'claimIds' | 'places'>

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
      const places = [
        placeOf({ table: 'source', row: id }, ['id']),
        placeOf({ table: 'source_span', row: null }, SPANS),
      ]
      const message = `Source ${id} does not have its spans: these make ${hashed}.`
      return [{ kind: 'source-id', claimIds, places, message }]
    }),
  ]
}

function checkCount({ article, claims }: ArticleRecord, { claimCount }: ArticleBookkeeping): Problem[] {
  if (claimCount === null || claimCount === claims.length) return []
  const lost = placeOf({ table: 'claim', row: null, change: claims.length < claimCount ? 'gone' : 'added' }, [
    'article',
  ])
  const message = `Of ${article.uri} ${claimCount} ${claimCount === 1 ? 'claim was' : 'claims were'} stored, ${claims.length} ${claims.length === 1 ? 'is' : 'are'} there.`
  const places = [placeOf({ table: 'article', row: article.id }, ['claim_count']), lost]
  return [{ kind: 'claim-count', claimIds: [], places, message }]
}

function checkClaim(record: ArticleRecord, claim: ClaimRecord, kept: ArticleBookkeeping): Problem[] {
  const problems: Problem[] = []
  const report = (kind: Finding['kind'], message: string, ...places: readonly Place[]) =>
    problems.push({ kind, message, claimIds: [claim.id], places })
  const own = (columns: readonly string[]) => placeOf({ table: 'claim', row: claim.id }, columns)
  const spans = placeOf({ table: 'claim_span', row: claim.id }, ['claim', 'role', ...SPANS])
  const having = (role: string) =>
    claim.spans.filter(span => span.role === role).toSorted((a, b) => a.sequence - b.sequence)
  const cue = having('cue')
  const source = having('source')

  if (cue.length === 0) report('claim-span', `Claim ${claim.id} has no cue.`, spans)
  const hashed = hashClaim(record.article.id, cue, having('content'))
  if (hashed !== claim.id)
    report('claim-id', `Claim ${claim.id} does not have its cue and content: these make ${hashed}.`, own(['id']), spans)
  const spansOfSource = record.sources.find(({ id }) => id === claim.sourceId)?.spans ?? []
  if (claim.sourceId !== null && !sameSpans(source, spansOfSource))
    report(
      'source-id',
      `Claim ${claim.id} names its source with other words than source ${claim.sourceId} has.`,
      own(['source']),
      spans,
    )
  if (claim.evidence.length === 0) report('evidence', `Claim ${claim.id} has no evidence.`, noEvidence())
  const outside = claim.spans.find(span => span.role !== 'addressee' && !contains(claim.context, span))
  if (outside !== undefined)
    report(
      'claim-context',
      `The context of claim ${claim.id} leaves its ${outside.role} out, wholly or in part.`,
      own(['context_start', 'context_end']),
      spans,
    )
  const place = kept.placeOf.get(claim.id)
  if (place !== undefined && claim.spans.length > 0 && !sameSpans([place], [coverAll(claim.spans)]))
    report(
      'claim-context',
      `Claim ${claim.id} is listed at ${place.start}–${place.end}, where its spans do not lie.`,
      own(['start', 'end']),
      spans,
    )
  if (kept.unsearchable.has(claim.id))
    report('search-index', `Full-text search does not know claim ${claim.id}.`, unknown())
  return problems
}

/** What tells one span from another. */
const SPANS = ['sequence', 'start', 'end']

function noEvidence(): Place {
  return placeOf({ table: 'evidence', row: null, change: 'gone' }, ['claim'])
}

function unknown(): Place {
  return placeOf({ table: 'claim_search', row: null, change: 'gone' }, ['rowid'])
}

function sameSpans(one: readonly Span[], other: readonly Span[]): boolean {
  return (
    one.length === other.length && one.every(({ start, end }, i) => start === other[i]?.start && end === other[i]?.end)
  )
}

function coverAll(spans: readonly Span[]): Span {
  return { start: Math.min(...spans.map(span => span.start)), end: Math.max(...spans.map(span => span.end)) }
}
