import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { expect } from 'vitest'
import { jsonl } from '../../src/export/jsonl.ts'
import { copyDatabase } from '../../src/store/copy-database.ts'
import { openReader } from '../../src/store/open-reader.ts'
import { readContents } from '../../src/store/queries/seals/contents.ts'
import { mergeFiles } from '../../src/store/sqlite/merge/merge-files.ts'
import { recombineArticles } from '../bench/articles.ts'
import { makeWorkspace } from '../cli/hearsay.ts'
import type { PostgresDatabases } from '../postgres/start-postgres.ts'

/** In which ways the articles are analysed. */
export interface Ways {
  readonly articles: number
  /** Of `hearsay run` on SQLite. */
  readonly threads: readonly number[]
  /** Processes of `hearsay work` on PostgreSQL. */
  readonly workers: readonly number[]
  readonly flags?: readonly string[]
}

/**
 * Analyses the same articles in every way: on SQLite with some numbers of threads, in two halves that are merged, on
 * PostgreSQL with some numbers of worker processes, and copied from one store to the other. The canonical export is the
 * same, byte for byte, and so is the root over the digests of all articles that a manifest gives.
 */
export async function requireOneExport(server: PostgresDatabases, { articles, threads, workers, flags = [] }: Ways) {
  const workspace = makeWorkspace()
  const path = (name: string) => join(workspace.folder, name)
  const hearsay = async (...args: readonly string[]) =>
    expect(await workspace.run([...args, ...flags])).toMatchObject({ status: 0 })
  const lines = recombineArticles(articles).map(({ uri, text }) => {
    // An address of their own, so that they are called the same whatever file they come in.
    return `${JSON.stringify({ url: `https://news.example/${uri}`, text })}\n`
  })
  workspace.write('all.jsonl', lines.join(''))
  workspace.write('odd.jsonl', lines.filter((_, i) => i % 2 === 1).join(''))
  workspace.write('even.jsonl', lines.filter((_, i) => i % 2 === 0).join(''))
  const hashes: Record<string, string> = {}

  for (const count of threads) {
    await hearsay('run', 'all.jsonl', '--threads', String(count), '--db', `${count}.db`)
    hashes[`${count} threads`] = await hashExport(path(`${count}.db`))
  }
  for (const half of ['odd', 'even']) await hearsay('run', `${half}.jsonl`, '--db', `${half}.db`)
  await mergeFiles([path('odd.db'), path('even.db')], path('merged.db'))
  hashes['halves, merged'] = await hashExport(path('merged.db'))
  const copied = await server.createDatabase()
  await copyDatabase(path('merged.db'), copied)
  hashes['halves, merged, copied to PostgreSQL'] = await hashExport(copied)
  for (const count of workers) {
    const url = await server.createDatabase()
    await hearsay('enqueue', 'all.jsonl', '--batch', String(Math.ceil(articles / 20)), '--db', url)
    const work = ['work', '--until-empty', '--threads', '1', '--db', url, ...flags]
    const started = Array.from({ length: count }, () => workspace.start(work))
    for (const worker of started) expect(await worker.outcome()).toMatchObject({ status: 0 })
    hashes[`${count} workers`] = await hashExport(url)
    await copyDatabase(url, path(`of-${count}.db`))
    hashes[`${count} workers, copied to SQLite`] = await hashExport(path(`of-${count}.db`))
  }

  const [first] = Object.values(hashes)
  expect(hashes).toEqual(Object.fromEntries(Object.keys(hashes).map(way => [way, first])))
}

async function hashExport(db: string): Promise<string> {
  const reader = await openReader(db)
  try {
    const hash = createHash('sha256')
    const claims = await jsonl.export(reader.database, {}, line => void hash.update(line))
    expect(claims).toBeGreaterThan(0)
    const { articles, root } = await readContents(reader.database)
    expect(articles).toBeGreaterThan(0)
    return `${hash.digest('hex')} ${root}`
  } finally {
    await reader.close()
  }
}
