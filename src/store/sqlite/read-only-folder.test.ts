import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { buildArticleRecord } from '../../../test/support/article-record.ts'
import { storeRecords } from '../../../test/support/stored-database.ts'
import { findClaims } from '../queries/claims.ts'
import { openForReading } from './open-for-reading.ts'

const record = buildArticleRecord('Ms Roy said so.', [{ source: 'Ms Roy', cue: 'said', content: 'so' }])

/** Reads the database as somebody who may write nowhere near it: root may write everywhere, so root becomes nobody. */
const script = `
const { openForReading } = await import(${JSON.stringify(new URL('open-for-reading.ts', import.meta.url).href)})
const { findClaims } = await import(${JSON.stringify(new URL('../queries/claims.ts', import.meta.url).href)})
const { default: Database } = await import(${JSON.stringify(import.meta.resolve('better-sqlite3'))})
new Database(':memory:').close()
if (process.getuid() === 0) {
  process.setgid(65534)
  process.setuid(65534)
}
try {
  const reader = openForReading(process.argv[1])
  const claims = await findClaims(reader.database)
  await reader.close()
  console.log(JSON.stringify({ claims: claims.length }))
} catch (error) {
  console.log(JSON.stringify({ exitCode: error.exitCode, message: error.message }))
}`

describe.skipIf(process.getuid === undefined)('in a folder that cannot be written', () => {
  it('a database is read, and nothing is left beside it', () => {
    const path = storeRecords([record])
    expect(readProtected(path)).toEqual({ claims: 1 })
    expect(readdirSync(dirname(path))).toEqual(['claims.db'])
  })

  it('a database beside an empty log is read', () => {
    const path = storeRecords([record])
    writeFileSync(`${path}-wal`, '')
    expect(readProtected(path)).toEqual({ claims: 1 })
  })

  it('changes that wait in a log are not passed over in silence', () => {
    const path = storeRecords([record])
    const writer = new Database(path)
    onTestFinished(() => void writer.close())
    writer.exec("UPDATE claim SET act = 'denial'")
    expect(statSync(`${path}-wal`).size).toBeGreaterThan(0)
    chmodSync(`${path}-wal`, 0o000)
    const refused = readProtected(path)
    expect(refused).toMatchObject({ exitCode: 4, message: expect.stringContaining('cannot be read') })
    expect(refused.message).toContain(`${path}-wal`)
    expect(refused.message).not.toContain('written')
  })
})

it('reading leaves no files beside the database', async () => {
  const path = storeRecords([record])
  const reader = openForReading(path)
  const second = openForReading(path)
  expect(await findClaims(reader.database)).toHaveLength(1)
  await reader.close()
  expect(await findClaims(second.database)).toHaveLength(1)
  await second.close()
  expect(readdirSync(dirname(path))).toEqual(['claims.db'])
})

it('reading leaves the log alone that a writer holds', async () => {
  const path = storeRecords([record])
  const writer = new Database(path)
  onTestFinished(() => void writer.close())
  writer.exec("UPDATE claim SET act = 'denial'")
  const reader = openForReading(path)
  expect(await findClaims(reader.database)).toMatchObject([{ act: 'denial' }])
  await reader.close()
  expect(existsSync(`${path}-wal`)).toBe(true)
  writer.exec("UPDATE claim SET act = 'promise'")
  expect(writer.prepare('SELECT act FROM claim').pluck().get()).toBe('promise')
})

function readProtected(path: string): { exitCode?: number; message?: string } {
  const folder = dirname(path)
  chmodSync(path, 0o444)
  chmodSync(folder, 0o555)
  try {
    const child = spawnSync(process.execPath, ['--input-type=module', '-e', script, path], { encoding: 'utf8' })
    if (child.status !== 0) throw new Error(child.stderr)
    return JSON.parse(child.stdout) as { exitCode?: number; message?: string }
  } finally {
    chmodSync(folder, 0o755)
  }
}
