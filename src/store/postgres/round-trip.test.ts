import { join } from 'node:path'
import fc from 'fast-check'
import pg from 'pg'
import { expect, it, onTestFinished } from 'vitest'
import { describePostgres } from '../../../test/postgres/describe-postgres.ts'
import { anyRecord, anyText, anyTold } from '../../../test/support/any-record.ts'
import { collect } from '../../../test/support/collect.ts'
import { failedAlike, skippedAlike } from '../../../test/support/failed-alike.ts'
import { CONFIGURATION, makeFolder } from '../../../test/support/stored-database.ts'
import type { ArticleRecord } from '../../domain/record.ts'
import { TOLD_COLUMNS } from '../rows/told-columns.ts'
import { openForReading } from '../sqlite/open-for-reading.ts'
import { SqliteStore } from '../sqlite/sqlite-store.ts'
import type { Batch, DeadLetter, InputOrigin } from '../store.ts'
import { clientConfig } from './connection/client-config.ts'
import { PostgresStore } from './postgres-store.ts'

/**
 * Everything that two stores must have in common, in SQL that both understand: the views, and of the tables all but the
 * numbers that a store gives out itself and the times at which it wrote.
 */
const QUESTIONS: readonly string[] = [
  ...['v_claim', 'v_source', 'v_anonymous', 'v_article', 'v_audit', 'v_chain', 'v_left_out', 'v_person', 'v_voice'].map(
    view => `SELECT * FROM ${view}`,
  ),
  'SELECT uri, versions, article_id FROM v_version',
  `SELECT article.id, article.warnings, article.claim_count, mention.sequence, mention.start, mention."end",
     mention.text, mention.type, mention.name_start, mention.name_end, mention.chain, entity.id AS entity
   FROM article LEFT JOIN mention ON mention.article_rowid = article.rowid
   LEFT JOIN entity ON entity.rowid = mention.entity_rowid`,
  `SELECT article.id, candidate.sequence, candidate.start, candidate."end", candidate.text, stage, rule, reason
   FROM candidate JOIN article ON article.rowid = article_rowid`,
  `SELECT claim.id AS claim, source.id AS source, evidence.sequence, stage, version, rule, detail FROM evidence
   LEFT JOIN claim ON claim.rowid = claim_rowid LEFT JOIN source ON source.rowid = evidence.source_rowid`,
  `SELECT claim.id, cited.id AS cited, relayed.id AS relayed, other.id AS corroborated FROM claim
   LEFT JOIN source AS cited ON cited.rowid = claim.cited_rowid
   LEFT JOIN source AS relayed ON relayed.rowid = claim.relayed_rowid
   LEFT JOIN claim AS other ON other.rowid = claim.corroborated_rowid`,
  `SELECT source.id, source_span.sequence, source_span.start, source_span."end", source_span.text
   FROM source_span JOIN source ON source.rowid = source_rowid`,
  `SELECT voice.id, article.id AS article, sequence, voice.name, voice.kind, naming, start, "end", voice.text, chain, entity.id AS entity,
     role, role_start, role_end, affiliation, affiliation_start, affiliation_end, gender, gender_confidence, source_type,
     source_type_confidence, function, function_confidence, claims, quoted_words, first_voice, last_voice, mentions
   FROM voice JOIN article ON article.rowid = article_rowid LEFT JOIN entity ON entity.rowid = entity_rowid`,
  `SELECT voice.id, evidence.sequence, field, value, evidence.start, evidence."end", rule, reason
   FROM voice_evidence AS evidence LEFT JOIN voice ON voice.rowid = voice_rowid`,
  `SELECT voice.id AS voice, claim.id AS claim, voice_claim.quoted_words FROM voice_claim
   LEFT JOIN voice ON voice.rowid = voice_rowid LEFT JOIN claim ON claim.rowid = claim_rowid`,
  'SELECT article.id, stage, version, sequence, run_id FROM done JOIN article ON article.rowid = article_rowid',
  'SELECT id, name, kind FROM entity',
  'SELECT article_id, uri, stage, version, kind, error, attempts, run_id, article, file, form, times, places FROM dead_letter',
  `SELECT location, uri, raw_sha256, decoded_how, status, reason, article_id, first_run_id, run_id, times, form, places,
     ${TOLD_COLUMNS.join(', ')} FROM input`,
  'SELECT id, status, hearsay, libraries, stages, done, skipped, dead, claims FROM run',
  'SELECT count(*) AS indexed FROM claim_search_docsize',
  // `substr` counts the characters that offsets count.
  `SELECT article.id, substr(article.text, part.start + 1, part."end" - part.start) AS found, part.text
   FROM (SELECT article_rowid, start, "end", text FROM mention
         UNION ALL SELECT article_rowid, start, "end", text FROM candidate
         UNION ALL SELECT article_rowid, claim_span.start, claim_span."end", claim_span.text
           FROM claim_span JOIN claim ON claim.rowid = claim_rowid) AS part
   JOIN article ON article.rowid = part.article_rowid WHERE article.id <> ''`,
]

