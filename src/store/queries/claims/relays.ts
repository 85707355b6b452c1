import type { TextSpan } from '../../../domain/record.ts'
import { isAmong } from '../../dialect/write-rows.ts'
import type { StoreDatabase } from '../../schema.ts'

/** The words for whoever passes a claim on ("was quoted by **state radio** as saying"), by the claim's id; of the others none. */
export async function findRelays(
  database: StoreDatabase,
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, readonly TextSpan[]>> {
  const spans = await database
    .selectFrom('claim')
    .innerJoin('source_span', 'source_span.source_rowid', 'claim.relayed_rowid')
    .select(['claim.id', 'source_span.start', 'source_span.end', 'source_span.text'])
    .where(isAmong(database, 'claim.id', claimIds))
    .orderBy('claim.id')
    .orderBy('source_span.sequence')
    .execute()
  const byClaim = Map.groupBy(spans, ({ id }) => id)
  return new Map([...byClaim].map(([claim, own]) => [claim, own.map(({ id, ...span }) => span)]))
}
