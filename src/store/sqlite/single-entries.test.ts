import { join } from 'node:path'
import { expect, it } from 'vitest'
import { failedAlike } from '../../../test/support/failed-alike.ts'
import { changeDatabase } from '../../../test/support/machine.ts'
import { CONFIGURATION, makeFolder, NO_COUNTS, readUntilTestEnds } from '../../../test/support/stored-database.ts'
import { findDeadLetters, findInputs } from '../queries/runs.ts'
import { migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations/all-migrations.ts'
import { SqliteStore } from './sqlite-store.ts'

/** What the last schema that had a row for each entry kept of a file of four lines, and of a file that is no text. */
const ROWS = `
INSERT INTO run (id, status, process, started_at, ended_at, hearsay, node, libraries, stages, options,
  inputs, done, unchanged, skipped, dead, claims) VALUES
  (1, 'finished', 77, '2026-01-02T03:04:05.000Z', '2026-01-02T03:04:06.000Z', '0.1.0', '24.10.0', '{}', '[]', '{}',
    5, 1, 0, 1, 3, 0);
INSERT INTO article (id, uri, raw_sha256, decoded_as, warnings, text)
  VALUES ('text-hash', 'wire.jsonl#L4', 'raw', 'utf-8', '[]', 'Aides said no.');
INSERT INTO dead_letter (uri, stage, version, kind, error, attempts, run_id, failed_at) VALUES
  ('wire.jsonl#L1', 'read', 1, 'no-text', 'it has no text', 1, 1, '2026-01-02T03:04:05.500Z'),
  ('wire.jsonl#L2', 'read', 1, 'no-text', 'it has no text', 2, 1, '2026-01-02T03:04:05.500Z'),
  ('c.png', 'read', 1, 'not-text', 'it is a PNG image', 1, 1, '2026-01-02T03:04:05.500Z');
INSERT INTO input (location, uri, status, reason, article_id, first_run_id, run_id) VALUES
  ('wire.jsonl#L1', 'wire.jsonl#L1', 'dead', 'no-text: it has no text', NULL, 1, 1),
  ('wire.jsonl#L2', 'wire.jsonl#L2', 'dead', 'no-text: it has no text', NULL, 1, 1),
  ('wire.jsonl#L3', 'wire.jsonl#L3', 'skipped', 'empty', NULL, 1, 1),
  ('wire.jsonl#L4', 'wire.jsonl#L4', 'done', NULL, 'text-hash', 1, 1),
  ('c.png', 'c.png', 'dead', 'not-text: it is a PNG image', NULL, 1, 1);`

/** Such a database, opened by this release, with a run that met the article again and balanced when it ended. */
async function readAfter(isToEnd: boolean) {
  const path = join(makeFolder(), 'old.db')
  changeDatabase(path, database => {
    migrate(database, path, MIGRATIONS.slice(0, 6))
    database.exec(ROWS)
  })
  const store = SqliteStore.open(path)
  const run = store.startRun(CONFIGURATION)
  const dead = failedAlike('wire.jsonl', 2)
  const origin = {
    location: 'wire.jsonl#L4',
    uri: 'wire.jsonl#L4',
    rawSha256: null,
    decodedHow: null,
    retrievedAt: null,
  }
  store.write(run, {
    records: [],
    dead: [dead],
    skipped: [],
    inputs: [{ articleId: 'text-hash', origin }],
    read: [{ file: 'wire.jsonl', forms: ['no-text'], isToEnd }],
  })
  store.endRun(run, 'finished', { ...NO_COUNTS, inputs: 3, unchanged: 1, dead: 2 })
  store.close()
  const { database } = readUntilTestEnds(path)
  const letters = await findDeadLetters(database)
  const inputs = await findInputs(database)
  return {
    letters: letters.map(({ uri, file, times, attempts }) => [uri, file, times, attempts]),
    inputs: inputs.map(({ uri, status, times, run_id }) => [uri, status, times, run_id]).toSorted(),
  }
}

it('rows of single entries from before end in the run that reads their file to its end', async () => {
  expect(await readAfter(true)).toEqual({
    letters: [
      ['c.png', null, 1, 1],
      ['wire.jsonl#L1', 'wire.jsonl', 2, 1],
    ],
    inputs: [
      ['c.png', 'dead', 1, 1],
      ['wire.jsonl#L1', 'dead', 2, 2],
      ['wire.jsonl#L4', 'done', 1, 2],
    ],
  })
})

it('rows of single entries from before stay, with one attempt more, where reading broke off', async () => {
  const { letters, inputs } = await readAfter(false)
  expect(letters.toSorted()).toEqual([
    ['c.png', null, 1, 1],
    ['wire.jsonl#L1', 'wire.jsonl', 1, 2],
    ['wire.jsonl#L1', 'wire.jsonl', 2, 1],
    ['wire.jsonl#L2', 'wire.jsonl', 1, 3],
  ])
  expect(inputs).toHaveLength(6)
})
