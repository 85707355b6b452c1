import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { readGold } from '../../src/evaluate/gold/gold-file.ts'
import { addClaim, appendCorrections } from '../../src/store/correcting/correct-claims.ts'
import { makeWorkspace, type Workspace } from '../cli/hearsay.ts'
import { buildArticleRecord, spanOf } from '../support/article-record.ts'
import { storeRecordsAt } from '../support/stored-database.ts'
import { storeDesk } from './judged-database.ts'

const BY = { source: null, note: null, correctedBy: 'eg', verdict: null } as const
const TEXT = '😀 Roy said it rained. Lee told us that it snowed. Ann denied it. Officials believe so.\n'
const CLAIMS = [
  { source: 'Roy', cue: 'said', content: 'it rained' },
  { source: 'Lee', cue: 'told', content: 'that it snowed', addressee: 'us' },
  { source: 'Ann', cue: 'denied', content: 'it', from: 'Ann' },
]

/** One article with three claims, of which none is judged yet. */
function deskOfOne(): { workspace: Workspace; db: string; ids: readonly string[]; articleId: string } {
  const workspace = makeWorkspace()
  const db = join(workspace.folder, 'desk.db')
  const record = buildArticleRecord(TEXT, CLAIMS, { article: { publisher: 'The Post' } })
  storeRecordsAt(db, [record])
  return { workspace, db, ids: record.claims.map(({ id }) => id), articleId: record.article.id }
}

const span = (words: string) => {
  const { start, end } = spanOf(TEXT, words)
  return { start, end }
}

describe('hearsay eval --corrections', () => {
  it('counts what editors accepted, changed, rejected and added, with intervals', async () => {
    const { workspace, db, ids, articleId } = deskOfOne()
    const [roy, lee] = ids as [string, string, string]
    await appendCorrections(db, [roy], { ...BY, verdict: 'accepted' })
    await appendCorrections(db, [lee], { ...BY, spans: { content: [span('it snowed')] }, act: 'promise' })
    await addClaim(db, articleId, {
      ...BY,
      spans: { source: [span('Officials')], cue: [span('believe')], content: [span('so')] },
    })
    const { status, stdout, stderr } = await workspace.run(['eval', '--corrections', '--db', db, '--json'])
    expect(status, stderr).toBe(0)
    const scores = JSON.parse(stdout)
    expect(scores).toMatchObject({
      articles: 1,
      unjudged: 1,
      missed: 1,
      all: { judged: 2, right: 2, asFound: 1, changed: 1, rejected: 0, share: 1 },
      act: { statement: { judged: 2 } },
      publisher: { 'The Post': { judged: 2 } },
      confidence: { '0.90–0.95': { judged: 2 } },
      field: {
        content: { kept: 1, changed: 1, share: 0.5 },
        act: { kept: 1, changed: 1 },
        cue: { kept: 2, changed: 0 },
      },
      found: { share: 2 / 3 },
    })
    // Wilson's interval of 2 of 2 and of 1 of 2, worked out by hand.
    expect(scores.all.interval.low).toBeCloseTo(0.3424, 3)
    expect(scores.all.interval.high).toBeCloseTo(1, 6)
    expect(scores.field.content.interval).toEqual({ low: expect.closeTo(0.0945, 3), high: expect.closeTo(0.9055, 3) })
    const text = (await workspace.run(['eval', '--corrections', '--db', db])).stdout
    expect(text).toMatch(/^all +2 +100\.0 +34\.2 – 100\.0 +1 +1 +0$/m)
    expect(text).toContain('missed: 1 added by editors')
    expect(text).toContain('Judged claims are a selection: 2 of 3 in 1 articles.')
  })

  it('takes a claim for wrong whose content has little of what editors made of it, and a withdrawn one for nothing', async () => {
    const { workspace, db, ids } = deskOfOne()
    const [roy, lee, ann] = ids as [string, string, string]
    await appendCorrections(db, [lee], { ...BY, spans: { content: [span('us that')] } })
    await appendCorrections(db, [ann], { ...BY, verdict: 'rejected' })
    await appendCorrections(db, [roy], { ...BY, verdict: 'rejected' })
    await appendCorrections(db, [roy], { ...BY, verdict: 'withdrawn' })
    const scores = JSON.parse((await workspace.run(['eval', '--corrections', '--db', db, '--json'])).stdout)
    expect(scores).toMatchObject({ unjudged: 1, all: { judged: 2, right: 0, changed: 1, rejected: 1 } })
  })

  it('says that nobody judged anything', async () => {
    const { workspace, db } = deskOfOne()
    const { status, stderr } = await workspace.run(['eval', '--corrections', '--db', db])
    expect(status).toBe(2)
    expect(stderr).toMatch(/^hearsay: Nobody judged a claim of .*desk\.db: accept, reject or change some/)
  })
})

