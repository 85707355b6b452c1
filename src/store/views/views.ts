import type { SpanRole } from '../../domain/labels.ts'
import {
  otherSourceFields,
  SOURCE_FIELD_NAMES,
  SOURCE_FIELDS,
  type SourceFieldName,
  sourceFieldsAfter,
} from '../../domain/source-fields.ts'
import { acrossViews } from './across-views.ts'
import { type VoiceViewParts, voiceViews } from './voice-views.ts'

/** Whether no correction took the claim away from the source that the machine gave it. */
const stillRests = (claimId: string) =>
  `(${claimId} NOT IN (SELECT claim_id FROM standing
    WHERE verdict = 'rejected' OR source IS NOT NULL OR naming IS NOT NULL OR sets_source = 1))`

const isNotRejected = (claimId: string) =>
  `(${claimId} NOT IN (SELECT claim_id FROM standing WHERE verdict = 'rejected'))`

/** Whether a claim that the ledger added is none that the machine found after all. */
const IS_ADDED = 'standing.added = 1 AND NOT EXISTS (SELECT 1 FROM claim WHERE claim.id = standing.claim_id)'

/** Whether people gave a claim the words of a source, and nobody said otherwise of it. */
const IS_GIVEN = `coalesce(standing.verdict, 'accepted') <> 'rejected' AND standing.source IS NULL
    AND standing.naming IS NULL AND (standing.added = 1 OR EXISTS (SELECT 1 FROM claim WHERE claim.id = standing.claim_id))`
const GIVEN = `SELECT count(*) FROM standing WHERE standing.source_id = source.id AND ${IS_GIVEN}`

const firstOf = (claimRowid: string, role: SpanRole) =>
  `(SELECT min(start) FROM claim_span WHERE claim_rowid = ${claimRowid} AND role = '${role}')`
const firstSet = (role: SpanRole) =>
  `(SELECT min(start) FROM standing_span WHERE standing_rowid = standing.rowid AND role = '${role}')`
/** Where the first span of a role stands, as corrected. */
const firstNow = (role: SpanRole) =>
  `CASE WHEN standing.sets_${role} = 1 THEN ${firstSet(role)} ELSE ${firstOf('claim.rowid', role)} END`

/** Start or end of a corrected claim: over what was set, and what was left as the machine has it. */
const hullNow = (most: 'min' | 'max', column: 'start' | '"end"') => `CASE
    WHEN coalesce(standing.sets_source + standing.sets_cue + standing.sets_content + standing.sets_addressee, 0) = 0 THEN claim.${column}
    ELSE coalesce((SELECT ${most}(place) FROM (
      SELECT ${column} AS place FROM standing_span WHERE standing_rowid = standing.rowid
      UNION ALL SELECT ${column} FROM claim_span WHERE claim_rowid = claim.rowid AND NOT (
        (role = 'source' AND standing.sets_source = 1) OR (role = 'cue' AND standing.sets_cue = 1)
        OR (role = 'content' AND standing.sets_content = 1) OR (role = 'addressee' AND standing.sets_addressee = 1))
      ) AS places), claim.${column}) END`

const CONTEXT_START =
  'CASE WHEN standing.context_start < claim.context_start THEN standing.context_start ELSE claim.context_start END'
const CONTEXT_END =
  'CASE WHEN standing.context_end > claim.context_end THEN standing.context_end ELSE claim.context_end END'

/** What is said of a source, by what was said of the claim and by the source that its words are. */
const NAMING = `coalesce(standing.naming, source.naming,
    CASE WHEN standing.source_text IS NOT NULL THEN 'unnamed' ELSE 'unstated' END)`
const NAME = `CASE WHEN standing.naming IS NULL THEN source.name
    WHEN standing.naming = 'named' THEN coalesce(standing.source, source.name) END`
const OTHER_NAME = "(standing.naming = 'named' AND standing.source IS NOT NULL)"
const ENTITY_OF_NAME = (column: 'id' | 'kind') =>
  `(SELECT ${column} FROM entity WHERE name = standing.source ORDER BY id LIMIT 1)`
