import { sql } from 'kysely'
import type { SourceView, StoreDatabase } from '../../schema.ts'
import { ADDED_FROM } from '../search/index-facts.ts'

/** Rows of an entity that its profile is taken from; who is cited more often is not described better by more. */
const SAMPLE = 2_000
const SHOWN = 12

/** How an entity is described, most often first. */
export interface Descriptions {
  readonly roles: readonly Description[]
  readonly affiliations: readonly Description[]
}

export interface Description {
  text: string
  sources: number
}

/** Roles and affiliations that articles give an entity. */
export async function findDescriptions(database: StoreDatabase, entityRowid: number): Promise<Descriptions> {
  const describe = async (column: 'role' | 'affiliation'): Promise<Description[]> => {
    const sample = database
      .selectFrom('source')
      .select(`${column} as text`)
      .where('entity_rowid', '=', entityRowid)
      .orderBy('rowid')
      .limit(SAMPLE)
    return await database
      .selectFrom(sample.as('sample'))
      .select(({ ref, fn }) => [sql<string>`${ref('sample.text')}`.as('text'), fn.countAll<number>().as('sources')])
      .where('sample.text', 'is not', null)
      .groupBy('sample.text')
      .orderBy('sources', 'desc')
      .orderBy('sample.text')
      .limit(SHOWN)
      .execute()
  }
  return { roles: await describe('role'), affiliations: await describe('affiliation') }
}

/** A source of one article, by its id; null when there is none. */
export async function findSource(database: StoreDatabase, id: string): Promise<SourceView | null> {
  return (await database.selectFrom('v_source').selectAll().where('id', '=', id).executeTakeFirst()) ?? null
}

/**
 * The `rowid` of every claim that rests on a source of one article, in the order of the text: its own, those of later
 * words that were resolved to it, and those of others who cite it.
 */
export async function findRowidsRestingOn(database: StoreDatabase, sourceId: string): Promise<number[]> {
  const { rows } = await sql<{ rowid: number }>`
    with recursive same (key) as (
      select rowid from source where id = ${sourceId}
      union select later.rowid from source as later join same on later.antecedent_rowid = same.key
    )
    select rowid from claim where source_rowid in (select key from same)
    union select rowid from claim where cited_rowid in (select key from same)
    union select coalesce(claim.rowid, standing.rowid + ${sql.lit(ADDED_FROM)})
      from standing join source on source.id = standing.source_id left join claim on claim.id = standing.claim_id
      where source.rowid in (select key from same) and (claim.rowid is not null or standing.added = 1)`.execute(
    database,
  )
  return rows.map(({ rowid }) => rowid).sort((a, b) => a - b)
}
