import type { SpanRole } from '../../../domain/labels.ts'
import type { ClaimSpan } from '../../../domain/record.ts'
import type { StoreDatabase } from '../../schema.ts'

/** SQLite takes at most 32,766 parameters in one query. */
const PORTION = 10_000

/** The spans that corrections put in the place of the machine's. */
export interface StandingSpans {
  readonly isAdded: boolean
  readonly roles: ReadonlySet<SpanRole>
  /** By role and then in text order. */
  readonly spans: readonly ClaimSpan[]
}

/** Of claims whose spans were corrected, or that were added, in these articles; by the claim's id. */
export async function findStandingSpansIn(
  database: StoreDatabase,
  articleIds: readonly string[],
): Promise<ReadonlyMap<string, StandingSpans>> {
  return await findStandingSpans(database, 'article_id', articleIds)
}

/** The same of these claims. */
export async function findStandingSpansOf(
  database: StoreDatabase,
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, StandingSpans>> {
  return await findStandingSpans(database, 'claim_id', claimIds)
}

/** The spans of a claim as it stands, by role and then in text order. */
export function spansNow(machine: readonly ClaimSpan[], standing: StandingSpans | undefined): readonly ClaimSpan[] {
  if (standing === undefined) return machine
  const spans = [...machine.filter(({ role }) => !standing.roles.has(role)), ...standing.spans]
  return spans.sort((a, b) => (a.role < b.role ? -1 : a.role > b.role ? 1 : a.sequence - b.sequence))
}

async function findStandingSpans(
  database: StoreDatabase,
  by: 'article_id' | 'claim_id',
  ids: readonly string[],
): Promise<ReadonlyMap<string, StandingSpans>> {
  const found = new Map<string, StandingSpans>()
  for (let from = 0; from < ids.length; from += PORTION) {
    const standings = await database
      .selectFrom('standing')
      .select(['rowid', 'claim_id', 'added', 'sets_source', 'sets_cue', 'sets_content', 'sets_addressee'])
      .where(by, 'in', ids.slice(from, from + PORTION))
      .execute()
    const spans = await readSpans(
      database,
      standings.map(({ rowid }) => rowid),
    )
    for (const { rowid, claim_id, added, ...sets } of standings) {
      const roles = new Set(ROLES.filter(role => sets[`sets_${role}`] === 1))
      const own = (spans.get(rowid) ?? []).map(({ standing_rowid, ...span }) => span)
      if (roles.size > 0 || added === 1) found.set(claim_id, { isAdded: added === 1, roles, spans: own })
    }
  }
  return found
}

const ROLES = ['source', 'cue', 'content', 'addressee'] as const

async function readSpans(database: StoreDatabase, rowids: readonly number[]) {
  const spans = []
  for (let from = 0; from < rowids.length; from += PORTION)
    spans.push(
      ...(await database
        .selectFrom('standing_span')
        .selectAll()
        .where('standing_rowid', 'in', rowids.slice(from, from + PORTION))
        .orderBy('role')
        .orderBy('sequence')
        .execute()),
    )
  return Map.groupBy(spans, span => span.standing_rowid)
}