const KIND = `CASE WHEN ${OTHER_NAME} THEN coalesce(${ENTITY_OF_NAME('kind')}, 'unknown') ELSE source.kind END`
const ENTITY_ID = `CASE WHEN ${OTHER_NAME} THEN ${ENTITY_OF_NAME('id')}
    WHEN standing.naming <> 'named' THEN NULL
    ELSE (SELECT id FROM entity WHERE rowid = source.entity_rowid) END`
/**
 * A column as an expression. SQLite takes what is asked of a view into both sides of UNION ALL, and with it the use of their
 * indexes, only where the columns of both have the same affinity; and an expression has none.
 */
const plain = (column: string) => `coalesce(${column}, NULL)`
const STATUS = "CASE standing.verdict WHEN 'rejected' THEN 'rejected' ELSE 'accepted' END"
const PUBLICATION = `article.id AS article_id, article.uri, article.title, article.publisher, article.published_at,
  article.published_utc`
const CORRECTED_AFFILIATION = 'coalesce(standing.affiliation, source.affiliation) AS affiliation'
/** All that is known of it but name and role, which stand before. */
const SOURCE_FACTS = `${otherSourceFields(['name', 'role'])
  .map(name => (name === 'affiliation' ? CORRECTED_AFFILIATION : `source.${SOURCE_FIELDS[name].column}`))
  .join(', ')}, ${ENTITY_ID} AS entity_id`
const listFields = (names: readonly SourceFieldName[]) =>
  names.map(name => `source.${SOURCE_FIELDS[name].column}`).join(', ')
const listPlaces = (names: readonly SourceFieldName[]) =>
  names
    .map(name => SOURCE_FIELDS[name].column)
    .map(column => `source.${column}_start, source.${column}_end`)
    .join(', ')
/** In the order of the ledger, where nobody has a name. */
const LEDGER = sourceFieldsAfter(['number', 'role', 'rank', 'affiliation', 'knowledge', 'reason', 'grantedBy']).filter(
  name => name !== 'name',
)
const SAID_OF_IT = 'standing.verdict, standing.note, standing.corrected_by, standing.corrected_at'

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
 * @param joined see `VoiceViewParts`
 */
