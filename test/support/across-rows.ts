import { sql } from 'kysely'
import type { StoreDatabase } from '../../src/store/schema.ts'

/** Numbers of rows tell when they came, so rows are told by what they stand for. */
const ROWS = {
  wording: sql`select digest, words, weight from wording order by digest`,
  anchor: sql`select anchor, digest from wording_anchor join wording on wording.rowid = wording_rowid order by anchor, digest`,
  tie: sql`select one.digest as one, other.digest as other, score, shared_words, strength, alignment from wording_tie
    join wording as one on one.rowid = one_rowid join wording as other on other.rowid = other_rowid
    order by one.digest, other.digest`,
  family: sql`select id, claims, articles, publishers, variants, first_claim_id, first_seen, last_seen, speakers,
    speakers_differ, meaning_differs from quotation_family order by id`,
  member: sql`select claim_id, article.id as article, digest, family.id as family, variant, speaker, seen_at, seen_by,
    quotation, score, differs from quotation_member as member join article on article.rowid = article_rowid
    join wording on wording.rowid = wording_rowid left join quotation_family as family on family.rowid = family_rowid
    order by claim_id`,
  loss: sql`select * from quotation_loss`,
  gone: sql`select * from across_gone`,
  accusation: sql`select claim_id, article.id as article, accused, accused_start, accused_end, accused_chain, rule, reason
    from accusation join article on article.rowid = article_rowid order by claim_id`,
  reply: sql`select accusation_id, reply_id, article.id as article, other.id as other, kind, replier, start, "end", rule, reason
    from reply join article on article.rowid = accusation_article_rowid join article as other on other.rowid = reply_article_rowid
    order by accusation_id, reply_id`,
  change: sql`select earlier.id as earlier, later.id as later, sequence, change.uri, earlier_at, later_at, change, field,
    claim_before, claim_after, before, after from version_change as change
    join article as earlier on earlier.rowid = earlier_rowid join article as later on later.rowid = later_rowid
    order by earlier.id, later.id, sequence`,
} as const

export type AcrossRows = Readonly<Record<keyof typeof ROWS, readonly unknown[]>>

/** All that is found across articles, in no store's own words. */
export async function readAcross(database: StoreDatabase): Promise<AcrossRows> {
  const entries = Object.entries(ROWS).map(
    async ([name, query]) => [name, (await query.execute(database)).rows] as const,
  )
  return Object.fromEntries(await Promise.all(entries)) as unknown as AcrossRows
}
