import { listedActs } from '../../domain/listed-acts.ts'
import { VOICE_CORRECTED } from './voice-corrected-view.ts'

/** What other views have of corrections, and what the stores say in words of their own. */
export interface VoiceViewParts {
  /** The texts that the expression gives for the rows, in the order of `sequence` and joined with `; `. */
  readonly joined: (expression: string, rows: string) => string
  /** Where a corrected claim starts. */
  readonly startNow: string
  /** Whether a standing is that of a claim which the ledger alone has. */
  readonly isAdded: string
}

const LISTED = listedActs()
  .map(act => `'${act}'`)
  .join(', ')
const COUNTS = (act: string) => `coalesce(standing.verdict, 'accepted') <> 'rejected' AND ${act} IN (${LISTED})`

/** Whether a correction says something of who says it. */
const IS_GIVEN_AWAY = '(standing.source IS NOT NULL OR standing.naming IS NOT NULL OR standing.sets_source = 1)'
const VOICE_OF_NAME = (article: string, name: string) =>
  `(SELECT rowid FROM voice WHERE article_rowid = ${article} AND name = ${name} ORDER BY sequence LIMIT 1)`
/** Whose the words of a source are: that of another claim with the same words, or who has its name. */
const VOICE_OF_WORDS = `(SELECT coalesce(
    (SELECT other.voice_rowid FROM claim AS others JOIN voice_claim AS other ON other.claim_rowid = others.rowid
      WHERE others.source_rowid = source.rowid ORDER BY others.rowid LIMIT 1),
    ${VOICE_OF_NAME('source.article_rowid', 'source.name')}) FROM source WHERE source.id = standing.source_id)`
/** The voice that a claim was given to; none where the article has no voice of that name or with these words. */
const GIVEN_TO = (article: string) => `CASE
    WHEN standing.naming = 'named' AND standing.source IS NOT NULL THEN ${VOICE_OF_NAME(article, 'standing.source')}
    WHEN standing.source_id IS NOT NULL THEN ${VOICE_OF_WORDS} END`

/**
 * Whose a claim is after corrections, for a row of `standing` that it may have; null where it is nobody's of the article.
 *
 * @param own column of the voice that the machine gave it
 */
export const voiceNow = (article: string, own: string) => `CASE
    WHEN standing.claim_id IS NULL OR NOT ${IS_GIVEN_AWAY} THEN ${own}
    WHEN standing.naming <> 'named' AND standing.sets_source = 0
      THEN (SELECT rowid FROM voice WHERE rowid = ${own} AND name IS NULL)
    ELSE ${GIVEN_TO(article)} END`

/** The same of a claim that somebody added. */
export const voiceOfAdded = (article: string) => GIVEN_TO(article)

/**
 * Who gets a voice, and every person whom an article names, with what corrections of claims leave to each: a rejected claim
 * is nobody's, and one whose source was corrected is that of whom it was given to. Where an article has corrections all of
 * its claims are counted anew; elsewhere what was counted when it was written holds.
 *
 * CROSS JOIN keeps SQLite at the few corrected articles, where it would go through all claims; and it looks rows up in
 * `counted` by an index only where the number there has a type, which an expression has not.
 */