describe('hearsay gold', () => {
  it('writes an article that was judged whole, as eval reads it', async () => {
    const { workspace, db, ids, articleId } = deskOfOne()
    const [roy, lee, ann] = ids as [string, string, string]
    await appendCorrections(db, [roy], { ...BY, verdict: 'accepted' })
    await appendCorrections(db, [lee], { ...BY, act: 'promise', source: 'Lee Ming' })
    await appendCorrections(db, [ann], { ...BY, verdict: 'rejected', note: 'a title' })
    await addClaim(db, articleId, {
      ...BY,
      spans: { source: [span('Officials')], cue: [span('believe')], content: [span('so')] },
    })
    const { status, stderr } = await workspace.run(['gold', '--db', db, '-o', 'gold'])
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: '3 claims of 1 article in gold, and 1 passage that is none.\n',
    })
    const [file = ''] = readdirSync(join(workspace.folder, 'gold/gold'))
    const gold = readGold(join(workspace.folder, 'gold/gold', file))
    expect(gold.sha256).toBe(articleId)
    expect(gold.notClaims).toEqual(
      [spanOf(TEXT, 'it', TEXT.indexOf('denied'))].map(({ start, end }) => ({ start, end })),
    )
    expect(gold.attributions).toMatchObject([
      { cue: [span('said')], act: 'statement', required: true },
      { cue: [span('told')], act: 'promise', entity: 'Lee Ming', content: [span('that it snowed')] },
      { cue: [span('believe')], source: [span('Officials')], required: true },
    ])
    const scored = await workspace.run(['eval', '--db', db, '--gold', join('gold/gold', file), '--attitudes'])
    expect(scored.status, scored.stderr).toBe(0)
  })

  it('leaves out what was judged in part unless it is asked for, and counts it', async () => {
    const { workspace, db, ids } = deskOfOne()
    await appendCorrections(db, [ids[0] as string], { ...BY, verdict: 'accepted' })
    const refused = await workspace.run(['gold', '--db', db, '-o', 'gold'])
    expect(refused.status).toBe(2)
    expect(refused.stderr).toContain('of 1 article 1 claim were judged and 2 not; judge the rest, or give --partial')
    const { stderr } = await workspace.run(['gold', '--db', db, '-o', 'gold', '--partial'])
    expect(stderr).toBe(
      '1 claim of 1 article in gold, and 0 passages that are none.\n2 claims that nobody judged stand there as not required.\n',
    )
    const [file = ''] = readdirSync(join(workspace.folder, 'gold/gold'))
    const { attributions } = readGold(join(workspace.folder, 'gold/gold', file))
    expect(attributions.map(({ required }) => required)).toEqual([true, false, false])
  })
})

describe('hearsay calibrate', () => {
  let workspace: Workspace
  let db: string
  beforeEach(() => {
    workspace = makeWorkspace()
    db = join(workspace.folder, 'desk.db')
  })
  const run = (...args: string[]) => workspace.run([...args, '--db', db])

  it('fits what a desk found, shows it beside what is stored, and can be taken away', async () => {
    // The machine promises 0.5 to 1, and keeps half of that.
    await storeDesk(db, { articles: 20, claimsEach: 15, truth: confidence => confidence / 2 })
    const before = readFileSync(db)
    const { status, stdout, stderr } = await run('calibrate')
    expect(status, stderr).toBe(0)
    expect(stdout).toMatch(/^before: Brier 0\.\d{4}, apart \d/)
    const [worse, better] = [...stdout.matchAll(/Brier (0\.\d{4})/g)].map(([, figure]) => Number(figure)) as [
      number,
      number,
    ]
    expect(better).toBeLessThan(worse)
    expect(stdout).toContain('after (platt, cross-validated over articles)')

    const [{ id, confidence } = { id: '', confidence: 0 }] = workspace.rows(
      'SELECT id, confidence FROM claim ORDER BY id',
      'desk.db',
    )
    const explained = await run('explain', id as string)
    expect(explained.stdout).toMatch(/confidence 0\.\d\d, 0\.\d\d by this desk’s corrections/)
    const { calibratedConfidence, claim } = JSON.parse((await run('explain', id as string, '--json')).stdout)
    expect(claim.confidence).toBe(confidence)
    expect(Math.abs(calibratedConfidence - (confidence as number) / 2)).toBeLessThan(0.12)
    expect(readFileSync(db).equals(before)).toBe(true)
    expect((await run('calibrate', '--show')).stdout).toMatch(/^fitted on .* to 300 judged claims \(platt\), Brier/)

    await run('calibrate', '--remove')
    expect(existsSync(`${db}.calibration.json`)).toBe(false)
    expect((await run('explain', id as string)).stdout).not.toContain('corrections')
    expect((await run('calibrate', '--remove')).stderr).toBe('There was no calibration.\n')
  })

  it('refuses with the number that there is too little of', async () => {
    await storeDesk(db, { articles: 5, claimsEach: 10, truth: () => 0.5 })
    const few = await run('calibrate')
    expect(few.status).toBe(2)
    expect(few.stderr).toContain('has 50 judged claims, and a calibration takes 100')
  })

  it('refuses a desk that only ever agreed', async () => {
    await storeDesk(db, { articles: 10, claimsEach: 11, truth: () => 1 })
    expect((await run('calibrate')).stderr).toContain('has 0 claims that were wrong, and a calibration takes 15')
    expect(existsSync(`${db}.calibration.json`)).toBe(false)
  })

  it('keeps nothing on a dry run, nor where it would be no better', async () => {
    await storeDesk(db, { articles: 20, claimsEach: 15, truth: confidence => confidence })
    await run('calibrate', '--dry-run')
    expect(existsSync(`${db}.calibration.json`)).toBe(false)
    const { stderr } = await run('calibrate')
    expect(stderr.includes('nothing was kept')).toBe(!existsSync(`${db}.calibration.json`))
  })

  it('says what to do with a damaged file', async () => {
    await storeDesk(db, { articles: 1, claimsEach: 1, truth: () => 1 })
    writeFileSync(`${db}.calibration.json`, '{"points": [[2, 3]]}')
    const [{ id } = { id: '' }] = workspace.rows('SELECT id FROM claim', 'desk.db')
    const { status, stderr } = await run('explain', id as string)
    expect(status).toBe(2)
    expect(stderr).toMatch(/desk\.db\.calibration\.json is no calibration of hearsay; make it anew/)
  })
})
