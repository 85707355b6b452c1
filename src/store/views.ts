import type { SpanRole } from '../domain/labels.ts'

/** Whether no correction took the claim away from the source that the machine gave it. */
const stillRests = (claimId: string) =>
  `(${claimId} NOT IN (SELECT claim_id FROM v_corrected WHERE verdict = 'rejected' OR source IS NOT NULL))`

const isNotRejected = (claimId: string) =>
  `(${claimId} NOT IN (SELECT claim_id FROM v_corrected WHERE verdict = 'rejected'))`

/**
 * The common questions as flat rows, in words that SQLite and PostgreSQL both take. Every `start` and `end` counts code
 * points of the article's text. What is true or false is 1 or 0, and where an order decides, NULL comes first.
 *
 * One view that SQLite cannot read makes the whole file unreadable, so they keep to what SQLite 3.37 knows (STRICT tables
 * need that): no ORDER BY inside an aggregate, which came with 3.44 and is younger than Python on many machines.
 *
 * Views hold no data, so they are dropped and made anew whenever a migration ran: changing one takes a new (possibly
 * empty) migration in each store and an edit here. Each may use those before it.
 *
 * @param joinedSpans the texts of a claim's spans in one role, in order and joined with ` … `; the claim by an expression
 *   for its row number
 */
