/**
 * The common questions as flat rows. Every `start` and `end` counts code points of the article's text.
 *
 * One view that SQLite cannot read makes the whole file unreadable, so they keep to what SQLite 3.37 knows (STRICT tables
 * need that): no ORDER BY inside an aggregate, which came with 3.44 and is younger than Python on many machines.
 *
 * Views hold no data, so they are dropped and made anew whenever a migration ran: changing one takes a new (possibly
 * empty) migration and an edit here.
 */
export const VIEWS: Readonly<Record<string, string>> = {
  v_claim: `
SELECT
  claim.id, article.id AS article_id, article.uri, article.title, article.publisher, article.published_at,
  article.published_utc, claim.quotation, claim.act, claim.negated, claim.hedged, claim.confidence,
  'accepted' AS status,
  coalesce(source.naming, 'unstated') AS naming,
  source.id AS source_id, source.text AS source, source.kind, source.name, source.role, source.rank,
  source.affiliation, source.number, source.reason, source.granted_by, source.knowledge,
  (SELECT id FROM entity WHERE rowid = source.entity_rowid) AS entity_id,
  (SELECT group_concat(text, ' … ') FROM
    (SELECT text FROM claim_span WHERE claim_rowid = claim.rowid AND role = 'cue' ORDER BY sequence)) AS cue,
  claim.cue_lemma,
  claim.content_text AS content,
  (SELECT group_concat(text, ' … ') FROM
    (SELECT text FROM claim_span WHERE claim_rowid = claim.rowid AND role = 'addressee' ORDER BY sequence)) AS addressee,
  (SELECT parent.id FROM claim AS parent WHERE parent.rowid = claim.parent_rowid) AS parent_id,
  claim.start, claim.end,
  (SELECT min(start) FROM claim_span WHERE claim_rowid = claim.rowid AND role = 'source') AS source_start,
  (SELECT min(start) FROM claim_span WHERE claim_rowid = claim.rowid AND role = 'cue') AS cue_start,
  (SELECT min(start) FROM claim_span WHERE claim_rowid = claim.rowid AND role = 'content') AS content_start,
  claim.context_start, claim.context_end,
  substr(article.text, claim.context_start + 1, claim.context_end - claim.context_start) AS context
FROM claim
JOIN article ON article.rowid = claim.article_rowid
LEFT JOIN source ON source.rowid = claim.source_rowid`,

  v_source: `
SELECT
  source.id, article.id AS article_id, article.uri, article.title, article.publisher, article.published_at,
  article.published_utc, source.text AS source, source.naming, source.kind, source.name, source.role,
  source.rank, source.affiliation, source.number, source.reason, source.granted_by, source.knowledge,
  (SELECT antecedent.id FROM source AS antecedent WHERE antecedent.rowid = source.antecedent_rowid) AS antecedent_id,
  (SELECT id FROM entity WHERE rowid = source.entity_rowid) AS entity_id,
  (SELECT count(*) FROM claim WHERE source_rowid = source.rowid) AS claims,
  (SELECT min(start) FROM source_span WHERE source_rowid = source.rowid) AS start
FROM source
JOIN article ON article.rowid = source.article_rowid`,

  // Later words for the same people ("one of the officials") are counted with the source that they were resolved to,
  // and so are claims of somebody else who cites it.
  v_anonymous: `
WITH RECURSIVE same (root, key) AS (
  SELECT source.rowid, source.rowid FROM source
    LEFT JOIN source AS antecedent ON antecedent.rowid = source.antecedent_rowid
    WHERE source.naming IN ('unnamed', 'anonymous')
      AND (antecedent.rowid IS NULL OR antecedent.naming NOT IN ('unnamed', 'anonymous'))
  UNION SELECT same.root, later.rowid FROM source AS later JOIN same ON later.antecedent_rowid = same.key
)
SELECT
  source.id AS source_id, article.id AS article_id, article.uri, article.title, article.publisher, article.published_at,
  article.published_utc, source.naming, source.text AS source, source.kind, source.number, source.role, source.rank,
  source.affiliation, source.knowledge, source.reason, source.granted_by,
  (SELECT count(*) FROM claim WHERE source_rowid IN (SELECT key FROM same WHERE root = source.rowid)
    OR cited_rowid IN (SELECT key FROM same WHERE root = source.rowid)) AS claims,
  (SELECT count(*) FROM claim WHERE source_rowid IN (SELECT key FROM same WHERE root = source.rowid)
    AND corroborated_rowid IS NOT NULL) AS corroborated,
  (SELECT min(start) FROM source_span WHERE source_rowid = source.rowid) AS start,
  source.number_start, source.number_end, source.role_start, source.role_end, source.rank_start, source.rank_end,
  source.affiliation_start, source.affiliation_end, source.knowledge_start, source.knowledge_end,
  source.reason_start, source.reason_end, source.granted_by_start, source.granted_by_end
FROM source
JOIN article ON article.rowid = source.article_rowid
WHERE source.rowid IN (SELECT root FROM same)`,

  // From who knows it at first hand to the article: whom the source cites, the source, whoever says that the source
  // said so, the article itself.
  v_chain: `
WITH RECURSIVE outward (claim_rowid, depth, at_rowid) AS (
  SELECT rowid, 0, rowid FROM claim
  UNION ALL
  SELECT outward.claim_rowid, outward.depth + 1, claim.parent_rowid FROM outward
    JOIN claim ON claim.rowid = outward.at_rowid WHERE claim.parent_rowid IS NOT NULL AND outward.depth < 20
), hop (claim_rowid, place, source_rowid, said_rowid) AS (
  SELECT rowid, -1, cited_rowid, NULL FROM claim WHERE cited_rowid IS NOT NULL
  UNION ALL SELECT outward.claim_rowid, outward.depth, claim.source_rowid, claim.rowid FROM outward
    JOIN claim ON claim.rowid = outward.at_rowid
  UNION ALL SELECT claim_rowid, max(depth) + 1, NULL, NULL FROM outward GROUP BY claim_rowid
)
SELECT
  claim.id AS claim_id, article.id AS article_id, article.uri,
  row_number() OVER (PARTITION BY hop.claim_rowid ORDER BY hop.place) - 1 AS hop,
  CASE WHEN hop.said_rowid IS NULL AND hop.source_rowid IS NULL THEN 'article'
    WHEN hop.said_rowid IS NULL THEN 'cited' ELSE 'source' END AS teller,
  source.id AS source_id, coalesce(source.text, CASE WHEN hop.said_rowid IS NULL THEN article.uri END) AS source,
  source.naming, source.name,
  (SELECT group_concat(text, ' … ') FROM
    (SELECT text FROM claim_span WHERE claim_rowid = hop.said_rowid AND role = 'cue' ORDER BY sequence)) AS cue,
  (SELECT said.id FROM claim AS said WHERE said.rowid = hop.said_rowid) AS said_id
FROM hop
JOIN claim ON claim.rowid = hop.claim_rowid
JOIN article ON article.rowid = claim.article_rowid
LEFT JOIN source ON source.rowid = hop.source_rowid`,

  v_article: `
SELECT
  article.id, article.uri, article.title, article.byline, article.publisher, article.published_at,
  article.published_utc, article.language, article.decoded_as, article.raw_sha256,
  length(article.text) AS characters,
  (SELECT count(*) FROM claim WHERE article_rowid = article.rowid) AS claims,
  (SELECT count(*) FROM source WHERE article_rowid = article.rowid) AS sources,
  (SELECT count(*) FROM v_anonymous WHERE article_id = article.id) AS anonymous,
  (SELECT count(*) FROM candidate WHERE article_rowid = article.rowid) AS candidates,
  (SELECT max(run_id) FROM done WHERE article_rowid = article.rowid) AS run_id
FROM article`,

  v_audit: `
SELECT
  claim.id AS claim_id, article.id AS article_id, article.uri, claim_span.role, claim_span.sequence,
  claim_span.start, claim_span.end, claim_span.text AS stored,
  substr(article.text, claim_span.start + 1, claim_span.end - claim_span.start) AS found,
  substr(article.text, claim_span.start + 1, claim_span.end - claim_span.start) = claim_span.text AS agrees,
  article.id AS text_sha256, article.raw_sha256
FROM claim_span
JOIN claim ON claim.rowid = claim_span.claim_rowid
JOIN article ON article.rowid = claim.article_rowid`,
}
