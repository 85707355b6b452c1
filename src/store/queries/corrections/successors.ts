import type { SpanRole } from '../../../domain/labels.ts'
import type { ClaimSpan } from '../../../domain/record.ts'
import type { ClaimView, CorrectedView, StoreDatabase } from '../../schema.ts'
import { findSpansOfClaims } from '../claims/spans-of-claims.ts'
import { findStandingSpansOf, type StandingSpans } from '../claims/standing-spans.ts'

/** The claim that the machine finds now where one was corrected that it finds no more. */
export interface Successor {
  readonly id: string
  /** Whether it already says all that was corrected. */
  readonly agrees: boolean
}

/** Of claims that were corrected and are gone: the claim of the same article whose cue begins where theirs did. */
export async function findSuccessors(database: StoreDatabase): Promise<ReadonlyMap<string, Successor>> {
  const rows = await database
    .selectFrom('correction')
    .leftJoin('claim as gone', 'gone.id', 'correction.claim_id')
    .innerJoin('article', 'article.id', 'correction.article_id')
    .innerJoin('claim', 'claim.article_rowid', 'article.rowid')
    .innerJoin('claim_span', join =>
      join
        .onRef('claim_span.claim_rowid', '=', 'claim.rowid')
        .on('claim_span.role', '=', 'cue')
        .on('claim_span.sequence', '=', 0)
        .onRef('claim_span.start', '=', 'correction.cue_start'),
    )
    .select(['correction.claim_id', 'claim.id'])
    .where('gone.rowid', 'is', null)
    .orderBy('claim.id', 'desc')
    .orderBy('correction.id')
    .execute()
  const successorOf = new Map(rows.map(row => [row.claim_id, row.id]))
  if (successorOf.size === 0) return new Map()
  const [gone, now] = [[...successorOf.keys()], [...new Set(successorOf.values())]]
  const standings = await database.selectFrom('v_corrected').selectAll().where('claim_id', 'in', gone).execute()
  const claims = await database.selectFrom('v_claim').selectAll().where('id', 'in', now).execute()
  const claimOf = new Map(claims.map(claim => [claim.id, claim]))
  const spansOf = await findSpansOfClaims(database, now)
  const setOf = await findStandingSpansOf(database, gone)
  return new Map(
    standings.flatMap(standing => {
      const claim = claimOf.get(successorOf.get(standing.claim_id) ?? '')
      if (claim === undefined) return []
      const agrees = saysSo(standing, claim) && hasSpans(setOf.get(standing.claim_id), spansOf.get(claim.id) ?? [])
      return [[standing.claim_id, { id: claim.id, agrees }] as const]
    }),
  )
}

/** Whether a claim says all that a correction said of another, and that it is one. */
function saysSo(standing: CorrectedView, claim: ClaimView): boolean {
  if (standing.verdict === 'rejected') return claim.status === 'rejected'
  const fields = ['act', 'negated', 'quotation', 'naming', 'role', 'affiliation'] as const
  return (
    fields.every(field => standing[field] === null || standing[field] === claim[field]) &&
    (standing.source === null || standing.naming !== 'named' || standing.source === claim.name)
  )
}

function hasSpans(set: StandingSpans | undefined, spans: readonly ClaimSpan[]): boolean {
  const places = (some: readonly ClaimSpan[], role: SpanRole) =>
    some
      .filter(span => span.role === role)
      .map(({ start, end }) => `${start}-${end}`)
      .sort()
      .join()
  return [...(set?.roles ?? [])].every(role => places(set?.spans ?? [], role) === places(spans, role))
}
