import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ArticleRecord } from '../../src/domain/record.ts'
import { until, Workspace } from '../cli/hearsay.ts'
import { copyDatabase } from '../support/copy-database.ts'
import { CONTENTS, makeArticle, readRows, SPEAKERS } from '../support/said-articles.ts'
import { storeRecordsAt } from '../support/stored-database.ts'

/*
 * Finding what is the same across articles is broken off: killed in the middle of finding all of it at once, stopped by Ctrl-C, with
 * no room on the disk. What is stored stays, nothing half is shown, and the next time finds what an undisturbed one does.
 */

/** Enough that all are found at once. */
const ARTICLES = 1500
const KILLS = Number(process.env.HEARSAY_ACROSS_KILLS ?? 6)
const DATABASE = 'out/hearsay.db'
const UPDATE = ['quotations', '--update']

const records: readonly ArticleRecord[] = Array.from({ length: ARTICLES }, (_, number) =>
  makeArticle(number, [1, 2, 3, 20, null][number % 5] ?? null, [
    { content: number % CONTENTS.length, speaker: number % SPEAKERS.length },
    { content: (number * 3) % CONTENTS.length, speaker: (number * 2) % SPEAKERS.length },
  ]),
)

const original = new Workspace()
const undisturbed = new Workspace()
const workspaces = [original, undisturbed]
const pathOf = ({ folder }: Workspace) => join(folder, DATABASE)

beforeAll(async () => {
  original.write('out/.keep', '')
  storeRecordsAt(pathOf(original), records)
  original.write('news/dam.txt', '“The dam is safe,” said Ada Mwale.')
  copyDatabase(original, undisturbed)
  expect((await undisturbed.run(UPDATE)).status).toBe(0)
}, 600_000)
afterAll(() => {
  for (const workspace of workspaces) workspace.remove()
})

/** All articles wait. */
function makeWaiting(): Workspace {
  const workspace = new Workspace()
  workspaces.push(workspace)
  workspace.write('news/dam.txt', '“The dam is safe,” said Ada Mwale.')
  copyDatabase(original, workspace)
  return workspace
}

const count = (workspace: Workspace, what: string) =>
  Number(workspace.rows(`SELECT count(*) AS n FROM ${what}`)[0]?.n ?? 0)

describe('what is found across articles', () => {
  it(`is the same after ${KILLS} SIGKILLs while all of it is found at once, and nothing half is shown meanwhile`, {
    timeout: 600_000,
  }, async () => {
    const expected = await readRows(pathOf(undisturbed))
    const workspace = makeWaiting()
    let inTheMiddle = 0
    const tables = ['wording', 'wording_tie', 'wording_anchor', 'quotation_family', 'quotation_member']
    for (let kill = 0; kill < KILLS; kill++) {
      // Each time later: when the next of the tables begins to be filled.
      const table = tables[kill % tables.length] as string
      const before = count(workspace, table)
      const run = workspace.start(UPDATE)
      await until(
        () =>
          run.hasEnded || (count(workspace, 'across_entry WHERE version = -1') > 0 && count(workspace, table) > before),
      )
      run.kill('SIGKILL')
      await run.outcome()
      if (count(workspace, 'across_entry WHERE version = -1') === 0) break
      inTheMiddle++
      const { stdout, stderr } = await workspace.run(['quotations', '--json'])
      expect(JSON.parse(stdout)).toEqual([])
      expect(stderr).toContain('articles have not been held against the others yet')
      expect((await workspace.run(['status', '--json'])).stdout).toContain(`"notCompared": ${ARTICLES}`)
      expect(workspace.rows('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
    }
    expect(inTheMiddle).toBeGreaterThan(0)
    expect((await workspace.run(UPDATE)).status).toBe(0)
    expect(await readRows(pathOf(workspace))).toEqual(expected)
    expect((await workspace.run(['verify', '--no-files'])).stdout).not.toContain('quotation')
  })

  it('is left to the next run by Ctrl-C, which says so and ends with 130', { timeout: 600_000 }, async () => {
    const workspace = makeWaiting()
    const run = workspace.start(['run', 'news', '--rules', '--log', 'run.log'])
    await until(() => run.hasEnded || run.stderr.includes('Run 2 finished'))
    run.kill('SIGINT')
    const { status, stderr } = await run.outcome()
    expect(status, stderr).toBe(130)
    expect(stderr).toContain('Stopped looking for the same words in other articles.')
    expect(count(workspace, 'article')).toBe(ARTICLES + 1)
    expect(count(workspace, 'across_entry WHERE version <= 0')).toBeGreaterThan(0)
    expect((await workspace.run(['status'])).stderr).toContain('have not been held against the others yet')
    expect((await workspace.run(['run', 'news', '--rules'])).status).toBe(0)
    expect(count(workspace, 'across_entry WHERE version <= 0')).toBe(0)
    expect(count(workspace, 'quotation_family')).toBe(count(undisturbed, 'quotation_family'))
  })

  it('ends with 74 where the disk is full, with all articles stored, and is made up for', {
    timeout: 600_000,
  }, async () => {
    const workspace = makeWaiting()
    const hearsay = `"${process.execPath}" "${join(import.meta.dirname, '../../src/cli/hearsay.js')}"`
    // In blocks of 512 bytes: no room for what is found in the log of the database.
    const { status, stderr } = workspace.shell(`ulimit -f 200; trap '' XFSZ; ${hearsay} ${UPDATE.join(' ')}`)
    expect(status, stderr).toBe(74)
    expect(stderr).toMatch(/^(?:.*\n)*hearsay: .*\b(?:full|disk)\b.*\n$/)
    expect(count(workspace, 'article')).toBe(ARTICLES)
    expect(JSON.parse((await workspace.run(['quotations', '--json'])).stdout)).toEqual([])
    expect((await workspace.run(UPDATE)).status).toBe(0)
    expect(await readRows(pathOf(workspace))).toEqual(await readRows(pathOf(undisturbed)))
  })
})
