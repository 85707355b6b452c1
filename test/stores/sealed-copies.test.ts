import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/audit/finding.ts'
import { verify } from '../../src/audit/verify.ts'
import type { ArticleRecord } from '../../src/domain/record.ts'
import { copyDatabase } from '../../src/store/copy-database.ts'
import { openReader } from '../../src/store/open-reader.ts'
import { appendCorrections, openStore } from '../../src/store/open-store.ts'
import { streamArticleLeaves, streamSeals } from '../../src/store/queries/seals/seals.ts'
import { mergeFiles } from '../../src/store/sqlite/merge/merge-files.ts'
import { describePostgres } from '../postgres/describe-postgres.ts'
import { collect } from '../support/collect.ts'
import { fillSealed } from '../support/sealed-database.ts'
import { CONFIGURATION, makeFolder, NO_COUNTS, placeSaying } from '../support/stored-database.ts'
import { makeVariety } from '../support/variety.ts'

const [TALKS, SUMS] = makeVariety() as [ArticleRecord, ArticleRecord]
const NEWER = [
  { name: 'tokens', version: 2 },
  { name: 'claims', version: 2 },
]

describe('merged files', () => {
  it('are sealed with the seals of all, whatever they have in common', async () => {
    const [north, south] = await makeHalves()
    for (const [name, paths] of Object.entries({
      ab: [north, south],
      ba: [south, north],
      again: [north, south, north],
    })) {
      const into = join(makeFolder(), `${name}.db`)
      for (const path of paths) await mergeFiles([path], into)
      expect([name, await findingsIn(into)]).toEqual([name, []])
    }
    const together = join(makeFolder(), 'together.db')
    await mergeFiles([north, south], together)
    expect(await findingsIn(together)).toEqual([])
    const seals = await digestsIn(together)
    await mergeFiles([north, south], together)
    expect(await digestsIn(together)).toEqual(seals)
  })

  it('hold what was changed before as changed', async () => {
    const [north, south] = await makeHalves()
    const into = join(makeFolder(), 'into.db')
    await mergeFiles([north], into)
    const database = new Database(south)
    database
      .prepare("UPDATE claim SET act = 'denial' WHERE article_rowid = (SELECT rowid FROM article WHERE id = ?)")
      .run(TALKS.article.id)
    database.close()
    await mergeFiles([south], into)
    expect(await findingsIn(into)).not.toEqual([])
  })
})

it('an old copy of the rows of one article is seen for what it is', async () => {
  const [before, now] = [join(makeFolder(), 'before.db'), join(makeFolder(), 'now.db')]
  await write(before, [TALKS, SUMS], CONFIGURATION.stages)
  copyFileSync(before, now)
  await write(now, [TALKS], NEWER)
  expect(await findingsIn(now)).toEqual([])
  const database = new Database(now)
  database.pragma('foreign_keys = ON')
  const { rowid } = database.prepare('SELECT rowid FROM article WHERE id = ?').get(TALKS.article.id) as {
    rowid: number
  }
  database.prepare('ATTACH ? AS old').run(before)
  database.prepare('DELETE FROM article WHERE rowid = ?').run(rowid)
  const old = '(SELECT rowid FROM old.article WHERE id = ?)'
  const hanging = {
    article: `rowid = ${old}`,
    source: `article_rowid = ${old}`,
    source_span: `source_rowid IN (SELECT rowid FROM old.source WHERE article_rowid = ${old})`,
    claim: `article_rowid = ${old}`,
    claim_span: `claim_rowid IN (SELECT rowid FROM old.claim WHERE article_rowid = ${old})`,
    done: `article_rowid = ${old}`,
  }
  database.transaction(() => {
    database.pragma('defer_foreign_keys = ON')
    for (const [table, where] of Object.entries(hanging))
      database.prepare(`INSERT INTO main.${table} SELECT * FROM old.${table} WHERE ${where}`).run(TALKS.article.id)
    for (const part of ['source', 'claim'])
      database
        .prepare(
          `INSERT INTO main.evidence SELECT * FROM old.evidence
           WHERE ${part}_rowid IN (SELECT rowid FROM old.${part} WHERE article_rowid = ${old})`,
        )
        .run(TALKS.article.id)
  })()
  database.close()
  const findings = await findingsIn(now)
  expect(findings.filter(message => message.includes(TALKS.article.id))).not.toEqual([])
  expect(findings.filter(message => message.includes(SUMS.article.id))).toEqual([])
})

