import { createHash } from 'node:crypto'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { makeFolder } from '../../../test/support/stored-database.ts'
import { readVersion } from '../../run/version.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations/all-migrations.ts'
import { VIEWS } from './views.ts'

/**
 * SHA-256 of the SQL of every migration that a release has: it is never edited, for databases out there have run it. One that
 * is since a version to come has its hash, and its rows below, added when that is released.
 */
const RELEASED = [
  '9081924523af20e62e2812cbcdb58d8814f99e40d66c02c7e4a9b8536b7bed88',
  '1303dde8b8de42f60a73aabfa84a5638bd3477015369575ba93cb6ace1883058',
  'e923030445169e9e64cd3643fe01ddbaf2f37762cf82808a9579e4db97ad7ad3',
  '99b89a46cbbc86206fbe016b96baea13c46378c649a4f4de7d91b37869156097',
  'ce6799b98a1dc2604fc37be98e11b620f7e9ebbd2d9dbaf1afa88b1f89604bd6',
  'dcf23e075a8dfd5b55e8d1a70cf329406b2b4a1639f1125386a8cd55d6baa0d4',
  'de609544e6410604b2a591be19e6a5b30ba752c61804198294edca706468397a',
  'bb2034fd570758eb9f57233db172af5b0a3b44233639ff1420103f3f4a8c3aea',
  '547d9acb1b8557da876a3b0c1ae8acea518026a1250dcb889d46cdc2d3cbe7d0',
  '049365b418ade63cc84f42a0f413323e890d81627ece2878c7c137cbe7703010',
  '6cdda3a911bb114e229a4d9f593a5c91ed44290d1caa5e44e42edb535ffc3427',
  'ce087b170adeeb35170bd1153e6962b6f154e9efada61006b9662ffecbf6b479',
  'f3031a5c2930d6cd40cde6cf37673f00f6c193b1818abc80705fc6e7e9b3dcfb',
  'c7095b271a968a340676f4a7f363234a885b0cb7cef2b94961ad3879ac48b1e7',
]

