import { sql } from 'kysely'
import { type AppliedMigration, findOtherMigrations } from '../../other-migrations.ts'
import type { StoreDatabase } from '../../schema.ts'
import { MIGRATIONS } from '../migrations/all-migrations.ts'
import { findOtherWords } from './check-search.ts'

/** A reference from one table to another. */
interface Reference {
  readonly child: string
  readonly parent: string
  readonly from: string
  readonly to: string
}

/**
 * What is wrong with the structure and the references of the tables. The server watches over both itself, unless it was
 * told not to: so this finds checks that are off, indexes that were not finished, pages whose checksum was wrong when
 * they were read, and rows that refer to none.
 */
export async function checkIntegrity(database: StoreDatabase): Promise<string[]> {
  const { rows: applied } = await sql<AppliedMigration>`
    select number, name, since from hearsay_schema order by number`.execute(database)
  return [
    ...(await findBroken(database)),
    ...(await findPagesLost(database)),
    ...(await findLostReferences(database)),
    ...findOtherMigrations(applied, MIGRATIONS),
    ...(await findOtherWords(database)),
  ]
}

const OURS = sql`(select relnamespace from pg_class where oid = 'article'::regclass)`

async function findBroken(database: StoreDatabase): Promise<string[]> {
  const { rows } = await sql<{ problem: string }>`
    select 'the index ' || item.relname || ' is not valid' as problem
    from pg_index as entry join pg_class as item on item.oid = entry.indexrelid
    where item.relnamespace = ${OURS} and not entry.indisvalid
    union all
    select 'the rule ' || conname || ' of ' || conrelid::regclass || ' does not hold for all rows'
    from pg_constraint where connamespace = ${OURS} and not convalidated
    union all
    select 'the trigger ' || tgname || ' of ' || tgrelid::regclass || ' is switched off'
    from pg_trigger join pg_class as item on item.oid = tgrelid
    where item.relnamespace = ${OURS} and tgenabled = 'D'
    order by problem`.execute(database)
  return rows.map(({ problem }) => problem)
}

async function findPagesLost(database: StoreDatabase): Promise<string[]> {
  const { rows } = await sql<{ failures: number | null }>`
    select checksum_failures as failures from pg_stat_database where datname = current_database()`.execute(database)
  const failures = rows[0]?.failures ?? 0
  return failures > 0 ? [`${failures} pages had a wrong checksum when they were read`] : []
}

/** What no foreign key watches over; see the migrations. */
const UNWATCHED: readonly Reference[] = [
  { child: 'accusation', from: 'article_rowid', parent: 'article', to: 'rowid' },
  { child: 'across_entry', from: 'article_rowid', parent: 'article', to: 'rowid' },
  { child: 'candidate', from: 'article_rowid', parent: 'article', to: 'rowid' },
  { child: 'claim', from: 'article_rowid', parent: 'article', to: 'rowid' },
  { child: 'claim', from: 'cited_rowid', parent: 'source', to: 'rowid' },
  { child: 'claim', from: 'corroborated_rowid', parent: 'claim', to: 'rowid' },
  { child: 'claim', from: 'parent_rowid', parent: 'claim', to: 'rowid' },
  { child: 'claim', from: 'relayed_rowid', parent: 'source', to: 'rowid' },
  { child: 'claim', from: 'source_rowid', parent: 'source', to: 'rowid' },
  { child: 'claim_search', from: 'rowid', parent: 'claim', to: 'rowid' },
  { child: 'claim_span', from: 'claim_rowid', parent: 'claim', to: 'rowid' },
  { child: 'correction_link', from: 'correction_id', parent: 'correction', to: 'id' },
  { child: 'done', from: 'article_rowid', parent: 'article', to: 'rowid' },
  { child: 'done', from: 'run_id', parent: 'run', to: 'id' },
  { child: 'evidence', from: 'claim_rowid', parent: 'claim', to: 'rowid' },
  { child: 'evidence', from: 'source_rowid', parent: 'source', to: 'rowid' },
  { child: 'left_out', from: 'input_id', parent: 'input', to: 'id' },
  { child: 'mention', from: 'article_rowid', parent: 'article', to: 'rowid' },
  { child: 'mention', from: 'entity_rowid', parent: 'entity', to: 'rowid' },
  { child: 'quotation_member', from: 'article_rowid', parent: 'article', to: 'rowid' },
  { child: 'quotation_member', from: 'family_rowid', parent: 'quotation_family', to: 'rowid' },
  { child: 'quotation_member', from: 'wording_rowid', parent: 'wording', to: 'rowid' },
  { child: 'reply', from: 'accusation_article_rowid', parent: 'article', to: 'rowid' },
  { child: 'reply', from: 'reply_article_rowid', parent: 'article', to: 'rowid' },
  { child: 'seal_leaf', from: 'seal_id', parent: 'seal', to: 'id' },
  { child: 'source', from: 'antecedent_rowid', parent: 'source', to: 'rowid' },
  { child: 'source', from: 'article_rowid', parent: 'article', to: 'rowid' },
  { child: 'source', from: 'entity_rowid', parent: 'entity', to: 'rowid' },
  { child: 'source_span', from: 'source_rowid', parent: 'source', to: 'rowid' },
  { child: 'version_change', from: 'earlier_rowid', parent: 'article', to: 'rowid' },
  { child: 'version_change', from: 'later_rowid', parent: 'article', to: 'rowid' },
  { child: 'voice', from: 'article_rowid', parent: 'article', to: 'rowid' },
  { child: 'voice', from: 'entity_rowid', parent: 'entity', to: 'rowid' },
  { child: 'voice_claim', from: 'claim_rowid', parent: 'claim', to: 'rowid' },
  { child: 'voice_claim', from: 'voice_rowid', parent: 'voice', to: 'rowid' },
  { child: 'voice_correction_link', from: 'correction_id', parent: 'voice_correction', to: 'id' },
  { child: 'voice_evidence', from: 'voice_rowid', parent: 'voice', to: 'rowid' },
  { child: 'wording_anchor', from: 'wording_rowid', parent: 'wording', to: 'rowid' },
  { child: 'wording_tie', from: 'one_rowid', parent: 'wording', to: 'rowid' },
  { child: 'wording_tie', from: 'other_rowid', parent: 'wording', to: 'rowid' },
]

async function findLostReferences(database: StoreDatabase): Promise<string[]> {
  const { rows: watched } = await sql<Reference>`
    select child.relname::text as child, parent.relname::text as parent,
      own.attname::text as "from", other.attname::text as "to"
    from pg_constraint as rule
    join pg_class as child on child.oid = rule.conrelid
    join pg_class as parent on parent.oid = rule.confrelid
    join pg_attribute as own on own.attrelid = child.oid and own.attnum = rule.conkey[1]
    join pg_attribute as other on other.attrelid = parent.oid and other.attnum = rule.confkey[1]
    where rule.contype = 'f' and rule.connamespace = ${OURS} and cardinality(rule.conkey) = 1
    order by child.relname, own.attname`.execute(database)
  const problems: string[] = []
  for (const { child, parent, from, to } of [...watched, ...UNWATCHED]) {
    const { rows } = await sql<{ lost: number }>`
      select count(*) as lost from ${sql.table(child)} as child
      where child.${sql.ref(from)} is not null
        and not exists (select from ${sql.table(parent)} as parent where parent.${sql.ref(to)} = child.${sql.ref(from)})`.execute(
      database,
    )
    const lost = rows[0]?.lost ?? 0
    if (lost > 0) problems.push(`${lost} rows of ${child} refer to a ${parent} that is not there`)
  }
  return problems
}
