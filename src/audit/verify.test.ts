import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { buildArticleRecord, groundedIn, spanOf } from '../../test/support/article-record.ts'
import { makeFolder, readUntilTestEnds, storeRecords } from '../../test/support/stored-database.ts'
import type { ArticleRecord } from '../domain/record.ts'
import type { Finding } from './finding.ts'
import { type VerifyOptions, verify } from './verify.ts'

const text = '😀 Ms Roy, the minister, said the vote was lost. “It was late,” officials said.'
const record: ArticleRecord = {
  ...buildArticleRecord(
    text,
    [
      {
        source: 'Ms Roy',
        cue: 'said',
        content: 'the vote was lost',
        describe: { role: groundedIn(text, 'the minister') },
      },
      { source: 'officials', cue: 'said', content: 'It was late,', from: '“It' },
    ],
    { article: { uri: 'news/vote.txt' } },
  ),
  mentions: [{ start: 2, end: 8, text: 'Ms Roy', type: 'person', name: null, chain: 0, entityId: null }],
  candidates: [{ start: 0, end: 1, text: '😀', stage: 'quotations', rule: 'scare-quote', reason: 'no words' }],
}
const secondSaid = spanOf(text, 'said', text.indexOf('officials')).start
const [roysClaim, officialsClaim] = record.claims.map(claim => claim.id)
const other = buildArticleRecord('Mr Lee said no.', [{ source: 'Mr Lee', cue: 'said', content: 'no' }], {
  article: { uri: 'news/other.txt' },
})

/** Three passages that were left out of the first article. */
const LEFT_OUT = [0, 1, 2]
  .map(n => `INSERT INTO left_out SELECT id, ${n}, 'comments', 'Well said' FROM input WHERE uri = 'news/vote.txt'`)
  .join('; ')