/** Rows in every table of the first schema: one article with all that hangs on it, one dead letter of each kind. */
const ROWS_OF_1 = `
INSERT INTO run (id, status, note, process, process_started, started_at, ended_at, hearsay, node, libraries, stages, options,
  inputs, done, unchanged, skipped, dead, claims) VALUES
  (1, 'stopped', 'a note', 77, 'boot:1', '2026-01-02T03:04:05.000Z', '2026-01-02T03:04:06.000Z', '0.1.0', '24.10.0',
    '{"wink-nlp":"2.4.0"}', '[{"name":"claims","version":1}]', '{"threads":2}', 6, 1, 1, 2, 2, 2),
  (2, 'finished', NULL, 78, NULL, '2026-02-02T03:04:05.000Z', '2026-02-02T03:04:06.000Z', '0.1.0', '24.10.0',
    '{}', '[{"name":"claims","version":1}]', '{}', 1, 0, 0, 1, 0, 0);
INSERT INTO article (rowid, id, uri, raw_sha256, title, byline, publisher, published_at, published_utc, language, decoded_as, warnings, text) VALUES
  (3, 'text-hash', 'news/a.txt', 'raw-hash', 'A title', 'By Bo', 'The Post', '2026-01-01T12:00:00+02:00',
    '2026-01-01T10:00:00.000Z', 'en', 'windows-1252', '["1 NUL"]', 'Aides said Ms Roy told them no.');
INSERT INTO entity (rowid, id, name, kind) VALUES (5, 'entity-roy', 'Arundhati Roy', 'person');
INSERT INTO source (rowid, id, article_rowid, text, naming, kind, name, name_start, name_end, role, role_start, role_end,
  affiliation, affiliation_start, affiliation_end, number, number_start, number_end, reason, reason_start, reason_end,
  knowledge, knowledge_start, knowledge_end, antecedent_rowid, entity_rowid) VALUES
  (7, 'source-aides', 3, 'Aides', 'unnamed', 'group', NULL, NULL, NULL, 'aides', 0, 5, 'palace', 0, 1, 2, 0, 1,
    'fear', 0, 1, 'were there', 0, 1, NULL, NULL),
  (8, 'source-roy', 3, 'Ms Roy', 'named', 'person', 'Arundhati Roy', 11, 17, NULL, NULL, NULL, NULL, NULL, NULL,
    NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 7, 5);
INSERT INTO source_span VALUES (7, 0, 0, 5, 'Aides'), (8, 0, 11, 17, 'Ms Roy');
INSERT INTO claim (rowid, id, article_rowid, source_rowid, parent_rowid, quotation, act, negated, hedged, confidence, cue_lemma,
  start, end, context_start, context_end, content_text) VALUES
  (11, 'claim-outer', 3, 7, NULL, 'indirect', 'statement', 0, 1, 0.75, 'say', 0, 30, 0, 31, 'Ms Roy told them no'),
  (12, 'claim-inner', 3, 8, 11, 'none', 'denial', 1, 0, 0.5, 'tell', 11, 30, 0, 31, NULL);
INSERT INTO claim_search (rowid, content_text) SELECT rowid, content_text FROM claim WHERE content_text IS NOT NULL;
INSERT INTO claim_span VALUES (11, 'source', 0, 0, 5, 'Aides'), (11, 'cue', 0, 6, 10, 'said'),
  (11, 'content', 0, 11, 30, 'Ms Roy told them no'), (12, 'cue', 0, 18, 22, 'told');
INSERT INTO mention (article_rowid, sequence, start, end, text, type, entity_rowid) VALUES (3, 0, 11, 17, 'Ms Roy', 'person', 5);
INSERT INTO candidate VALUES (3, 0, 18, 22, 'told', 'attributions', 'some-rule', 'no content');
INSERT INTO evidence VALUES (21, 11, NULL, 0, 'attributions', 1, 'verb', '{"reason":"it says so"}'),
  (22, NULL, 7, 0, 'sources', 1, 'as-stated', '{}'), (23, 12, NULL, 0, 'attributions', 1, 'verb', '{}');
INSERT INTO done VALUES (3, 'claims', 1, 0, 1);
INSERT INTO dead_letter VALUES
  (31, 'dead-hash', 'news/b.txt', 'claims', 1, 'timeout', 'took longer than 60 s', 3, 1, '2026-01-02T03:04:05.500Z',
    '{"id":"dead-hash","uri":"news/b.txt","rawSha256":"raw-b","decodedAs":"utf-8","text":"POISON"}'),
  (32, NULL, 'news/c.png', 'read', 1, 'not-text', 'it is a PNG image', 1, 1, '2026-01-02T03:04:05.600Z', NULL);
INSERT INTO skipped VALUES (41, 1, 'news/empty.txt', 'empty'), (42, 1, 'news/link.txt', 'symbolic link'),
  (43, 2, 'news/empty.txt', 'still empty');`

