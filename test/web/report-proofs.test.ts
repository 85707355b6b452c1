import { describe, expect, it } from 'vitest'
import type { ArticleRecord } from '../../src/domain/record.ts'
import { streamSeals } from '../../src/store/queries/seals/seals.ts'
import type { StoreDatabase } from '../../src/store/schema.ts'
import { checkReport } from '../../src/web/report/check-report.ts'
import { type ReportOptions, writeReport } from '../../src/web/report/write-report.ts'
import { BRIDGE } from '../cli/articles.ts'
import { makeWorkspace } from '../cli/hearsay.ts'
import { buildArticleRecord } from '../support/article-record.ts'
import { collect } from '../support/collect.ts'
import { correctNow } from '../support/correct-now.ts'
import { readUntilTestEnds, storeRecords } from '../support/stored-database.ts'
import { makeVariety } from '../support/variety.ts'

async function report(database: StoreDatabase, options: Partial<ReportOptions> = {}): Promise<string> {
  let page = ''
  const base = { filter: {}, isWhole: true, chosen: '', database: 'claims.db', version: '0.1.0' }
  await writeReport(database, { ...base, madeAt: '2026-11-22T10:00:00.000Z', proofs: true, ...options }, piece => {
    page += piece
  })
  return page
}

const hostile = '<b>Ms Roy</b>\u202e\r\nand "others" & co.'
const text = `${hostile} told reporters that </pre> the vote 😀 was lost.\r\n\r\nMore followed.\n\nIt rained, officials said.`
const hostileRecord = buildArticleRecord(
  text,
  [
    { source: hostile, cue: 'told', content: '</pre> the vote 😀 was lost', addressee: 'reporters' },
    { source: 'officials', cue: 'said', content: 'It rained' },
  ],
  { article: { uri: 'news/hostile.txt', language: 'en' } },
)

async function prove(records: readonly ArticleRecord[], options: Partial<ReportOptions> = {}) {
  const { database } = readUntilTestEnds(storeRecords(records))
  const seals = await collect(streamSeals(database))
  return { page: await report(database, options), seals }
}

describe('a report with proofs', () => {
  it.each([true, false])('agrees with them as it was written (whole texts: %s)', async isWhole => {
    const { page, seals } = await prove([...makeVariety(), hostileRecord], { isWhole })
    const claims = page.split('<li class="card').length - 1
    expect(claims).toBeGreaterThan(5)
    expect(await checkReport(page, 'r.html', seals)).toMatchObject({ claims, problems: [] })
  })

  it('agrees when only some of the claims were chosen', async () => {
    const { page, seals } = await prove([hostileRecord], { isWhole: false, filter: { source: 'officials' } })
    expect(page).toContain('without a chosen claim left out')
    expect(await checkReport(page, 'r.html', seals)).toEqual({ articles: 1, claims: 1, problems: [] })
  })

  it.each<[string, (page: string) => string, string]>([
    ['a word of the text', page => page.replace('More followed', 'Less followed'), 'The text of article'],
    [
      'what is shown',
      page =>
        page
          .replace('<div class="text"', '<!--<div class="text"')
          .replace('<div class="cards">', '--><div class="text">Other</div><div class="cards">'),
      'The text of article',
    ],
    ['what is marked', page => page.replace('<a class="mark cue', '<a class="mark source'), 'The text of article'],
    [
      'the cue of a card',
      page => page.replace('<span class="role cue">said', '<span class="role cue">denied'),
      'another cue than',
    ],
    [
      'whom a card has told',
      page => page.replace('"addressee">reporters', '"addressee">friends'),
      'another addressee than',
    ],
    [
      'the content of a card',
      page => page.replace('<p class="what">It rained', '<p class="what">It poured'),
      'another content than',
    ],
    ['a confidence', page => page.replace(/confidence \d+%/, 'confidence 1%'), 'another confidence than'],
    ['a label', page => page.replace('>statement</span>', '>promise</span>'), 'another kind than'],
    [
      'a claim',
      page => page.replaceAll(/id="claim-[0-9a-f]{4}/g, 'id="claim-0000'),
      'is none of those that were sealed',
    ],
    [
      'the proof',
      page => page.replace('"rows":{"article":[["', '"rows":{"article":[["0'),
      'the rows are those of another article',
    ],
    ['the article', page => page.replaceAll(/id="article-..../g, 'id="article-0000'), 'stands under another id'],
  ])('names %s that was changed', async (_, change, message) => {
    const { page, seals } = await prove([hostileRecord])
    const changed = change(page)
    expect(changed).not.toBe(page)
    const { problems } = await checkReport(changed, 'r.html', seals)
    expect(problems.map(({ level, message }) => `${level}: ${message}`).join('\n')).toMatch(
      new RegExp(`mismatch: .*${message}`),
    )
  })

  it('warns of a source that is not the one that was sealed, as after a correction', async () => {
    const path = storeRecords([hostileRecord])
    const id = hostileRecord.claims[1]?.id as string
    correctNow(path, [id], { verdict: null, source: 'Ada Mwale', note: null, correctedBy: null })
    const { database } = readUntilTestEnds(path)
    const { problems } = await checkReport(await report(database), 'r.html', await collect(streamSeals(database)))
    expect(problems).toEqual([
      expect.objectContaining({
        level: 'warning',
        claimIds: [id],
        message: expect.stringContaining('somebody corrected it, or changed the page'),
      }),
    ])
  })

  it('is refused without a proof, or with another thing in its place', async () => {
    const { page, seals } = await prove([hostileRecord])
    const without = await prove([hostileRecord], { proofs: false })
    await expect(checkReport(without.page, 'r.html', seals)).rejects.toThrow(
      'r.html holds no proof; report puts them in',
    )
    await expect(checkReport(page.replace('{"proof":', '{"proof":['), 'r.html', seals)).rejects.toThrow(
      'r.html holds no proof that',
    )
  })

  it('is written and checked at the command line', async () => {
    const workspace = makeWorkspace()
    workspace.write('news/bridge.txt', BRIDGE)
    for (const args of [
      ['run', 'news'],
      ['manifest', '-o', 'seals.jsonl'],
      ['report', '--proofs', '-o', 'r.html'],
    ])
      expect((await workspace.run(args)).status).toBe(0)
    const { status, stderr, stdout } = await workspace.run(['verify', '--proof', 'r.html', '--manifest', 'seals.jsonl'])
    expect(stdout).toBe('')
    expect(stderr).toMatch(
      /^1 proof and [1-9] exported claims in r\.html checked with seals\.jsonl: as they were sealed\./,
    )
    expect(status).toBe(0)
  })
})
