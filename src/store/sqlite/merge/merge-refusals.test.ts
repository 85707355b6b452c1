import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { changeDatabase, storeMachine } from '../../../../test/support/machine.ts'
import { CONFIGURATION, makeFolder } from '../../../../test/support/stored-database.ts'
import { makeVariety } from '../../../../test/support/variety.ts'
import type { ArticleRecord } from '../../../domain/record.ts'
import { SqliteStore } from '../sqlite-store.ts'
import { mergeFiles } from './merge-files.ts'

const [TALKS, SUMS] = makeVariety() as [ArticleRecord, ArticleRecord]

async function mergeAll(path: string): Promise<string> {
  const into = join(makeFolder(), 'all.db')
  await mergeFiles([path], into)
  return into
}

describe('what cannot be merged', () => {
  const sound = () => storeMachine({ on: '2026-01-01', records: [TALKS] })

  it.each([
    ['is missing', () => join(makeFolder(), 'gone.db'), /^There is no database at .*gone\.db/, 4],
    ['is no database', () => writeIn('prose '.repeat(50)), /is no database/, 4],
    ['is newer', () => changed(sound(), 'PRAGMA user_version = 99'), /schema 99, and this Hearsay knows/, 4],
    ['is damaged', damaged, /machine\.db is damaged/, 4],
    ['is in use', inUse, /machine\.db is in use by run 1, process \d+/, 4],
  ])('%s: one sentence, and the database is left as it was', async (_, make, message, exitCode) => {
    const into = await mergeAll(storeMachine({ on: '2026-01-02', records: [SUMS] }))
    const before = readFileSync(into)
    const bad = make()
    await expect(mergeFiles([sound(), bad], into)).rejects.toMatchObject({
      message: expect.stringMatching(message),
      exitCode,
    })
    expect(readFileSync(into).equals(before)).toBe(true)
    const fresh = join(makeFolder(), 'fresh.db')
    await expect(mergeFiles([sound(), bad], fresh)).rejects.toThrow(message)
    expect(existsSync(fresh)).toBe(false)
  })

  it('a database into itself', async () => {
    const path = sound()
    await expect(mergeFiles([path], path)).rejects.toMatchObject({
      message: expect.stringContaining('into itself'),
      exitCode: 2,
    })
  })

  it('into a database that a run writes to', async () => {
    await expect(mergeFiles([sound()], inUse())).rejects.toThrow(/is in use by run 1/)
  })

  function writeIn(text: string): string {
    const path = join(makeFolder(), 'prose.db')
    writeFileSync(path, text)
    return path
  }

  function changed(path: string, sql: string): string {
    changeDatabase(path, database => database.exec(sql))
    return path
  }

  /** In its last pages, which are not read when it is opened. */
  function damaged(): string {
    const path = sound()
    const bytes = readFileSync(path)
    bytes.fill(0xee, bytes.length - 30 * 4096, bytes.length)
    writeFileSync(path, bytes)
    return path
  }

  function inUse(): string {
    const path = join(makeFolder(), 'machine.db')
    const store = SqliteStore.open(path)
    onTestFinished(() => store.close())
    store.startRun(CONFIGURATION)
    return path
  }
})