/** What later schemas added columns for. */
const ROWS_OF = [
  ROWS_OF_1,
  `UPDATE source SET rank = 'senior', rank_start = 0, rank_end = 1, granted_by = 'the editor', granted_by_start = 0, granted_by_end = 1 WHERE rowid = 7;
   UPDATE claim SET cited_rowid = 8, corroborated_rowid = 12 WHERE rowid = 11;
   UPDATE mention SET name_start = 14, name_end = 17, chain = 4;`,
  'UPDATE article SET claim_count = 2;',
  `INSERT INTO correction VALUES (51, 'claim-outer', 'rejected', 'Bo Li', 'why', 'eg', '2026-03-01T00:00:00.000Z',
     'text-hash', 'news/a.txt', 'Aides', 'said', 'Ms Roy told them no', 6);`,
  `UPDATE input SET decoded_how = 'gzip+html; charset=utf-8', times = 3 WHERE article_id = 'text-hash'`,
  'UPDATE claim SET relayed_rowid = 8 WHERE rowid = 11;',
  `UPDATE dead_letter SET file = 'news/c.png', form = 'not-text: it is …', times = 5, places = '["news/c.png#L1"]' WHERE id = 32;
   UPDATE input SET form = 'empty', times = 7, places = '["news/link.txt#L1"]' WHERE location = 'news/link.txt';`,
  "UPDATE done SET engine = 'linear', model = '0a1b2c3d4e5f';",
  `UPDATE article SET modified_at = '2026-01-02T12:00:00Z', section = 'World', origins = '{"title":"og:title"}';
   UPDATE input SET modified_at = '2026-01-02T12:00:00Z', section = 'World', origins = '{"title":"og:title"}'
     WHERE article_id = 'text-hash';
   INSERT INTO left_out SELECT id, 0, 'related links', 'More on this' FROM input WHERE article_id = 'text-hash';`,
  `INSERT INTO correction_link VALUES (51, 'a link');
   INSERT INTO seal VALUES (61, 1, 'later', 1, '2026-03-02T00:00:00.000Z', 'run', 1, 'root', 1, 'a link', '[]', 'seal'),
     (62, 2, 'later', 2, '2026-03-02T00:00:00.000Z', 'other run', 0, 'other root', 1, 'a link', '["seal"]', 'other seal');
   INSERT INTO seal_leaf VALUES (71, 61, 'article', 'text-hash', 'digest', 'AA==');`,
  `INSERT INTO standing (rowid, claim_id, article_id, added, verdict, source, note, naming, sets_source, sets_cue, sets_content,
     sets_addressee, cue_text, corrections, corrected_by, corrected_at) VALUES
     (1, 'claim-outer', 'text-hash', 0, 'rejected', 'Bo Li', 'why', 'named', 0, 1, 0, 0, 'said', 1, 'eg', '2026-03-01T00:00:00.000Z');
   INSERT INTO standing_span SELECT rowid, 'cue', 0, 6, 10, 'said' FROM standing;`,
  `INSERT INTO voice VALUES (81, 'voice-roy', 3, 0, 'Arundhati Roy', 'person', 'named', 11, 17, 'Ms Roy', 4, 5, NULL, NULL, NULL,
     NULL, NULL, NULL, 'woman', 0.9, 'unknown', 0, 'unknown', 0, 1, 2, 1, 1, 1);
   INSERT INTO voice_evidence VALUES (81, 0, 'gender', 'woman', 11, 13, 'honorific', 'Ms');
   INSERT INTO voice_claim VALUES (12, 81, 2);`,
  `INSERT INTO voice_correction VALUES (91, 'voice-roy', 'text-hash', 'news/a.txt', 'Arundhati Roy', 11, 17, 'woman', 'celebrity',
     'subject', 'writer', 'the union', 'voice-other', NULL, NULL, 'why', 'eg', '2026-03-01T00:00:00.000Z');
   INSERT INTO voice_correction_link VALUES (91, 'a voice link', 'an entry');
   UPDATE seal SET voice_corrections = 1, voice_corrections_head = 'a voice link' WHERE id = 62;`,
  `UPDATE across_entry SET version = 7 WHERE article_rowid = 3;
   INSERT INTO across_gone VALUES ('gone-hash', 'news/gone.txt');
   INSERT INTO across_holder VALUES (1, 77, 'boot:1');
   INSERT INTO wording VALUES (101, 'digest', 'ms roy told them no', 21.5), (102, 'other', 'roy told them no', 14);
   INSERT INTO wording_anchor VALUES (-7, 101), (-7, 102);
   INSERT INTO wording_tie VALUES (101, 102, 1, 4, 'strong', '[[1,0,4]]');
   INSERT INTO quotation_family VALUES (111, 'family', 1, 1, 1, 1, 'claim-outer', '2026-01-01T10:00:00.000Z',
     '2026-01-01T10:00:00.000Z', 1, 0, 0);
   INSERT INTO quotation_member VALUES ('claim-outer', 3, 101, 111, 0, 'bo li', '2026-01-01T10:00:00.000Z', 'published',
     'indirect', 1, 'negation');
   INSERT INTO quotation_loss VALUES ('claim-gone', 102, NULL, 'bo li', NULL);
   INSERT INTO accusation VALUES ('claim-outer', 3, 'Arundhati Roy', 11, 17, 4, 'accuses', 'it says so');
   INSERT INTO reply VALUES ('claim-outer', 'claim-inner', 3, 3, 'denial', 'accused', 11, 30, 'denies', 'it says so');
   INSERT INTO version_change VALUES (3, 3, 0, 'news/a.txt', NULL, NULL, 'changed', 'content', 'claim-outer', 'claim-inner',
     'no', 'yes');`,
]