describe('verify', () => {
  it.each(['', LEFT_OUT])('finds nothing wrong with what was written', async added => {
    const { findings, counts } = await verifyAfter(added)
    expect(findings).toEqual([])
    // 3 + 3 + 3 spans of claims, 3 of sources, 1 field, 1 mention, 1 candidate.
    expect(counts).toMatchObject({
      articles: 2,
      claims: 3,
      spans: 15,
      files: 0,
      missing: 0,
      mismatches: 0,
      warnings: 0,
    })
    expect(counts.across).toMatchObject({ waiting: 2, articlesOfFamilies: 0 })
  })

  it('names the claims that a changed character of the article hits', async () => {
    const { findings, counts } = await verifyAfter("UPDATE article SET text = replace(text, 'was lost', 'was last')")
    expect(findings).toMatchObject([
      {
        kind: 'article-text',
        articleId: record.article.id,
        uri: 'news/vote.txt',
        claimIds: [roysClaim, officialsClaim],
      },
      {
        kind: 'claim-span',
        claimIds: [roysClaim],
        span: { start: 29, end: 46, text: 'the vote was lost', found: 'the vote was last' },
        message: expect.stringContaining(`The content of claim ${roysClaim}`),
      },
    ])
    expect(counts).toMatchObject({ mismatches: 2, warnings: 0 })
  })

  it('sees a character that was changed where no span lies', async () => {
    const { findings } = await verifyAfter("UPDATE article SET text = replace(text, '“', '\"')")
    expect(findings.map(finding => finding.kind)).toEqual(['article-text'])
  })

  it.each<[string, string, Partial<Finding>]>([
    [
      'a moved span',
      "UPDATE claim_span SET start = start + 1 WHERE text = 'the vote was lost'",
      { kind: 'claim-span', claimIds: [roysClaim as string] },
    ],
    [
      'a span beyond the end',
      "UPDATE claim_span SET text = '', start = 900, end = 905 WHERE role = 'source' AND text = 'officials'",
      { kind: 'claim-span', claimIds: [officialsClaim as string] },
    ],
    [
      'a changed source',
      "UPDATE source_span SET text = 'Ms Ray' WHERE text = 'Ms Roy'",
      { kind: 'source-span', claimIds: [roysClaim as string] },
    ],
    [
      'a field beyond the end',
      'UPDATE source SET role_start = 900, role_end = 905 WHERE role IS NOT NULL',
      { kind: 'source-field', claimIds: [roysClaim as string] },
    ],
    ['a changed mention', "UPDATE mention SET text = 'Ms Ray'", { kind: 'mention' }],
    ['a changed candidate', "UPDATE candidate SET text = '?'", { kind: 'candidate' }],
    [
      'content that its spans do not say',
      "UPDATE claim SET content_text = 'the vote was won' WHERE content_text = 'the vote was lost'",
      { kind: 'joined-text', claimIds: [roysClaim as string] },
    ],
    [
      'a row that refers to nothing',
      'PRAGMA foreign_keys = OFF; DELETE FROM run',
      { kind: 'database', message: expect.stringContaining('4 rows of done refer to a run that is not there') },
    ],
    [
      'a cue that was moved to the same word elsewhere',
      `UPDATE claim_span SET start = ${secondSaid}, end = ${secondSaid + 4} WHERE role = 'cue' AND claim_rowid = 1`,
      { kind: 'claim-id', claimIds: [roysClaim as string] },
    ],
    [
      'a source that was moved to other words',
      `UPDATE claim_span SET start = 10, end = 13, text = 'the' WHERE role = 'source' AND claim_rowid = 1;
       UPDATE source_span SET start = 10, end = 13, text = 'the' WHERE source_rowid = 1;
       UPDATE source SET text = 'the' WHERE rowid = 1; UPDATE claim SET start = 10 WHERE rowid = 1`,
      { kind: 'source-id', claimIds: [roysClaim as string] },
    ],
    [
      "a claim's source that its source does not have",
      "UPDATE claim_span SET start = 10, end = 13, text = 'the' WHERE role = 'source' AND claim_rowid = 1",
      { kind: 'source-id', claimIds: [roysClaim as string] },
    ],
    [
      'a claim without a cue',
      "DELETE FROM claim_span WHERE role = 'cue' AND claim_rowid = 1",
      { kind: 'claim-span', claimIds: [roysClaim as string] },
    ],
    ['a changed id', "UPDATE claim SET id = 'abc' WHERE rowid = 1", { kind: 'claim-id', claimIds: ['abc'] }],
    ["a changed source's id", "UPDATE source SET id = 'abc' WHERE rowid = 1", { kind: 'source-id' }],
    [
      'a deleted claim',
      'DELETE FROM claim WHERE rowid = 1',
      { kind: 'claim-count', message: expect.stringContaining('2 claims were stored, 1 is there') },
    ],
    [
      'a passage left out for no reason',
      `${LEFT_OUT}; UPDATE left_out SET reason = ' ' WHERE sequence = 1`,
      {
        kind: 'left-out',
        uri: 'news/vote.txt',
        message: expect.stringContaining('Passage 2 that was left out of news/vote.txt has no reason'),
      },
    ],
    [
      'a passage left out that has no words',
      `${LEFT_OUT}; UPDATE left_out SET text = '' WHERE sequence = 0`,
      { kind: 'left-out', message: expect.stringContaining('has no words') },
    ],
    [
      'a passage left out that has gone',
      `${LEFT_OUT}; DELETE FROM left_out WHERE sequence = 1`,
      { kind: 'left-out', message: expect.stringContaining('another one has gone') },
    ],
    [
      'deleted evidence',
      'DELETE FROM evidence WHERE claim_rowid = 1',
      { kind: 'evidence', claimIds: [roysClaim as string] },
    ],
    [
      'a context that leaves words out',
      'UPDATE claim SET context_start = context_end WHERE rowid = 1',
      { kind: 'claim-context', claimIds: [roysClaim as string] },
    ],
    [
      'a place that the spans do not have',
      'UPDATE claim SET start = start + 1 WHERE rowid = 1',
      { kind: 'claim-context', claimIds: [roysClaim as string] },
    ],
    [
      'a claim that full-text search does not find',
      "INSERT INTO claim_search (claim_search, rowid, content_text) SELECT 'delete', rowid, content_text FROM claim WHERE rowid = 1",
      { kind: 'search-index', claimIds: [roysClaim as string] },
    ],
  ])('sees %s', async (_, sql, expected) => {
    const { findings, counts } = await verifyAfter(sql)
    expect(findings.length).toBeGreaterThan(0)
    expect(findings[0]).toMatchObject({ level: 'mismatch', ...expected })
    expect(counts.mismatches).toBe(findings.length)
  })

  it('counts the files that are not where they were read from, and no input that never was a file', async () => {
    const { counts } = await verifyAfter("UPDATE input SET location = '-' WHERE location = 'news/vote.txt'", {
      folder: makeFolder(),
    })
    expect(counts).toMatchObject({ articles: 2, files: 0, missing: 1, mismatches: 0 })
  })

  it('does not check the number of claims of an article from before it was kept', async () => {
    const { findings } = await verifyAfter('UPDATE article SET claim_count = NULL; DELETE FROM claim WHERE rowid = 1')
    expect(findings).toEqual([])
  })

  it('warns of a source file that has changed, and passes one that has not or is gone', async () => {
    const folder = makeFolder()
    const write = (uri: string, content: string) => {
      mkdirSync(dirname(join(folder, uri)), { recursive: true })
      writeFileSync(join(folder, uri), content)
    }
    write('news/vote.txt', text)
    expect((await verifyAfter('', { folder })).counts).toMatchObject({ files: 1, missing: 1, warnings: 0 })
    write('news/vote.txt', `${text} Updated.`)
    const { findings, counts } = await verifyAfter('', { folder })
    expect(findings).toMatchObject([{ level: 'warning', kind: 'source-file', uri: 'news/vote.txt' }])
    expect(counts).toMatchObject({ files: 1, mismatches: 0, warnings: 1 })
  })

  it.each([
    ['a folder', (path: string) => void mkdirSync(path)],
    ['a pipe', (path: string) => void execFileSync('sh', ['-c', 'mkfifo "$0"', path])],
    ['a device that never ends', (path: string) => symlinkSync('/dev/zero', path)],
    [
      'a socket',
      async (path: string) => {
        const server = createServer().listen(path)
        onTestFinished(() => void server.close())
        await once(server, 'listening')
      },
    ],
  ])('reads no %s in place of a source file, and warns of it', async (_, make) => {
    const folder = makeFolder()
    mkdirSync(join(folder, 'news'))
    await make(join(folder, 'news/vote.txt'))
    const { findings, counts } = await verifyAfter('', { folder })
    const message = 'news/vote.txt is no longer a regular file; its claims hold for the text that is stored.'
    expect(findings).toMatchObject([{ level: 'warning', kind: 'source-file', uri: 'news/vote.txt', message }])
    expect(counts).toMatchObject({ files: 1, missing: 1, mismatches: 0, warnings: 1 })
  })

  it('says of a link that leads back to itself what it is', async () => {
    const folder = makeFolder()
    mkdirSync(join(folder, 'news'))
    symlinkSync('vote.txt', join(folder, 'news/vote.txt'))
    const { findings, counts } = await verifyAfter('', { folder })
    const message =
      'news/vote.txt is now a link that leads back to itself; its claims hold for the text that is stored.'
    expect(findings).toMatchObject([{ level: 'warning', kind: 'source-file', uri: 'news/vote.txt', message }])
    expect(counts).toMatchObject({ missing: 1, mismatches: 0, warnings: 1 })
  })

  it.skipIf(process.getuid === undefined).each([
    ['a file', 'news/vote.txt'],
    ['a file in a folder', 'news'],
  ])('says of %s that may not be read that it cannot be', (_, shut) => {
    const folder = makeFolder()
    mkdirSync(join(folder, 'news'))
    writeFileSync(join(folder, 'news/vote.txt'), text)
    chmodSync(folder, 0o755)
    chmodSync(join(folder, shut), 0o000)
    onTestFinished(() => chmodSync(join(folder, shut), 0o755))
    // Root may read everything, so root becomes nobody.
    const script = `
      const { verifySourceFile } = await import(${JSON.stringify(new URL('verify-source-file.ts', import.meta.url).href)})
      if (process.getuid() === 0) { process.setgid(65534); process.setuid(65534) }
      const [record, folder] = process.argv.slice(1)
      const places = ['news/vote.txt', 'news/vote.txt#1'].map(location => ({ location, rawSha256: '0' }))
      for (const place of places)
        console.log(JSON.stringify(await verifySourceFile(JSON.parse(record), [place], folder, 10_000)))`
    const options = ['--input-type=module', '--eval', script, JSON.stringify(record), folder]
    const [file, entry] = execFileSync(process.execPath, options, { encoding: 'utf8' }).trim().split('\n')
    const message = 'news/vote.txt can no longer be read (EACCES); its claims hold for the text that is stored.'
    expect(JSON.parse(file ?? '')).toMatchObject({ finding: { level: 'warning', kind: 'source-file', message } })
    expect(JSON.parse(entry ?? '')).toEqual({ outcome: 'no-file', finding: null })
  })

  it('does not read a file that is larger than any input can have been', async () => {
    const folder = makeFolder()
    mkdirSync(join(folder, 'news'))
    writeFileSync(join(folder, 'news/vote.txt'), text)
    // Full of holes: as large as no disk, at no cost, and it would take hours to read.
    truncateSync(join(folder, 'news/vote.txt'), 2 ** 42)
    const { findings } = await verifyAfter('', { folder })
    expect(findings).toMatchObject([{ kind: 'source-file', message: expect.stringContaining('larger than any input') }])
  })
})

it('the fixture’s id is the hash of its text', () => {
  expect(record.article.id).toBe(createHash('sha256').update(text).digest('hex'))
})

/**
 * Verifies a database on which `sql` was run behind Hearsay's back. That the seals see every change is for
 * `sealed-changes.test.ts` to tell: here it is what the rows tell of each other.
 */
async function verifyAfter(sql: string, options: VerifyOptions = {}) {
  const path = storeRecords([record, other])
  const database = new Database(path)
  database.exec(sql)
  database.close()
  const findings: Finding[] = []
  let sealed = 0
  const onFinding = (finding: Finding) => {
    if (finding.kind === 'sealed-rows') sealed += 1
    else findings.push(finding)
  }
  const counts = await verify(readUntilTestEnds(path), { ...options, onFinding })
  return { findings, counts: { ...counts, mismatches: counts.mismatches - sealed } }
}
