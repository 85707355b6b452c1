import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readContent } from '../../../test/support/database-content.ts'
import { failedAlike, skippedAlike } from '../../../test/support/failed-alike.ts'
import { storeMachine } from '../../../test/support/machine.ts'
import { makeFolder, readUntilTestEnds } from '../../../test/support/stored-database.ts'
import { mergeFiles } from '../sqlite/merge/merge-files.ts'
import { SqliteStagingTarget } from '../sqlite/merge/sqlite-staging-target.ts'
import { copyStore } from './copy-store.ts'

/** One file on two machines, which on the second day has other lines that fail, and files that only one has. */
const NORTH = {
  on: '2026-01-01',
  dead: [failedAlike('wire.jsonl', 50), failedAlike('north.jsonl', 3)],
  skipped: [skippedAlike('wire.jsonl', 12, 60)],
}
const SOUTH = {
  on: '2026-01-02',
  dead: [failedAlike('wire.jsonl', 47, 4), failedAlike('south.jsonl', 100_000)],
  skipped: [skippedAlike('wire.jsonl', 2, 60)],
}

async function copy(from: string, into: string): Promise<void> {
  const target = SqliteStagingTarget.open(into)
  try {
    await copyStore(readUntilTestEnds(from).database, target)
  } finally {
    await target.close()
  }
}

it.each<[string, (path: string, into: string) => Promise<unknown>]>([
  ['merging', (path, into) => mergeFiles([path], into)],
  ['copying', copy],
])(
  '%s keeps the count and places of entries that failed alike, and of the same those of the later run',
  async (_, take) => {
    const [north, south] = [storeMachine(NORTH), storeMachine(SOUTH)]
    for (const paths of [
      [north, south],
      [south, north, south],
    ]) {
      const into = join(makeFolder(), 'all.db')
      for (const path of paths) await take(path, into)
      const reader = readUntilTestEnds(into)
      const { letters, inputs } = await readContent(reader.database)
      const kept = [...SOUTH.dead, ...NORTH.dead.slice(1)]
      expect(letters).toHaveLength(kept.length)
      expect(letters).toEqual(
        expect.arrayContaining(
          kept.map(({ uri, entries }) =>
            expect.objectContaining({
              uri,
              file: entries?.file,
              form: entries?.form,
              times: entries?.times,
              places: JSON.stringify(entries?.places),
              attempts: 1,
            }),
          ),
        ),
      )
      const rows = [
        ...kept.map(one => ({ ...one, status: 'dead' })),
        ...SOUTH.skipped.map(one => ({ ...one, status: 'skipped' })),
      ]
      expect(inputs).toHaveLength(rows.length)
      expect(inputs).toEqual(
        expect.arrayContaining(
          rows.map(({ uri, status, entries }) =>
            expect.objectContaining({
              uri,
              status,
              location: entries?.file,
              times: entries?.times,
              places: JSON.stringify(entries?.places),
            }),
          ),
        ),
      )
      expect(await reader.checkIntegrity()).toEqual([])
    }
  },
)
