import { sql } from 'kysely'
import type { ClaimView, StoreDatabase } from '../../schema.ts'
import { containsWords } from '../search/contains-words.ts'

export interface SaidByFilter {
  /** Words in the resolved name, or in the source as a text has it. */
  readonly name: string
  readonly limit?: number | undefined
}

/** All that a source has said, in every article, without what a correction rejected: newest first, then in the order of the text. */
export async function findSaidBy(database: StoreDatabase, { name, limit }: SaidByFilter): Promise<ClaimView[]> {
  let claims = database
    .selectFrom('v_claim')
    .selectAll()
    .where('status', '=', 'accepted')
    .where(({ or, ref }) => or([containsWords(ref('name'), name), containsWords(ref('v_claim.source'), name)]))
  if (limit !== undefined) claims = claims.limit(limit)
  return await claims
    .orderBy(sql`published_utc is null`)
    .orderBy('published_utc', 'desc')
    .orderBy('uri')
    .orderBy('article_id')
    .orderBy('start')
    .orderBy('id')
    .execute()
}
