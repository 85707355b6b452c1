import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { buildArticleRecord, groundedIn } from '../../test/support/article-record.ts'
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
const [roysClaim, officialsClaim] = record.claims.map(claim => claim.id)
const other = buildArticleRecord('Mr Lee said no.', [{ source: 'Mr Lee', cue: 'said', content: 'no' }], {
  article: { uri: 'news/other.txt' },
})

describe('verify', () => {
  it('finds nothing wrong with what was written', async () => {
    const { findings, counts } = await verifyAfter('')
    expect(findings).toEqual([])
    // 3 + 3 + 3 spans of claims, 3 of sources, 1 field, 1 mention, 1 candidate.
    expect(counts).toEqual({ articles: 2, claims: 3, spans: 15, files: 0, mismatches: 0, warnings: 0 })
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
  ])('sees %s', async (_, sql, expected) => {
    const { findings, counts } = await verifyAfter(sql)
    expect(findings.length).toBeGreaterThan(0)
    expect(findings[0]).toMatchObject({ level: 'mismatch', ...expected })
    expect(counts.mismatches).toBe(findings.length)
  })

  it('warns of a source file that has changed, and passes one that has not or is gone', async () => {
    const folder = makeFolder()
    const write = (uri: string, content: string) => {
      mkdirSync(dirname(join(folder, uri)), { recursive: true })
      writeFileSync(join(folder, uri), content)
    }
    write('news/vote.txt', text)
    expect((await verifyAfter('', { folder })).counts).toMatchObject({ files: 1, warnings: 0 })
    write('news/vote.txt', `${text} Updated.`)
    const { findings, counts } = await verifyAfter('', { folder })
    expect(findings).toMatchObject([{ level: 'warning', kind: 'source-file', uri: 'news/vote.txt' }])
    expect(counts).toMatchObject({ files: 1, mismatches: 0, warnings: 1 })
  })
})

it('the fixture’s id is the hash of its text', () => {
  expect(record.article.id).toBe(createHash('sha256').update(text).digest('hex'))
})

/** Verifies a database on which `sql` was run behind Hearsay's back. */
async function verifyAfter(sql: string, options: VerifyOptions = {}) {
  const path = storeRecords([record, other])
  const database = new Database(path)
  database.exec(sql)
  database.close()
  const findings: Finding[] = []
  const counts = await verify(readUntilTestEnds(path), { ...options, onFinding: finding => findings.push(finding) })
  return { findings, counts }
}