it('has the SQL of every released migration as it was released', () => {
  const released = MIGRATIONS.filter(({ since }) => compareVersions(since, readVersion()) <= 0)
  expect(released.map(({ sql }) => createHash('sha256').update(sql).digest('hex'))).toEqual(RELEASED)
})

describe.each(MIGRATIONS.map(({ number }) => number))('a database of schema %i', number => {
  it('has rows in every table to lose', () => {
    const { database } = openFilled(number)
    const empty = tablesOf(database).filter(table => rowsOf(database, table).length === 0)
    expect(empty).toEqual([])
  })

  it('keeps every row and value when it is brought up to date', () => {
    const { database, before } = openFilled(number)
    migrate(database, 'old.db', MIGRATIONS)
    for (const [table, rows] of before) {
      if (table === 'skipped' || table === 'migration') continue
      const after = rowsOf(database, table)
      expect(after, table).toHaveLength(rows.length)
      expect(after, table).toMatchObject(rows)
    }
    expect(database.pragma('foreign_key_check')).toEqual([])
    expect(database.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }])
    expect(database.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length)
  })

  it('finds every article, dead letter and skipped input among the inputs', () => {
    const { database } = openFilled(number)
    migrate(database, 'old.db', MIGRATIONS)
    const inputs =
      'SELECT location, status, reason, article_id, raw_sha256, first_run_id, run_id FROM input ORDER BY uri'
    const none = { article_id: null, raw_sha256: null }
    expect(database.prepare(inputs).all()).toEqual([
      row('news/a.txt', 'done', null, { article_id: 'text-hash', raw_sha256: 'raw-hash' }),
      row('news/b.txt', 'dead', 'timeout: took longer than 60 s', { article_id: 'dead-hash', raw_sha256: 'raw-b' }),
      row('news/c.png', 'dead', 'not-text: it is a PNG image', none),
      { ...row('news/empty.txt', 'skipped', 'still empty', none), run_id: 2 },
      row('news/link.txt', 'skipped', 'symbolic link', none),
    ])
  })

  it('can be read by every view, and searched', () => {
    const { database } = openFilled(number)
    migrate(database, 'old.db', MIGRATIONS)
    const rows = Object.fromEntries(Object.keys(VIEWS).map(name => [name, rowsOf(database, name).length]))
    expect(rows).toMatchObject({ v_claim: 2, v_source: 2, v_anonymous: 1, v_article: 1, v_audit: 4, v_version: 1 })
    expect(database.prepare("SELECT rowid FROM claim_search WHERE claim_search MATCH 'roy'").pluck().all()).toEqual([
      11,
    ])
    expect(() => database.exec("INSERT INTO claim_search (claim_search) VALUES ('integrity-check')")).not.toThrow()
  })
})