const place = fc.constantFrom('a.txt', 'b.txt', 'c.jsonl#L1')
const origin: fc.Arbitrary<InputOrigin> = place.map(location => ({
  ...{ location, uri: `https://news.example/${location}`, rawSha256: null },
  ...{ decodedHow: 'text; charset=utf-8', retrievedAt: '2026-06-01T10:00:00Z' },
}))

const file = fc.constantFrom('a.txt', 'c.jsonl', 'd.jsonl')
const entries = fc.tuple(file, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 9 }))

/** A batch as a run may bring it: articles known and new, failures, inputs passed over, files read whole or in part. */
function anyBatch(records: readonly ArticleRecord[]): fc.Arbitrary<Batch> {
  const some = fc.subarray([...records])
  const stage = { stage: 'claims', stageVersion: 1, kind: 'timeout', error: 'took long' }
  const letter: fc.Arbitrary<DeadLetter> = fc.oneof(
    fc
      .constantFrom(...records)
      .map(({ article }): DeadLetter => ({ ...stage, articleId: article.id, uri: article.uri, article })),
    origin.map((from): DeadLetter => ({ ...stage, articleId: null, uri: from.uri, article: null, origin: from })),
    entries.map(([file, times, first]) => failedAlike(file, times, first)),
  )
  return fc.record({
    records: some,
    dead: fc.array(letter, { maxLength: 2 }),
    skipped: fc.array(
      fc.oneof(
        origin.map(from => ({ uri: from.uri, reason: 'empty', origin: from })),
        entries.map(([file, times, first]) => skippedAlike(file, times, first)),
      ),
      { maxLength: 2 },
    ),
    read: fc.uniqueArray(
      fc.record({ file, forms: fc.subarray(['', 'no-text', 'skipped: empty']), isToEnd: fc.boolean() }),
      { maxLength: 2, selector: ({ file }) => file },
    ),
    inputs: fc.array(
      fc.record({
        articleId: fc.constantFrom(...records.map(({ article }) => article.id)),
        origin,
        told: fc.option(anyTold, { nil: undefined }),
      }),
      { maxLength: 4 },
    ),
  })
}

/** Records of different articles, and batches of them. */
const anyBatches = fc
  .uniqueArray(anyText, { minLength: 1, maxLength: 3 })
  .chain(texts => fc.tuple(...texts.map(anyRecord)))
  .chain(records => fc.array(anyBatch(records), { minLength: 1, maxLength: 4 }))

describePostgres('what is written through both stores', server => {
  it('reads back equal, to the last column', async () => {
    const path = join(makeFolder(), 'claims.db')
    const url = await server().createDatabase()
    const [sqlite, postgres] = [SqliteStore.open(path), await PostgresStore.open(url)]
    const runs = [sqlite.startRun(CONFIGURATION), await postgres.startRun(CONFIGURATION)] as const
    const reader = openForReading(path)
    const client = new pg.Client(clientConfig(url))
    await client.connect()
    onTestFinished(async () => {
      await client.end()
      await reader.close()
      await postgres.close()
      sqlite.close()
    })
    await fc.assert(
      fc.asyncProperty(anyBatches, async batches => {
        for (const batch of batches) {
          sqlite.write(runs[0], batch)
          await postgres.write(runs[1], batch)
        }
      }),
      { numRuns: 40 },
    )
    for (const question of QUESTIONS) {
      const { columns, rows } = await reader.select(question)
      const here = (await collect(rows)).map(row => JSON.stringify(row)).sort()
      const answer = await client.query<Record<string, unknown>>(question)
      const there = answer.rows.map(row => JSON.stringify(columns.map(name => row[name]))).sort()
      expect(there, question).toEqual(here)
      expect(here.length, question).toBeGreaterThan(0)
    }
  })
})