export function viewsWith(
  joinedSpans: (claimRowid: string, role: SpanRole) => string,
): Readonly<Record<string, string>> {
  return {
    // Where a claim stands after all that people said of it: of each kind of correction the last one counts, and a
    // withdrawal takes back everything before it. Claims that are found no more are in it too.
    v_corrected: `
SELECT
  live.claim_id,
  (SELECT verdict FROM correction WHERE claim_id = live.claim_id AND id > live.withdrawn_id AND verdict IS NOT NULL
    ORDER BY id DESC LIMIT 1) AS verdict,
  (SELECT source FROM correction WHERE claim_id = live.claim_id AND id > live.withdrawn_id AND source IS NOT NULL
    ORDER BY id DESC LIMIT 1) AS source,
  (SELECT note FROM correction WHERE claim_id = live.claim_id AND id >= live.withdrawn_id AND note IS NOT NULL
    ORDER BY id DESC LIMIT 1) AS note,
  live.corrections,
  (SELECT corrected_by FROM correction WHERE id = live.last_id) AS corrected_by,
  (SELECT corrected_at FROM correction WHERE id = live.last_id) AS corrected_at
FROM (SELECT claim_id, count(*) AS corrections, max(id) AS last_id,
  coalesce(max(CASE WHEN verdict = 'withdrawn' THEN id END), 0) AS withdrawn_id
  FROM correction GROUP BY claim_id) AS live`,

    // What a correction says stands where the machine's value stood, and the machine's value in a machine_ column.
    v_claim: `
SELECT
  claim.id, article.id AS article_id, article.uri, article.title, article.publisher, article.published_at,
  article.published_utc, claim.quotation, claim.act, claim.negated, claim.hedged, claim.confidence,
  CASE corrected.verdict WHEN 'rejected' THEN 'rejected' ELSE 'accepted' END AS status,
  CASE WHEN corrected.source IS NULL THEN coalesce(source.naming, 'unstated') ELSE 'named' END AS naming,
  source.id AS source_id, source.text AS source,
  CASE WHEN corrected.source IS NULL THEN source.kind
    ELSE coalesce((SELECT kind FROM entity WHERE name = corrected.source ORDER BY id LIMIT 1), 'unknown') END AS kind,
  coalesce(corrected.source, source.name) AS name, source.role, source.rank,
  source.affiliation, source.number, source.reason, source.granted_by, source.knowledge,
  CASE WHEN corrected.source IS NULL THEN (SELECT id FROM entity WHERE rowid = source.entity_rowid)
    ELSE (SELECT id FROM entity WHERE name = corrected.source ORDER BY id LIMIT 1) END AS entity_id,
  ${joinedSpans('claim.rowid', 'cue')} AS cue,
  claim.cue_lemma,
  claim.content_text AS content,
  ${joinedSpans('claim.rowid', 'addressee')} AS addressee,
  (SELECT parent.id FROM claim AS parent WHERE parent.rowid = claim.parent_rowid) AS parent_id,
  claim.start, claim."end",
  (SELECT min(start) FROM claim_span WHERE claim_rowid = claim.rowid AND role = 'source') AS source_start,
  (SELECT min(start) FROM claim_span WHERE claim_rowid = claim.rowid AND role = 'cue') AS cue_start,
  (SELECT min(start) FROM claim_span WHERE claim_rowid = claim.rowid AND role = 'content') AS content_start,
  claim.context_start, claim.context_end,
  substr(article.text, claim.context_start + 1, claim.context_end - claim.context_start) AS context,
  corrected.verdict, corrected.note, corrected.corrected_by, corrected.corrected_at,
  'accepted' AS machine_status, coalesce(source.naming, 'unstated') AS machine_naming, source.kind AS machine_kind,
  source.name AS machine_name
FROM claim
JOIN article ON article.rowid = claim.article_rowid
LEFT JOIN source ON source.rowid = claim.source_rowid
LEFT JOIN v_corrected AS corrected ON corrected.claim_id = claim.id`,

    v_source: `
SELECT
  source.id, article.id AS article_id, article.uri, article.title, article.publisher, article.published_at,
  article.published_utc, source.text AS source, source.naming, source.kind, source.name, source.role,
  source.rank, source.affiliation, source.number, source.reason, source.granted_by, source.knowledge,
  (SELECT antecedent.id FROM source AS antecedent WHERE antecedent.rowid = source.antecedent_rowid) AS antecedent_id,
  (SELECT id FROM entity WHERE rowid = source.entity_rowid) AS entity_id,
  (SELECT count(*) FROM claim WHERE source_rowid = source.rowid AND ${stillRests('claim.id')}) AS claims,
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
), rests (root, claim_rowid, own) AS (
  SELECT root, claim_rowid, max(own) FROM (
    SELECT same.root, claim.rowid AS claim_rowid, 1 AS own FROM same JOIN claim ON claim.source_rowid = same.key
    UNION ALL
    SELECT same.root, claim.rowid, 0 FROM same JOIN claim ON claim.cited_rowid = same.key
  ) AS resting GROUP BY root, claim_rowid
), counted (root, claims, corrected, corroborated) AS (
  SELECT rests.root, count(*) FILTER (WHERE ${stillRests('claim.id')}), count(*) FILTER (WHERE NOT ${stillRests('claim.id')}),
    count(*) FILTER (WHERE rests.own = 1 AND ${stillRests('claim.id')} AND named.rowid IS NOT NULL AND ${isNotRejected('named.id')})
  FROM rests
  JOIN claim ON claim.rowid = rests.claim_rowid
  LEFT JOIN claim AS named ON named.rowid = claim.corroborated_rowid
  GROUP BY rests.root
)
SELECT
  source.id AS source_id, article.id AS article_id, article.uri, article.title, article.publisher, article.published_at,
  article.published_utc, source.naming, source.text AS source, source.kind, source.number, source.role, source.rank,
  source.affiliation, source.knowledge, source.reason, source.granted_by,
  coalesce(counted.claims, 0) AS claims, coalesce(counted.corrected, 0) AS corrected,
  coalesce(counted.corroborated, 0) AS corroborated,
  (SELECT min(start) FROM source_span WHERE source_rowid = source.rowid) AS start,
  source.number_start, source.number_end, source.role_start, source.role_end, source.rank_start, source.rank_end,
  source.affiliation_start, source.affiliation_end, source.knowledge_start, source.knowledge_end,
  source.reason_start, source.reason_end, source.granted_by_start, source.granted_by_end
FROM source
JOIN article ON article.rowid = source.article_rowid
LEFT JOIN counted ON counted.root = source.rowid
WHERE source.rowid IN (SELECT root FROM same)`,

    // From who knows it at first hand to the article: whom the source cites, the source, who passes it on, whoever says that
    // the source said so, the article itself.
    v_chain: `
WITH RECURSIVE outward (claim_rowid, depth, at_rowid) AS (
  SELECT rowid, 0, rowid FROM claim
  UNION ALL
  SELECT outward.claim_rowid, outward.depth + 1, claim.parent_rowid FROM outward
    JOIN claim ON claim.rowid = outward.at_rowid WHERE claim.parent_rowid IS NOT NULL AND outward.depth < 20
), hop (claim_rowid, place, source_rowid, said_rowid) AS (
  SELECT rowid, CAST(-1 AS double precision), cited_rowid, CAST(NULL AS bigint) FROM claim WHERE cited_rowid IS NOT NULL
  UNION ALL SELECT outward.claim_rowid, outward.depth, claim.source_rowid, claim.rowid FROM outward
    JOIN claim ON claim.rowid = outward.at_rowid
  UNION ALL SELECT outward.claim_rowid, outward.depth + 0.5, claim.relayed_rowid, NULL FROM outward
    JOIN claim ON claim.rowid = outward.at_rowid WHERE claim.relayed_rowid IS NOT NULL
  UNION ALL SELECT claim_rowid, max(depth) + 1, CAST(NULL AS bigint), CAST(NULL AS bigint) FROM outward GROUP BY claim_rowid
)
SELECT
  claim.id AS claim_id, article.id AS article_id, article.uri,
  row_number() OVER (PARTITION BY hop.claim_rowid ORDER BY hop.place) - 1 AS hop,
  CASE WHEN hop.said_rowid IS NULL AND hop.source_rowid IS NULL THEN 'article'
    WHEN hop.said_rowid IS NOT NULL THEN 'source' WHEN hop.place < 0 THEN 'cited' ELSE 'relay' END AS teller,
  source.id AS source_id, coalesce(source.text, CASE WHEN hop.said_rowid IS NULL THEN article.uri END) AS source,
  CASE WHEN corrected.source IS NULL THEN source.naming ELSE 'named' END AS naming,
  coalesce(corrected.source, source.name) AS name,
  ${joinedSpans('hop.said_rowid', 'cue')} AS cue,
  said.id AS said_id, CASE corrected.verdict WHEN 'rejected' THEN 'rejected' ELSE 'accepted' END AS status
FROM hop
JOIN claim ON claim.rowid = hop.claim_rowid
JOIN article ON article.rowid = claim.article_rowid
LEFT JOIN source ON source.rowid = hop.source_rowid
LEFT JOIN claim AS said ON said.rowid = hop.said_rowid
LEFT JOIN v_corrected AS corrected ON corrected.claim_id = said.id`,

    v_article: `
SELECT
  article.id, article.uri, article.title, article.byline, article.publisher, article.published_at,
  article.published_utc, article.language, article.modified_at, article.section, article.decoded_as, article.raw_sha256,
  length(article.text) AS characters,
  (SELECT count(*) FROM claim WHERE article_rowid = article.rowid AND ${isNotRejected('claim.id')}) AS claims,
  (SELECT count(*) FROM claim WHERE article_rowid = article.rowid AND NOT ${isNotRejected('claim.id')}) AS rejected,
  (SELECT count(*) FROM source WHERE article_rowid = article.rowid) AS sources,
  (SELECT count(*) FROM v_anonymous WHERE article_id = article.id) AS anonymous,
  (SELECT count(*) FROM candidate WHERE article_rowid = article.rowid) AS candidates,
  (SELECT count(*) FROM left_out JOIN input ON input.id = left_out.input_id
    WHERE input.article_id = article.id) AS left_out,
  (SELECT max(run_id) FROM done WHERE article_rowid = article.rowid) AS run_id
FROM article`,

    // New text under a known URI is another version. Standard input is no place that could be read again.
    v_version: `
SELECT
  uri,
  row_number() OVER (PARTITION BY uri ORDER BY retrieved_at NULLS FIRST, first_id) AS version,
  count(*) OVER (PARTITION BY uri) AS versions,
  article_id,
  lag(article_id) OVER (PARTITION BY uri ORDER BY retrieved_at NULLS FIRST, first_id) AS previous_id,
  lead(article_id) OVER (PARTITION BY uri ORDER BY retrieved_at NULLS FIRST, first_id) AS next_id,
  retrieved_at, seen_at,
  CAST(row_number() OVER (PARTITION BY uri ORDER BY seen_at DESC NULLS LAST, first_id DESC) = 1 AS integer) AS is_current
FROM (SELECT uri, article_id, min(id) AS first_id, min(retrieved_at) AS retrieved_at, max(seen_at) AS seen_at
  FROM input WHERE status = 'done' AND location NOT IN ('-') GROUP BY uri, article_id) AS found`,

    // The same passage may stand beside an article in several of its places.
    v_left_out: `
SELECT input.article_id, input.location, input.uri, left_out.sequence, left_out.reason, left_out.text
FROM left_out JOIN input ON input.id = left_out.input_id`,

    v_audit: `
SELECT
  claim.id AS claim_id, article.id AS article_id, article.uri, claim_span.role, claim_span.sequence,
  claim_span.start, claim_span."end", claim_span.text AS stored,
  substr(article.text, claim_span.start + 1, claim_span."end" - claim_span.start) AS found,
  CAST(substr(article.text, claim_span.start + 1, claim_span."end" - claim_span.start) = claim_span.text AS integer) AS agrees,
  article.id AS text_sha256, article.raw_sha256
FROM claim_span
JOIN claim ON claim.rowid = claim_span.claim_rowid
JOIN article ON article.rowid = claim.article_rowid`,
  }
}
