/*
 * How Datasette shows a bundle. Up to 0.65 all stands in metadata.json; from 1.0 saved queries and facets are
 * configuration, in datasette.json. Each version passes over what is not its own, so a bundle has both.
 */

const TABLES = {
  v_claim: {
    title: 'Claims',
    description: 'One flat row a claim: who said what, by which words, in which article, and where.',
    facets: ['naming', 'act', 'quotation', 'kind', 'publisher'],
    size: 50,
    columns: {
      source: 'The words that name who says it',
      name: 'Who that is, where it is known',
      naming: 'named, unnamed (a role or group), anonymous (identity is withheld) or unstated',
      cue: 'The words that attribute',
      content: 'What is attributed; parts are joined with …',
      act: 'What kind of cue',
      negated: '1 where the source is said not to have said it',
      hedged: '1 where it is only possible, or still to come, that the source says it',
      quotation: 'Whether the content stands in quotation marks: direct, mixed, indirect, none',
      confidence: 'How sure Hearsay is, from 0 to 1',
      status: 'rejected only where somebody rejected it',
      start: 'Offset of its first character in the article, in Unicode code points',
      end: 'Offset behind its last character',
    },
  },
  v_anonymous: {
    title: 'Ledger of sources without a name',
    description:
      'One row for each unnamed or anonymous source and article, with the reason given and the claims that rest on it.',
    facets: ['naming', 'publisher', 'number'],
  },
  v_source: { title: 'Sources', facets: ['naming', 'kind'] },
  v_article: { title: 'Articles', facets: ['publisher', 'language'] },
  v_audit: { title: 'Every span beside the words that stand there', facets: ['role', 'agrees'] },
  v_version: { title: 'Versions of articles under one address' },
  v_chain: { title: 'From who knows it at first hand to the article' },
  v_person: {
    title: 'People whom articles name, quoted or not',
    facets: ['gender', 'source_type', 'function', 'publisher'],
    columns: {
      mention: 'The words of the first full mention',
      mentions: 'How often the article mentions them, by name or pronoun',
      gender: 'As the text gives it, which is no statement about the person: woman, man, nonbinary or unknown',
      gender_evidence: 'The words that it rests on, with what each speaks for',
      source_type: 'What they are, in the classes of the Global Media Monitoring Project',
      function: 'What they are in the article for',
      claims: 'How many claims are theirs, but for beliefs, intentions and feelings',
      quoted_words: 'Words of these that stand in quotation marks',
      first_voice: '1 where the first claim of the article that has a voice is theirs',
      last_voice: '1 where the last one is',
    },
  },
  v_voice: {
    title: 'Who says something in an article: people, bodies, groups, documents',
    facets: ['gender', 'source_type', 'function', 'naming', 'kind'],
  },
  v_voice_corrected: { title: 'What people say of voices and did not take back' },
  v_quotation_family: {
    title: 'Quotations that several articles have, with who had them first',
    facets: ['speakers_differ', 'meaning_differs'],
  },
  v_variant: { title: 'Their claims, each in its wording', facets: ['quotation', 'differs'] },
  v_reply: { title: 'Accusations, each with what answers it', facets: ['kind', 'replier'] },
  v_version_change: { title: 'What changed between versions of an article', facets: ['change', 'field', 'noted'] },
  v_left_out: { title: 'Passages that stood beside an article and are no part of it', facets: ['reason'] },
  article: { label_column: 'title' },
  claim: { label_column: 'content_text' },
  source: { label_column: 'text' },
  entity: { label_column: 'name', facets: ['kind'] },
  candidate: { title: 'Considered and rejected, with the reason', facets: ['stage', 'rule'] },
  correction: { title: 'What people said of claims', facets: ['verdict', 'corrected_by'] },
  voice_correction: { title: 'What people said of voices', facets: ['gender', 'source_type', 'corrected_by'] },
  voice_correction_link: { title: 'The chain of corrections of voices' },
  seal: { title: 'Digests of what each run wrote, chained', facets: ['kind'] },
  seal_leaf: { title: 'Digest of each article, input and failure, by seal', facets: ['kind'] },
  correction_link: { title: 'The chain of corrections' },
  dead_letter: { title: 'What failed', facets: ['kind', 'stage'] },
  run: { title: 'Runs, with all versions' },
} as const

const QUERIES = {
  search: {
    title: 'Claims whose content has these words',
    sql: `SELECT v_claim.name, v_claim.source, v_claim.negated, v_claim.cue, v_claim.content, v_claim.uri, v_claim.id
FROM claim_search JOIN claim ON claim.rowid = claim_search.rowid JOIN v_claim ON v_claim.id = claim.id
WHERE claim_search MATCH :words ORDER BY claim_search.rank LIMIT 100`,
  },
  said_by: {
    title: 'Everything that somebody said, by time',
    sql: `SELECT published_utc, negated, cue, content, act, uri, id FROM v_claim
WHERE name = :name AND status = 'accepted' ORDER BY published_utc, uri, start LIMIT 500`,
  },
  most_cited: {
    title: 'Who is cited most',
    sql: `SELECT name, kind, count(*) AS claims, count(DISTINCT article_id) AS articles FROM v_claim
WHERE name IS NOT NULL AND status = 'accepted' GROUP BY name, kind ORDER BY claims DESC, name LIMIT 100`,
  },
  lone_anonymous: {
    title: 'Claims that rest on an anonymous source alone',
    description: 'No named source of the same article says the same.',
    sql: `SELECT source, reason, claims, uri FROM v_anonymous
WHERE naming = 'anonymous' AND claims > corroborated ORDER BY claims DESC, uri LIMIT 500`,
  },
  denials_and_accusations: {
    title: 'Denials and accusations',
    sql: `SELECT act, name, source, cue, content, published_utc, uri, id FROM v_claim
WHERE act IN ('denial', 'accusation') AND negated = 0 AND status = 'accepted' ORDER BY published_utc DESC, uri, start LIMIT 500`,
  },
  naming_by_publisher: {
    title: 'How publishers name their sources',
    sql: `SELECT publisher, naming, count(*) AS claims FROM v_claim
WHERE status = 'accepted' GROUP BY publisher, naming ORDER BY publisher, claims DESC`,
  },
  in_context: {
    title: 'A claim in its sentences, with what stands there checked',
    sql: `SELECT v_claim.context, v_audit.role, v_audit.start, v_audit.end, v_audit.stored, v_audit.found, v_audit.agrees
FROM v_audit JOIN v_claim ON v_claim.id = v_audit.claim_id
WHERE v_audit.claim_id = :claim ORDER BY v_audit.start`,
  },
} as const

export const DATASETTE_METADATA = {
  title: 'Claims in the news',
  description:
    'Who said what, by which words, and where exactly. It says what an article attributes to whom, not whether it is true.',
  databases: { hearsay: { tables: TABLES, queries: QUERIES } },
}

const CONFIGURED = ['facets', 'label_column', 'size']

export const DATASETTE_CONFIGURATION = {
  databases: {
    hearsay: {
      queries: QUERIES,
      tables: Object.fromEntries(
        Object.entries(TABLES).map(([table, settings]) => [
          table,
          Object.fromEntries(Object.entries(settings).filter(([setting]) => CONFIGURED.includes(setting))),
        ]),
      ),
    },
  },
}
