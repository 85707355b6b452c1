/** A claim by its id, whether the machine found it or somebody added it, with where it stands after corrections. */
const claimOf = (as: string, id: string) => `LEFT JOIN claim AS ${as} ON ${as}.id = ${id}
LEFT JOIN standing AS ${as}_now ON ${as}_now.claim_id = ${id}
LEFT JOIN source AS ${as}_source ON ${as}_source.rowid = CASE WHEN ${as}_now.sets_source = 1
  THEN (SELECT rowid FROM source WHERE id = ${as}_now.source_id) ELSE ${as}.source_rowid END`

/** The same columns as v_claim has, which would be read as a whole for each row of a join. */
const contentOf = (as: string) =>
  `CASE WHEN ${as}.rowid IS NULL OR ${as}_now.sets_content = 1 THEN ${as}_now.content_text ELSE ${as}.content_text END`
const nameOf = (as: string) => `CASE WHEN ${as}_now.naming IS NULL THEN ${as}_source.name
    WHEN ${as}_now.naming = 'named' THEN coalesce(${as}_now.source, ${as}_source.name) END`
const sourceOf = (as: string) =>
  `CASE WHEN ${as}_now.sets_source = 1 THEN ${as}_now.source_text ELSE ${as}_source.text END`
const labelOf = (as: string, column: 'quotation' | 'act', otherwise: string) =>
  `coalesce(${as}_now.${column}, ${as}.${column}, '${otherwise}')`

/**
 * What is found across articles, with claims as corrected. They hold what was entered when it was last made true: an article
 * that waits is in none of them.
 */
export function acrossViews(): Readonly<Record<string, string>> {
  return {
    // Quotations of several articles, with who had it first.
    v_quotation_family: `
SELECT
  family.id AS family_id, family.claims, family.articles, family.publishers, family.variants, family.first_seen,
  family.first_claim_id, article.uri AS first_article_uri, article.publisher AS first_publisher,
  ${nameOf('said')} AS first_name, family.last_seen, family.speakers, family.speakers_differ, family.meaning_differs,
  ${contentOf('said')} AS content
FROM quotation_family AS family
JOIN quotation_member AS member ON member.claim_id = family.first_claim_id
JOIN article ON article.rowid = member.article_rowid
${claimOf('said', 'family.first_claim_id')}`,

    // Their claims, each in its wording.
    v_variant: `
SELECT
  family.id AS family_id, member.claim_id, article.id AS article_id, article.uri AS article_uri, article.publisher,
  article.title, ${nameOf('said')} AS name, ${contentOf('said')} AS content,
  ${labelOf('said', 'quotation', 'none')} AS quotation, ${labelOf('said', 'act', 'statement')} AS act,
  member.variant, member.seen_at, member.seen_by, member.score, member.differs
FROM quotation_member AS member
JOIN quotation_family AS family ON family.rowid = member.family_rowid
JOIN article ON article.rowid = member.article_rowid
${claimOf('said', 'member.claim_id')}`,

    // Accusations, each with what answers it, or with nothing.
    v_reply: `
SELECT
  accusation.claim_id AS accusation_id, article.uri AS accusation_article_uri, ${contentOf('said')} AS accusation,
  coalesce(${nameOf('said')}, ${sourceOf('said')}) AS accuser, accusation.accused, reply.reply_id,
  other.uri AS reply_article_uri,
  coalesce(${contentOf('answer')}, substr(other.text, reply.start + 1, reply."end" - reply.start)) AS reply,
  ${nameOf('answer')} AS replier_name, reply.kind, reply.replier, reply.reason
FROM accusation
JOIN article ON article.rowid = accusation.article_rowid
${claimOf('said', 'accusation.claim_id')}
LEFT JOIN reply ON reply.accusation_id = accusation.claim_id
LEFT JOIN article AS other ON other.rowid = reply.reply_article_rowid
${claimOf('answer', 'reply.reply_id')}`,

    // What changed from one version of an article to the next.
    v_version_change: `
SELECT
  changed.uri, earlier.id AS earlier_id, later.id AS later_id, changed.earlier_at, changed.later_at, changed.sequence,
  changed.change, changed.field, changed.claim_before, changed.claim_after, changed.before, changed.after,
  CASE WHEN EXISTS (SELECT 1 FROM version_change AS note WHERE note.earlier_rowid = changed.earlier_rowid
    AND note.later_rowid = changed.later_rowid AND note.change = 'noted') THEN 1 ELSE 0 END AS noted
FROM version_change AS changed
JOIN article AS earlier ON earlier.rowid = changed.earlier_rowid
JOIN article AS later ON later.rowid = changed.later_rowid`,
  }
}