export function voiceViews({ joined, startNow, isAdded }: VoiceViewParts): Readonly<Record<string, string>> {
  const evidence = joined(
    `evidence.value || ': ' || coalesce(substr(article.text, evidence.start + 1, evidence."end" - evidence.start), evidence.reason)`,
    `voice_evidence AS evidence WHERE evidence.voice_rowid = voice.rowid AND evidence.field = 'gender'`,
  )
  const select = `
WITH touched (article_rowid) AS (
  SELECT article.rowid FROM (SELECT DISTINCT article_id FROM standing) AS corrected
  CROSS JOIN article WHERE article.id = corrected.article_id
), said (article_rowid, voice_rowid, start, claim_id, quoted_words) AS (
  SELECT claim.article_rowid,
    ${voiceNow('claim.article_rowid', 'own.voice_rowid')},
    ${startNow}, claim.id, coalesce(own.quoted_words, 0)
  FROM touched
  CROSS JOIN claim
  LEFT JOIN voice_claim AS own ON own.claim_rowid = claim.rowid
  LEFT JOIN standing ON standing.claim_id = claim.id
  WHERE claim.article_rowid = touched.article_rowid AND ${COUNTS('coalesce(standing.act, claim.act)')}
  UNION ALL
  SELECT article.rowid, ${voiceOfAdded('article.rowid')}, standing.start, standing.claim_id, 0
  FROM standing JOIN article ON article.id = standing.article_id
  WHERE ${isAdded} AND ${COUNTS("coalesce(standing.act, 'statement')")}
), placed (voice_rowid, quoted_words, place, places) AS (
  SELECT voice_rowid, quoted_words, row_number() OVER (PARTITION BY article_rowid ORDER BY start, claim_id),
    count(*) OVER (PARTITION BY article_rowid)
  FROM said WHERE voice_rowid IS NOT NULL
), counted (voice_rowid, claims, quoted_words, first_voice, last_voice) AS (
  SELECT CAST(voice_rowid AS bigint), CAST(count(*) AS integer), CAST(sum(quoted_words) AS integer),
    max(CASE WHEN place = 1 THEN 1 ELSE 0 END), max(CASE WHEN place = places THEN 1 ELSE 0 END)
  FROM placed GROUP BY voice_rowid
)
SELECT
  article.id AS article_id, article.uri AS article_uri, article.title, article.publisher, article.section, article.byline,
  article.published_at, article.published_utc, voice.id AS voice_id, voice.name, voice.kind, voice.naming,
  voice.text AS mention, voice.start, voice."end", voice.mentions,
  (SELECT id FROM entity WHERE rowid = voice.entity_rowid) AS entity_id,
  ${saidText('role')} AS role, ${saidText('affiliation')} AS affiliation,
  ${LABELS.gender}, ${evidence} AS gender_evidence, ${LABELS.source_type}, ${LABELS.function},
  ${now('claims')} AS claims, ${now('quoted_words')} AS quoted_words,
  ${now('first_voice')} AS first_voice, ${now('last_voice')} AS last_voice,
  CASE WHEN voice.naming IN ('unnamed', 'anonymous') THEN
    (SELECT source.reason FROM voice_claim AS own JOIN claim ON claim.rowid = own.claim_rowid
      JOIN source ON source.rowid = claim.source_rowid
      WHERE own.voice_rowid = voice.rowid AND source.reason IS NOT NULL ORDER BY claim.start, claim.id LIMIT 1) END AS reason,
  corrected.corrected_by, corrected.corrected_at, corrected.note,
  voice.role AS machine_role, voice.affiliation AS machine_affiliation, voice.gender AS machine_gender,
  voice.source_type AS machine_source_type, voice.function AS machine_function
FROM voice
JOIN article ON article.rowid = voice.article_rowid
LEFT JOIN touched ON touched.article_rowid = voice.article_rowid
LEFT JOIN counted ON counted.voice_rowid = voice.rowid
LEFT JOIN v_voice_corrected AS corrected ON corrected.voice_id = voice.id`
  return {
    // What people say of voices.
    v_voice_corrected: VOICE_CORRECTED,

    // Every person whom an article names, whether quoted or not.
    v_person: `${select} WHERE voice.kind = 'person' AND voice.name IS NOT NULL`,

    // Whoever says something in an article.
    v_voice: `${select} WHERE ${now('claims')} > 0`,
  }
}

/** A label of a voice with its confidence, as somebody says it or else as it was judged. */
const said = (column: 'gender' | 'source_type' | 'function') =>
  `coalesce(corrected.${column}, voice.${column}) AS ${column},
  CASE WHEN corrected.${column} IS NULL THEN voice.${column}_confidence ELSE 1.0 END AS ${column}_confidence`
const LABELS = { gender: said('gender'), source_type: said('source_type'), function: said('function') }

/** The same of what is told in words; an empty text says that there is none. */
function saidText(column: 'role' | 'affiliation'): string {
  return `CASE WHEN corrected.${column} IS NULL THEN voice.${column} ELSE nullif(corrected.${column}, '') END`
}

/** As it was counted when the article was written, or after its corrections. */
function now(column: 'claims' | 'quoted_words' | 'first_voice' | 'last_voice'): string {
  return `CASE WHEN touched.article_rowid IS NULL THEN voice.${column} ELSE coalesce(counted.${column}, 0) END`
}
