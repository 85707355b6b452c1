import type { ClaimSpan } from '../../../domain/record.ts'
import type { StoreDatabase } from '../../schema.ts'
import { findStandingSpansOf } from './standing-spans.ts'

/** SQLite takes at most 32,766 parameters in one query. */
const PORTION = 10_000

/**
 * The spans of some claims by the claim's id, in the order of the text. A claim without words of its own for its source
 * has those that its source was first named by.
 */
export async function findSpansOfClaims(
  database: StoreDatabase,
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ClaimSpan[]>> {
  const found: (ClaimSpan & { readonly id: string })[] = []
  for (let from = 0; from < claimIds.length; from += PORTION) {
    const ids = claimIds.slice(from, from + PORTION)
    const standing = await findStandingSpansOf(database, ids)
    const isSet = ({ id, role }: (typeof found)[number]) => standing.get(id)?.roles.has(role) === true
    found.push(...(await readOwnSpans(database, ids)).filter(span => !isSet(span)))
    found.push(...(await readSourceSpans(database, ids)).filter(span => !isSet(span)))
    for (const [id, { spans }] of standing) found.push(...spans.map(span => ({ ...span, id })))
  }
  const byClaim = Map.groupBy(
    found.toSorted((a, b) => a.start - b.start || a.end - b.end),
    ({ id }) => id,
  )
  return new Map([...byClaim].map(([claim, spans]) => [claim, spans.map(({ id, ...span }) => span)]))
}

async function readOwnSpans(database: StoreDatabase, ids: readonly string[]) {
  return await database
    .selectFrom('claim')
    .innerJoin('claim_span', 'claim_span.claim_rowid', 'claim.rowid')
    .select(['claim.id', 'claim_span.role', 'claim_span.sequence'])
    .select(['claim_span.start', 'claim_span.end', 'claim_span.text'])
    .where('claim.id', 'in', ids)
    .orderBy('claim.id')
    .orderBy('claim_span.role')
    .orderBy('claim_span.sequence')
    .execute()
}

async function readSourceSpans(database: StoreDatabase, ids: readonly string[]) {
  const spans = await database
    .selectFrom('claim')
    .innerJoin('source_span', 'source_span.source_rowid', 'claim.source_rowid')
    .select(['claim.id', 'source_span.sequence', 'source_span.start', 'source_span.end', 'source_span.text'])
    .where('claim.id', 'in', ids)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('claim_span')
            .select('claim_span.claim_rowid')
            .whereRef('claim_span.claim_rowid', '=', 'claim.rowid')
            .where('claim_span.role', '=', 'source'),
        ),
      ),
    )
    .orderBy('claim.id')
    .orderBy('source_span.sequence')
    .execute()
  return spans.map(span => ({ ...span, role: 'source' as const }))
}