it('takes the engines of runs before from their options', () => {
  const { database } = openFilled(7)
  database.exec(`INSERT INTO run (id, status, started_at, hearsay, node, libraries, stages, options, process)
      SELECT id + 10, 'finished', started_at, hearsay, node, libraries, stages, CASE id WHEN 1 THEN '{"rules":true,"model":null}'
      ELSE '{"rules":false,"model":"0a1b"}' END, process FROM run;
    INSERT INTO done VALUES (3, 'attributions', 6, 1, 11), (3, 'attributions', 11, 2, 12), (3, 'tokens', 3, 3, 12)`)
  migrate(database, 'old.db', MIGRATIONS)
  expect(
    database.prepare('SELECT stage, engine, model FROM done WHERE run_id > 10 ORDER BY sequence').raw().all(),
  ).toEqual([
    ['attributions', 'rules', ''],
    ['attributions', 'linear', '0a1b'],
    ['tokens', '', ''],
  ])
})

it('takes what an only place says from its article, and says nothing of several', () => {
  const { database } = openFilled(8)
  database.exec(`INSERT INTO article (id, uri, raw_sha256, title, decoded_as, warnings, text)
      VALUES ('twice', 'news/x.txt', 'raw-x', 'One of two', 'utf-8', '[]', 'Twice.');
    INSERT INTO input (location, uri, status, article_id) VALUES ('news/x.txt', 'news/x.txt', 'done', 'twice'),
      ('news/y.txt', 'news/y.txt', 'done', 'twice')`)
  migrate(database, 'old.db', MIGRATIONS)
  const told = `SELECT location, title, byline, publisher, published_at, published_utc, language, origins FROM input
    WHERE status = 'done' ORDER BY location`
  const nothing = [null, null, null, null, null, null, null]
  expect(database.prepare(told).raw().all()).toEqual([
    ['news/a.txt', 'A title', 'By Bo', 'The Post', '2026-01-01T12:00:00+02:00', '2026-01-01T10:00:00.000Z', 'en', '{}'],
    ['news/x.txt', ...nothing],
    ['news/y.txt', ...nothing],
  ])
})

it('has rows for every released schema', () => {
  expect(ROWS_OF).toHaveLength(RELEASED.length)
})

/** Below 0 where the first comes before the other. */
function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map(text => text.split('.').map(Number)) as [number[], number[]]
  const place = a.findIndex((number, index) => number !== b[index])
  return place < 0 ? 0 : (a[place] as number) - (b[place] as number)
}

type Row = Readonly<Record<string, unknown>>

function row(location: string, status: string, reason: string | null, rest: Row): Row {
  return { location, status, reason, ...rest, first_run_id: 1, run_id: 1 }
}

/** A database as the release of that schema left it, and all that was in it. */
function openFilled(number: number) {
  const database = new Database(join(makeFolder(), 'old.db'))
  onTestFinished(() => void database.close())
  database.pragma('foreign_keys = ON')
  // Step by step, as its owner would have upgraded: rows of the first schema pass through every later one.
  for (let schema = 1; schema <= number; schema += 1) {
    // What is done with rows afterwards relies on the newest schema.
    const isNewest = schema === MIGRATIONS.length
    migrate(
      database,
      'old.db',
      MIGRATIONS.slice(0, schema).map(({ afterwards, ...own }) =>
        isNewest && afterwards !== undefined ? { ...own, afterwards } : own,
      ),
    )
    database.exec(ROWS_OF[schema - 1] ?? '')
  }
  return { database, before: new Map(tablesOf(database).map(table => [table, rowsOf(database, table)])) }
}

function tablesOf(database: Database.Database): string[] {
  const tables = database
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .pluck()
    .all()
  // The parts of the full-text index; it is searched instead.
  return tables.filter(table => !/^(claim_search|standing_search|sqlite_)/.test(table))
}

function rowsOf(database: Database.Database, table: string): Row[] {
  return (database.prepare(`SELECT * FROM ${table}`).all() as Row[]).map(columns => ({ ...columns }))
}
