import { globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { EXPORT_FORMATS } from '../../src/export/registry.ts'
import { updateAcross } from '../../src/families/update.ts'
import { openReader } from '../../src/store/open-reader.ts'
import { ADDED_FROM } from '../../src/store/queries/search/index-facts.ts'
import type { StoreReader } from '../../src/store/reader.ts'
import { runExport } from '../support/run-export.ts'
import { describePostgres } from './describe-postgres.ts'
import { NO_QUERIES, QUERIES } from './named-queries.ts'
import type { Numbered, Twin } from './twin.ts'
import { addReplyElsewhere, fill } from './twins.ts'

const MODULES = join(import.meta.dirname, '../../src/store/queries')

it('every query that the store exports is asked here', async () => {
  const exported: string[] = []
  for (const name of globSync('**/!(*.test).ts', { cwd: MODULES })) {
    const module = (await import(join(MODULES, name))) as Readonly<Record<string, unknown>>
    exported.push(...Object.keys(module).filter(key => typeof module[key] === 'function'))
  }
  expect(Object.keys(QUERIES).toSorted()).toEqual(exported.filter(name => !NO_QUERIES.has(name)).toSorted())
})

describePostgres('the same records on SQLite and on PostgreSQL', server => {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-twins-'))
  const readers: StoreReader[] = []
  let twins: readonly [Twin, Twin]

  beforeAll(async () => {
    const databases = [join(folder, 'claims.db'), await server().createDatabase()]
    for (const db of databases) {
      await fill(db)
      await addReplyElsewhere(db)
      await updateAcross(db)
      readers.push(await openReader(db))
    }
    twins = (await Promise.all(readers.map(readTwin))) as [Twin, Twin]
  }, 120_000)

  afterAll(async () => {
    for (const reader of readers) await reader.close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('hold the same', () => {
    expect(twins[1].ids).toEqual(twins[0].ids)
    for (const table of ['article', 'source', 'claim', 'entity'] as const)
      expect(twins[0].ids[table].length).toBeGreaterThan(20)
  })

  it.each(Object.keys(QUERIES))('%s gives the same rows in the same order', async name => {
    const answers: unknown[] = []
    for (const ask of QUERIES[name] ?? []) {
      const [sqlite, postgres] = [await answer(ask, twins[0]), await answer(ask, twins[1])]
      expect(postgres).toEqual(sqlite)
      // Also the order of fields, for exports that give them as they come.
      expect(JSON.stringify(postgres)).toBe(JSON.stringify(sqlite))
      answers.push(sqlite)
    }
    expect(answers.some(isSomething)).toBe(true)
  })

  it.each(EXPORT_FORMATS.map(({ name }) => name))('an export as %s is the same byte for byte', async name => {
    const format = EXPORT_FORMATS.find(format => format.name === name)
    if (format === undefined) throw new Error(`no format ${name}`)
    for (const filter of [{}, { text: 'rents', rejected: true }, { article: 'talks.txt' }, { limit: 11 }]) {
      const [sqlite, postgres] = await Promise.all(twins.map(({ database }) => runExport(database, format, filter)))
      expect(postgres).toEqual(sqlite)
      expect(sqlite?.count).toBeGreaterThan(0)
    }
  })

  it('find nothing wrong with what they hold', async () => {
    for (const reader of readers) expect(await reader.checkIntegrity()).toEqual([])
  })
})

async function readTwin({ database }: StoreReader): Promise<Twin> {
  const rowids = {} as Record<Numbered, Map<string, number>>
  const names = {} as Record<Numbered, Map<number, string>>
  for (const table of ['article', 'source', 'claim', 'entity'] as const) {
    const rows = await database.selectFrom(table).select(['rowid', 'id']).orderBy('id').execute()
    rowids[table] = new Map(rows.map(({ rowid, id }) => [id, rowid]))
    names[table] = new Map(rows.map(({ rowid, id }) => [rowid, id]))
  }
  const added = await database.selectFrom('standing').select(['rowid', 'claim_id']).where('added', '=', 1).execute()
  for (const { rowid, claim_id } of added) names.claim.set(ADDED_FROM + rowid, claim_id)
  const ids: Partial<Record<Numbered, string[]>> = Object.fromEntries(
    Object.entries(rowids).map(([table, of]) => [table, [...of.keys()]]),
  )
  return {
    database,
    ids: ids as Twin['ids'],
    rowid: (table, id) => rowids[table].get(id) ?? -1,
    id: (table, rowid) => names[table].get(rowid) ?? `none with number ${rowid}`,
  }
}

/** What a query gives, or what it throws; maps and sets as lists, so that their order counts. */
async function answer(ask: (twin: Twin) => Promise<unknown>, twin: Twin): Promise<unknown> {
  try {
    return toLists(await ask(twin))
  } catch (error) {
    return { thrown: (error as Error).message }
  }
}

function toLists(value: unknown): unknown {
  if (value instanceof Map) return [...value].map(toLists)
  if (value instanceof Set) return [...value].map(toLists)
  if (Array.isArray(value)) return value.map(toLists)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toLists(inner)]))
}

function isSomething(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(isSomething)
  if (typeof value === 'object' && value !== null) return !('thrown' in value)
  return value !== null && value !== 0 && value !== false
}
