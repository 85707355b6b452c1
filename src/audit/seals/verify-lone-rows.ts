import { sql } from 'kysely'
import type { StoreDatabase } from '../../store/schema.ts'
import { placeOf } from '../columns/place.ts'
import type { ChainProblem } from './verify-chain.ts'

/** Rows that no seal tells of, because what they belong to is not there: they were added, or left behind. */
export async function verifyLoneRows(database: StoreDatabase): Promise<ChainProblem[]> {
  const { rows: entities } = await sql<{ id: string }>`
    SELECT id FROM entity WHERE NOT EXISTS (SELECT 1 FROM source WHERE entity_rowid = entity.rowid)
      AND NOT EXISTS (SELECT 1 FROM mention WHERE entity_rowid = entity.rowid)
      AND NOT EXISTS (SELECT 1 FROM voice WHERE entity_rowid = entity.rowid) ORDER BY id`.execute(database)
  const { rows: indexed } = await sql<{ lone: number }>`
    SELECT count(*) AS lone FROM claim_search_docsize AS entry
    WHERE NOT EXISTS (SELECT 1 FROM claim WHERE claim.rowid = entry.id AND content_text IS NOT NULL)`.execute(database)
  const lone = indexed[0]?.lone ?? 0
  return [
    ...entities.map(({ id }) => ({
      message: `Entity ${id} is mentioned by nothing: its row in entity was added or left behind; it can be deleted.`,
      places: [placeOf({ table: 'entity', row: id, change: 'added' }, [])],
    })),
    ...(lone > 0
      ? [
          {
            message: `Full-text search knows ${lone} claims that are not there: rows were added to claim_search, or claims have gone.`,
            places: [placeOf({ table: 'claim_search', row: null, change: 'added' }, ['rowid'])],
          },
        ]
      : []),
  ]
}