describePostgres('copies between stores', server => {
  it('have the seals of what was copied', async () => {
    const original = join(makeFolder(), 'original.db')
    await fillSealed(original)
    const url = await server().createDatabase()
    await copyDatabase(original, url)
    expect(await findingsIn(url)).toEqual([])
    expect(await digestsIn(url)).toEqual(await digestsIn(original))
    const back = join(makeFolder(), 'back.db')
    await copyDatabase(url, back)
    expect(await findingsIn(back)).toEqual([])
    expect(await digestsIn(back)).toEqual(await digestsIn(original))
    // What goes on after it was copied follows.
    await write(original, [SUMS], NEWER)
    await copyDatabase(original, url)
    expect(await findingsIn(url)).toEqual([])
    expect(await digestsIn(url)).toEqual(await digestsIn(original))
    const [north, south] = await makeHalves()
    for (const half of [north, south, north]) await copyDatabase(half, url)
    expect(await findingsIn(url)).toEqual([])
  })

  it('have the same digests of the same articles', async () => {
    const [north, south] = await makeHalves()
    const merged = join(makeFolder(), 'merged.db')
    await mergeFiles([south, north], merged)
    const url = await server().createDatabase()
    await write(url, [TALKS, SUMS], NEWER)
    expect(await articlesIn(merged)).toEqual(await articlesIn(url))
  })
})

/** Two files that have an article, an input, failures and corrections in common, each as it met them. */
async function makeHalves(): Promise<[string, string]> {
  const [north, south] = [join(makeFolder(), 'north.db'), join(makeFolder(), 'south.db')]
  await write(north, [TALKS], CONFIGURATION.stages)
  await appendCorrections(north, [TALKS.claims[0]?.id ?? ''], verdict('rejected'))
  await write(south, [SUMS], CONFIGURATION.stages)
  await write(south, [TALKS, SUMS], NEWER)
  await appendCorrections(south, [TALKS.claims[0]?.id ?? ''], verdict('accepted'))
  await write(north, [SUMS], NEWER)
  return [north, south]
}

function verdict(verdict: 'accepted' | 'rejected') {
  return { verdict, source: null, note: null, correctedBy: null }
}

async function write(db: string, records: readonly ArticleRecord[], stages: ArticleRecord['stages']): Promise<void> {
  const store = await openStore(db)
  const run = await store.startRun({ ...CONFIGURATION, stages })
  const failed = {
    articleId: null,
    uri: 'lost.txt',
    stage: 'read',
    stageVersion: 1,
    kind: 'not-text',
    error: db,
    article: null,
  }
  await store.write(run, {
    records: records.map(record => ({ ...record, stages })),
    dead: [failed],
    skipped: [{ uri: 'empty.txt', reason: 'empty file' }],
    inputs: records.map(({ article }) => placeSaying(article, 'shared.html', `Said on ${db}`, ['More on this'])),
  })
  await store.endRun(run, 'failed', NO_COUNTS, 'ended by hand')
  await store.close()
}

async function findingsIn(db: string): Promise<string[]> {
  const reader = await openReader(db)
  const findings: Finding[] = []
  await verify(reader, { onFinding: finding => findings.push(finding) })
  await reader.close()
  return findings.map(({ message }) => message)
}

async function digestsIn(db: string): Promise<string[]> {
  const reader = await openReader(db)
  const seals = await collect(streamSeals(reader.database))
  await reader.close()
  return seals.map(({ digest }) => digest)
}

async function articlesIn(db: string): Promise<unknown[]> {
  const reader = await openReader(db)
  const leaves = await collect(streamArticleLeaves(reader.database))
  await reader.close()
  return leaves.map(({ id, digest }) => ({ id, digest }))
}
