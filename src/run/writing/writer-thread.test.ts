import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { buildArticleRecord } from '../../../test/support/article-record.ts'
import { CONFIGURATION, makeFolder, NO_COUNTS } from '../../../test/support/stored-database.ts'
import { EXIT } from '../../domain/errors.ts'
import type { ArticleRecord } from '../../domain/record.ts'
import type { ArticleInput, DeadLetter, SkippedInput } from '../../store/store.ts'
import { packFindings } from '../analysing/analysis.ts'
import type { Written } from './writer-task.ts'
import { WriterThread } from './writer-thread.ts'

function openThread(path = join(makeFolder(), 'claims.db')) {
  const written: Written[] = []
  const rejected: DeadLetter[] = []
  const failures: Error[] = []
  const writer = new WriterThread(path, {
    onWritten: one => written.push(one),
    onRejected: letter => rejected.push(letter),
    onFailure: error => failures.push(error),
  })
  onTestFinished(() => writer.close())
  const count = (of: 'dead' | 'skipped' | 'unchanged' | 'claims') => written.reduce((sum, one) => sum + one[of], 0)
  return { path, writer, written, rejected, failures, count }
}

async function startThread() {
  const started = openThread()
  await started.writer.open()
  const runId = await started.writer.startRun(CONFIGURATION)
  return { ...started, runId }
}

function recordOf(number: number): ArticleRecord {
  const text = `Number ${number}: Ms Roy said the vote was lost.`
  const words = { source: 'Ms Roy', cue: 'said', content: 'the vote was lost' }
  return buildArticleRecord(text, [words], { article: { uri: `news/${number}.txt` } })
}

function add(writer: WriterThread, { article, ...findings }: ArticleRecord): void {
  writer.addRecord(article, packFindings(findings), [inputOf(article.id, article.uri)])
}

const originOf = (uri: string) => ({
  uri,
  location: uri,
  rawSha256: null,
  decodedHow: null,
  retrievedAt: null,
})
const inputOf = (articleId: string, uri: string): ArticleInput => ({ articleId, origin: originOf(uri) })
const skippedInput = (number: number): SkippedInput => {
  const uri = `empty-${number}.txt`
  return { uri, reason: 'empty', origin: originOf(uri) }
}
const letterOf = (number: number): DeadLetter => {
  const uri = `photo-${number}.jpg`
  const stage = { stage: 'read', stageVersion: 1 }
  return {
    articleId: null,
    uri,
    ...stage,
    kind: 'not-text',
    error: 'it is a JPEG',
    article: null,
    origin: originOf(uri),
  }
}

/** A record that no store can hold: the same claim twice. */
function doubled(record: ArticleRecord): ArticleRecord {
  return { ...record, claims: [...record.claims, ...record.claims] }
}

function select(path: string, sql: string): unknown[] {
  const database = new Database(path, { readonly: true })
  try {
    return database.prepare(sql).all()
  } finally {
    database.close()
  }
}

describe('what is added', () => {
  it('is in the database once the thread says that it is written', async () => {
    const { path, writer, written, count } = await startThread()
    for (let number = 0; number < 250; number += 1) add(writer, recordOf(number))
    expect(writer.has(recordOf(7).article.id)).toBe(true)
    await writer.flush()
    expect(writer.has(recordOf(7).article.id)).toBe(false)
    expect(written.flatMap(({ done }) => done)).toHaveLength(250)
    expect(count('claims')).toBe(250)
    expect(select(path, 'SELECT count(*) AS articles FROM article')).toEqual([{ articles: 250 }])
    expect(writer.share).toBeGreaterThan(0)
  })

  it('is written without being asked for after a moment', async () => {
    const { writer, written } = await startThread()
    add(writer, recordOf(1))
    await expect.poll(() => written.length, { timeout: 60_000 }).toBe(1)
  })

  it('waits in bounded number: there is room again only when some of it is written', async () => {
    const { writer, written } = await startThread()
    await writer.hasRoom()
    for (let number = 0; number < 200; number += 1) add(writer, recordOf(number))
    expect(written).toEqual([])
    await writer.hasRoom()
    expect(written.length).toBeGreaterThan(0)
  })

  it('of every sort makes room again when it is written', async () => {
    const { path, writer, rejected, count } = await startThread()
    for (let number = 0; number < 300; number += 1) {
      add(writer, number % 50 === 0 ? doubled(recordOf(number)) : recordOf(number))
      writer.addWithoutArticle({ dead: [], skipped: [skippedInput(number)], read: [] })
      writer.addDead(letterOf(number), [])
      writer.addKnown(inputOf(recordOf(1).article.id, `copy-${number}.txt`))
      await writer.hasRoom()
    }
    await writer.flush()
    expect(rejected.map(({ uri, stage, article }) => ({ uri, stage, article }))).toEqual(
      [0, 50, 100, 150, 200, 250].map(number => ({ uri: `news/${number}.txt`, stage: 'store', article: null })),
    )
    expect([count('dead'), count('skipped'), count('unchanged')]).toEqual([306, 300, 300])
    expect(select(path, 'SELECT count(*) AS articles FROM article')).toEqual([{ articles: 294 }])
  })
})

describe('an error of the store', () => {
  it('that keeps it from opening comes with its sentence and exit code', async () => {
    const folder = join(makeFolder(), 'folder.db')
    mkdirSync(folder)
    await expect(openThread(folder).writer.open()).rejects.toMatchObject({
      name: 'HearsayError',
      exitCode: EXIT.database,
      message: expect.stringContaining('folder.db'),
    })
  })

  it('that another run holds it names that run', async () => {
    const { path, runId } = await startThread()
    const second = openThread(path).writer
    await second.open()
    await expect(second.startRun(CONFIGURATION)).rejects.toMatchObject({
      exitCode: EXIT.database,
      message: expect.stringContaining(`run ${runId}, process ${process.pid}`),
    })
  })

  it('that its lease is lost is told once, and nothing is written after it', async () => {
    const { path, writer, written, failures } = await startThread()
    const other = new Database(path)
    other.prepare("UPDATE run SET status = 'failed'").run()
    other.close()
    for (let number = 0; number < 500; number += 1) add(writer, recordOf(number))
    await writer.hasRoom()
    await writer.flush()
    expect(failures).toMatchObject([{ exitCode: EXIT.database, message: expect.stringContaining('took it over') }])
    expect(written).toEqual([])
    await expect(writer.endRun('failed', NO_COUNTS)).rejects.toMatchObject({ exitCode: EXIT.database })
  })

  it('that another program has locked it is told, and leaves what was committed', async () => {
    const { path, writer, failures } = await startThread()
    add(writer, recordOf(1))
    await writer.flush()
    const other = new Database(path)
    other.prepare('BEGIN IMMEDIATE').run()
    add(writer, recordOf(2))
    await writer.flush()
    other.close()
    expect(failures).toMatchObject([{ exitCode: EXIT.database, message: expect.stringContaining('is locked') }])
    expect(select(path, 'SELECT uri FROM article')).toEqual([{ uri: 'news/1.txt' }])
  })
})

describe('close', () => {
  it('leaves a closed database, and is harmless when it comes twice or before anything was opened', async () => {
    const { path, writer } = await startThread()
    add(writer, recordOf(1))
    await writer.flush()
    await writer.endRun('finished', { ...NO_COUNTS, inputs: 1, done: 1, claims: 1 })
    await writer.close()
    await writer.close()
    expect(existsSync(`${path}-wal`)).toBe(false)
    await expect(writer.flush()).rejects.toThrow('has ended')
    await openThread().writer.close()
  })
})
