import { type RawBuilder, sql } from 'kysely'
import { dialectOf } from '../../dialect/dialect.ts'
import type { StoreDatabase, StoreSchema } from '../../schema.ts'

/** A table or view with the names of its columns. */
export interface SchemaItem {
  readonly name: string
  readonly type: 'table' | 'view'
  readonly columns: readonly string[]
}

interface Column {
  readonly name: string
  readonly type: 'table' | 'view'
  readonly column: string
}

const IN_SQLITE = sql<Column>`
  select item.name, item.type, field.name as "column"
  from sqlite_schema as item, pragma_table_info(item.name) as field
  where item.type in ('table', 'view') and item.name not like 'sqlite\\_%' escape '\\'
    and item.name not like 'claim\\_search\\_%' escape '\\'
    and item.name not like 'standing\\_search\\_%' escape '\\'
  order by item.type = 'table', item.name, field.cid`

/** In a schema of a server there may be tables of others, too. */
export const OUR_ITEMS = Object.keys({
  accusation: true,
  across_entry: true,
  across_gone: true,
  article: true,
  candidate: true,
  claim: true,
  claim_search: true,
  claim_span: true,
  correction: true,
  correction_link: true,
  dead_letter: true,
  done: true,
  entity: true,
  evidence: true,
  input: true,
  left_out: true,
  mention: true,
  quotation_family: true,
  quotation_loss: true,
  quotation_member: true,
  reply: true,
  run: true,
  seal: true,
  seal_leaf: true,
  source: true,
  source_span: true,
  standing: true,
  standing_search: true,
  standing_span: true,
  v_anonymous: true,
  v_article: true,
  v_audit: true,
  v_chain: true,
  v_claim: true,
  v_corrected: true,
  v_left_out: true,
  v_person: true,
  v_quotation_family: true,
  v_reply: true,
  v_source: true,
  v_variant: true,
  v_version: true,
  v_version_change: true,
  v_voice: true,
  v_voice_corrected: true,
  version_change: true,
  voice: true,
  voice_claim: true,
  voice_correction: true,
  voice_correction_link: true,
  voice_evidence: true,
  wording: true,
  wording_anchor: true,
  wording_tie: true,
} satisfies Record<Exclude<keyof StoreSchema, 'claim_search_docsize'>, true>)

const IN_POSTGRES = sql<Column>`
  select item.relname::text as name, case item.relkind when 'v' then 'view' else 'table' end as type,
    field.attname::text as "column"
  from pg_class as item
  join pg_attribute as field on field.attrelid = item.oid and field.attnum > 0 and not field.attisdropped
  where item.relkind in ('r', 'p', 'v')
    and item.relnamespace = (select relnamespace from pg_class where oid = 'article'::regclass)
    and item.relname in (${sql.join(OUR_ITEMS)})
  order by item.relkind <> 'v', item.relname, field.attnum`

/** What a query may ask of: views first, then tables, without those that the store keeps for itself. */
export async function findSchema(database: StoreDatabase): Promise<SchemaItem[]> {
  const columns: RawBuilder<Column> = dialectOf(database) === 'sqlite' ? IN_SQLITE : IN_POSTGRES
  const { rows } = await columns.execute(database)
  return [...Map.groupBy(rows, ({ name }) => name)].map(([name, fields]) => ({
    name,
    type: fields[0]?.type ?? 'table',
    columns: fields.map(({ column }) => column),
  }))
}