export function viewsWith(
  joinedSpans: (claimRowid: string, role: SpanRole) => string,
  joined: VoiceViewParts['joined'],
): Readonly<Record<string, string>> {
  return {
    // Where a claim stands after all that people said of it: of each thing that was said the last entry counts, and what was
    // taken back does not. Claims that are found no more are in it too.
    v_corrected: `
SELECT
  claim_id, article_id, added, verdict, source, note, act, negated, quotation, naming, role, affiliation,
  sets_source, source_text, sets_cue, cue_text, sets_content, content_text, sets_addressee, addressee_text,
  corrections, corrected_by, corrected_at
FROM standing`,

    // What a correction says stands where the machine's value stood, and the machine's value in a machine_ column. Then the
    // claims that the machine missed and somebody added.
    v_claim: `
SELECT
  claim.id, ${PUBLICATION}, coalesce(standing.quotation, claim.quotation) AS quotation,
  coalesce(standing.act, claim.act) AS act, coalesce(standing.negated, claim.negated) AS negated, claim.hedged,
  claim.confidence, ${STATUS} AS status, ${NAMING} AS naming, source.id AS source_id,
  CASE WHEN standing.sets_source = 1 THEN standing.source_text ELSE source.text END AS source,
  ${KIND} AS kind, ${NAME} AS name, coalesce(standing.role, source.role) AS role, ${SOURCE_FACTS},
  CASE WHEN standing.sets_cue = 1 THEN coalesce(standing.cue_text, '') ELSE ${joinedSpans('claim.rowid', 'cue')} END AS cue,
  coalesce(standing.cue_lemma, claim.cue_lemma) AS cue_lemma,
  CASE WHEN standing.sets_content = 1 THEN standing.content_text ELSE claim.content_text END AS content,
  CASE WHEN standing.sets_addressee = 1 THEN standing.addressee_text
    ELSE ${joinedSpans('claim.rowid', 'addressee')} END AS addressee,
  (SELECT parent.id FROM claim AS parent WHERE parent.rowid = claim.parent_rowid) AS parent_id,
  ${hullNow('min', 'start')} AS start, ${hullNow('max', '"end"')} AS "end",
  ${firstNow('source')} AS source_start, ${firstNow('cue')} AS cue_start, ${firstNow('content')} AS content_start,
  ${CONTEXT_START} AS context_start, ${CONTEXT_END} AS context_end,
  substr(article.text, ${CONTEXT_START} + 1, ${CONTEXT_END} - ${CONTEXT_START}) AS context,
  ${SAID_OF_IT}, 'machine' AS origin,
  'accepted' AS machine_status, coalesce(found.naming, 'unstated') AS machine_naming, found.kind AS machine_kind,
  found.name AS machine_name, found.text AS machine_source, found.role AS machine_role,
  found.affiliation AS machine_affiliation, ${joinedSpans('claim.rowid', 'cue')} AS machine_cue,
  claim.content_text AS machine_content, ${joinedSpans('claim.rowid', 'addressee')} AS machine_addressee,
  claim.act AS machine_act, claim.negated AS machine_negated, claim.quotation AS machine_quotation
FROM claim
JOIN article ON article.rowid = claim.article_rowid
LEFT JOIN standing ON standing.claim_id = claim.id
LEFT JOIN source ON source.rowid = CASE WHEN standing.sets_source = 1
  THEN (SELECT rowid FROM source WHERE id = standing.source_id) ELSE claim.source_rowid END
LEFT JOIN source AS found ON found.rowid = claim.source_rowid
UNION ALL
SELECT
  standing.claim_id, ${PUBLICATION}, coalesce(standing.quotation, 'none'), coalesce(standing.act, 'statement'),
  coalesce(standing.negated, 0), CAST(0 AS INTEGER), CAST(1 AS REAL), ${STATUS}, ${NAMING}, source.id,
  ${plain('standing.source_text')}, ${KIND}, ${NAME}, coalesce(standing.role, source.role), ${SOURCE_FACTS},
  coalesce(standing.cue_text, ''), coalesce(standing.cue_lemma, ''),
  ${plain('standing.content_text')}, ${plain('standing.addressee_text')},
  CAST(NULL AS TEXT), ${plain('standing.start')}, ${plain('standing."end"')},
  ${firstSet('source')}, ${firstSet('cue')}, ${firstSet('content')},
  ${plain('standing.context_start')}, ${plain('standing.context_end')},
  substr(article.text, standing.context_start + 1, standing.context_end - standing.context_start),
  ${SAID_OF_IT}, 'editor',
  NULL, NULL, CAST(NULL AS TEXT), CAST(NULL AS TEXT), CAST(NULL AS TEXT), CAST(NULL AS TEXT), CAST(NULL AS TEXT), NULL,
  CAST(NULL AS TEXT), NULL, CAST(NULL AS TEXT), CAST(NULL AS INTEGER), CAST(NULL AS TEXT)
FROM standing
JOIN article ON article.id = standing.article_id
LEFT JOIN source ON source.id = standing.source_id
WHERE ${IS_ADDED}`,

    v_source: `
SELECT
  source.id, article.id AS article_id, article.uri, article.title, article.publisher, article.published_at,
  article.published_utc, source.text AS source, source.naming, source.kind,
  ${listFields(SOURCE_FIELD_NAMES)},
  (SELECT antecedent.id FROM source AS antecedent WHERE antecedent.rowid = source.antecedent_rowid) AS antecedent_id,
  (SELECT id FROM entity WHERE rowid = source.entity_rowid) AS entity_id,
  (SELECT count(*) FROM claim WHERE source_rowid = source.rowid AND ${stillRests('claim.id')}) + (${GIVEN}) AS claims,
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
), given (root, claims) AS (
  SELECT same.root, count(*) FROM same JOIN source ON source.rowid = same.key
  JOIN standing ON standing.source_id = source.id WHERE ${IS_GIVEN} GROUP BY same.root
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
  article.published_utc, source.naming, source.text AS source, source.kind,
  ${listFields(LEDGER)},
  coalesce(counted.claims, 0) + coalesce(given.claims, 0) AS claims, coalesce(counted.corrected, 0) AS corrected,
  coalesce(counted.corroborated, 0) AS corroborated,
  (SELECT min(start) FROM source_span WHERE source_rowid = source.rowid) AS start,
  ${listPlaces(LEDGER)}
FROM source
JOIN article ON article.rowid = source.article_rowid
LEFT JOIN counted ON counted.root = source.rowid
LEFT JOIN given ON given.root = source.rowid
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
  source.id AS source_id,
  CASE WHEN standing.sets_source = 1 THEN standing.source_text
    ELSE coalesce(source.text, CASE WHEN hop.said_rowid IS NULL THEN article.uri END) END AS source,
  CASE WHEN hop.said_rowid IS NULL THEN source.naming ELSE coalesce(standing.naming, source.naming) END AS naming,
  ${NAME} AS name,
  CASE WHEN standing.sets_cue = 1 THEN coalesce(standing.cue_text, '') ELSE ${joinedSpans('hop.said_rowid', 'cue')} END AS cue,
  said.id AS said_id, ${STATUS} AS status
FROM hop
JOIN claim ON claim.rowid = hop.claim_rowid
JOIN article ON article.rowid = claim.article_rowid
LEFT JOIN claim AS said ON said.rowid = hop.said_rowid
LEFT JOIN standing ON standing.claim_id = said.id
LEFT JOIN source ON source.rowid = CASE WHEN standing.sets_source = 1
  THEN (SELECT rowid FROM source WHERE id = standing.source_id) ELSE hop.source_rowid END`,

    v_article: `
SELECT
  article.id, article.uri, article.title, article.byline, article.publisher, article.published_at,
  article.published_utc, article.language, article.modified_at, article.section, article.decoded_as, article.raw_sha256,
  length(article.text) AS characters,
  (SELECT count(*) FROM claim WHERE article_rowid = article.rowid AND ${isNotRejected('claim.id')})
    + (SELECT count(*) FROM standing WHERE article_id = article.id AND ${IS_ADDED} AND coalesce(verdict, 'accepted') <> 'rejected')
    AS claims,
  (SELECT count(*) FROM claim WHERE article_rowid = article.rowid AND NOT ${isNotRejected('claim.id')})
    + (SELECT count(*) FROM standing WHERE article_id = article.id AND ${IS_ADDED} AND verdict = 'rejected') AS rejected,
  (SELECT count(*) FROM standing WHERE article_id = article.id AND ${IS_ADDED}) AS added,
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

    // Of each role of a claim the spans that stand: the machine's, or those that somebody put in their place.
    v_audit: `
SELECT
  claim.id AS claim_id, article.id AS article_id, article.uri, claim_span.role, claim_span.sequence,
  claim_span.start, claim_span."end", claim_span.text AS stored,
  substr(article.text, claim_span.start + 1, claim_span."end" - claim_span.start) AS found,
  CAST(substr(article.text, claim_span.start + 1, claim_span."end" - claim_span.start) = claim_span.text AS integer) AS agrees,
  article.id AS text_sha256, article.raw_sha256, 'machine' AS origin
FROM claim_span
JOIN claim ON claim.rowid = claim_span.claim_rowid
JOIN article ON article.rowid = claim.article_rowid
LEFT JOIN standing ON standing.claim_id = claim.id
WHERE coalesce(CASE claim_span.role WHEN 'source' THEN standing.sets_source WHEN 'cue' THEN standing.sets_cue
  WHEN 'content' THEN standing.sets_content ELSE standing.sets_addressee END, 0) = 0
UNION ALL
SELECT
  standing.claim_id, article.id, article.uri, span.role, span.sequence, span.start, span."end", span.text,
  substr(article.text, span.start + 1, span."end" - span.start),
  CAST(substr(article.text, span.start + 1, span."end" - span.start) = span.text AS integer),
  article.id, article.raw_sha256, 'editor'
FROM standing_span AS span
JOIN standing ON standing.rowid = span.standing_rowid
JOIN article ON article.id = standing.article_id
WHERE standing.added = 1 OR EXISTS (SELECT 1 FROM claim WHERE claim.id = standing.claim_id)`,

    ...voiceViews({ joined, startNow: hullNow('min', 'start'), isAdded: IS_ADDED }),
    ...acrossViews(),
  }
}
