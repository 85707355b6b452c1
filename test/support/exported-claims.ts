import { type ExportedClaim, toExportedClaim } from '../../src/export/exported-claim.ts'
import { streamClaims } from '../../src/store/queries/stream-claims.ts'
import type { StoreDatabase } from '../../src/store/schema.ts'

/** What the database holds, as all exports have to give it. */
export async function readExportedClaims(database: StoreDatabase): Promise<ExportedClaim[]> {
  const claims: ExportedClaim[] = []
  for await (const claim of streamClaims(database)) claims.push(toExportedClaim(claim))
  return claims
}
