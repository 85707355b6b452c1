import { statSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openReader } from '../../src/store/open-reader.ts'
import { readContents } from '../../src/store/queries/seals/contents.ts'
import { recombineArticles } from '../bench/articles.ts'
import { makeWorkspace, until, Workspace } from '../cli/hearsay.ts'

/** Enough for a run to be interrupted in the middle. */
const ARTICLES = recombineArticles(100)
/** A few: `kills.test.ts` tries many, with poison. */
const KILLS = 3
const RUN = ['run', 'news', '--threads', '2', '--rules']

function fill(workspace: Workspace): Workspace {
  for (const { uri, text } of ARTICLES) workspace.write(`news/${uri}`, text)
  return workspace
}

/** Where the same articles are stored by a run that nobody interrupted. */
const undisturbed = new Workspace()
let expected: Awaited<ReturnType<typeof describeStored>>
beforeAll(async () => {
  expect((await fill(undisturbed).run(RUN)).status).toBe(0)
  expected = await describeStored(undisturbed)
  expect(expected.exported.length).toBeGreaterThan(400 * ARTICLES.length)
})
afterAll(() => undisturbed.remove())

const stored = (workspace: Workspace) =>
  (workspace.rows('SELECT count(*) AS articles FROM article')[0]?.articles ?? 0) as number

const COUNTS = `SELECT (SELECT count(*) FROM article) AS articles, (SELECT count(*) FROM claim) AS claims,
  (SELECT count(*) FROM claim_search) AS searchable, (SELECT count(*) FROM dead_letter) AS dead,
  (SELECT count(*) FROM source) AS sources, (SELECT count(*) FROM evidence) AS evidence`

/** Everything that is stored, with the root over what was sealed of every article. */
async function describeStored(workspace: Workspace) {
  const { stdout: exported } = await workspace.run(['export'])
  const reader = await openReader(join(workspace.folder, 'out/hearsay.db'))
  const contents = await readContents(reader.database)
  await reader.close()
  return { exported, rest: { counts: workspace.rows(COUNTS), contents } }
}

/** Everything that the undisturbed run has stored, once, and whole, and sealed as there. */
async function expectAllStored(workspace: Workspace): Promise<void> {
  const { exported, rest } = await describeStored(workspace)
  // Not toBe: the difference of two exports would fill the screen.
  expect(exported === expected.exported).toBe(true)
  expect(rest).toEqual(expected.rest)
  const verified = await workspace.run(['verify'])
  expect(verified.status, verified.stdout).toBe(0)
}

describe('kill -9', () => {
  it(`at ${KILLS} moments, then the same command: nothing is lost and nothing doubled`, async () => {
    const workspace = fill(makeWorkspace())
    const stops: number[] = []
    while (stops.length < KILLS) {
      const before = stored(workspace)
      const run = workspace.start(RUN)
      // Every other kill comes after something was written, so that what was written is at stake; the others come while
      // threads load, or between two transactions.
      if (stops.length % 2 === 1) await until(() => stored(workspace) > before || run.hasEnded)
      await new Promise(resolve => setTimeout(resolve, (stops.length * 37) % 150))
      run.kill('SIGKILL')
      await run.outcome()
      stops.push(stored(workspace))
      if (stored(workspace) === ARTICLES.length) break
    }
    expect(stops.some(articles => articles > 0 && articles < ARTICLES.length)).toBe(true)
    const { status, stderr } = await workspace.run(RUN)
    expect(status, stderr).toBe(0)
    await expectAllStored(workspace)
  })
})

describe('an interruption', () => {
  it.each<NodeJS.Signals>(['SIGINT', 'SIGTERM'])(
    '%s finishes what is in work, marks the run stopped and ends with 130',
    async signal => {
      const workspace = fill(makeWorkspace())
      const run = workspace.start(RUN)
      await until(() => stored(workspace) > 0 || run.hasEnded)
      run.kill(signal)
      const { status, stderr } = await run.outcome()
      expect(status, stderr).toBe(130)
      expect(stderr).toMatch(/^Stopping when .*Ctrl-C again.*\nRun 1 stopped: \d+ inputs?,/)
      const [counts] = workspace.rows('SELECT status, inputs, done, unchanged + skipped + dead AS others FROM run')
      expect(counts).toMatchObject({ status: 'stopped', others: 0 })
      expect(counts?.inputs).toBe(counts?.done)
      expect(counts?.done).toBe(stored(workspace))
      expect(stored(workspace)).toBeLessThan(ARTICLES.length)
      const again = await workspace.run([...RUN, '--json'])
      expect(JSON.parse(again.stdout)).toMatchObject({ unchanged: counts?.done, inputs: ARTICLES.length, dead: 0 })
      await expectAllStored(workspace)
    },
  )
})

describe('a disk that is full', () => {
  it('ends the run with 74, keeps what was committed, and the same command goes on from there', async () => {
    const workspace = fill(makeWorkspace())
    const hearsay = `"${process.execPath}" "${join(import.meta.dirname, '../../src/cli/hearsay.js')}"`
    // No file may grow beyond 2,000 blocks of 512 bytes; to a program that looks like a disk without space.
    const { status, stderr } = workspace.shell(`ulimit -f 2000; trap '' XFSZ; ${hearsay} ${RUN.join(' ')}`)
    expect(status, stderr).toBe(74)
    expect(stderr).toMatch(/^hearsay: [^\n]*what was committed is safe[^\n]*\n$/)
    expect(stored(workspace)).toBeLessThan(ARTICLES.length)
    expect((await workspace.run(RUN)).status).toBe(0)
    await expectAllStored(workspace)
  })

  it('counts only what was committed, and keeps the reason with the run', async () => {
    const first = makeWorkspace()
    first.write('news/first.txt', 'It is safe, Ada Mwale said.')
    expect((await first.run(['run', 'news'])).status).toBe(0)
    // In blocks of 512 bytes: room for what an empty database holds, and for less than there is to come.
    const room = Math.ceil(statSync(join(first.folder, 'out/hearsay.db')).size / 512) + 200

    const workspace = makeWorkspace()
    for (let number = 0; number < 150; number += 1) {
      workspace.write(`news/${number}.txt`, `Part ${number}. “Dam ${number} is safe,” said Ada Mwale.`)
    }
    const hearsay = `"${process.execPath}" "${join(import.meta.dirname, '../../src/cli/hearsay.js')}"`
    const { status, stderr } = workspace.shell(`ulimit -f ${room}; trap '' XFSZ; ${hearsay} run news --threads 1`)
    expect(status, stderr).toBe(74)
    const [{ claims } = {}] = workspace.rows('SELECT count(*) AS claims FROM claim')
    const done = stored(workspace)
    expect(done).toBeLessThan(150)
    expect(workspace.rows('SELECT done, claims FROM run')).toEqual([{ done, claims }])

    expect((await workspace.run(['run', 'news'])).status).toBe(0)
    const [run] = workspace.rows('SELECT status, done, claims, note FROM run')
    expect(run).toMatchObject({ status: 'failed', done, claims })
    // Where not even a note had room, the next run says that the process has ended.
    expect([
      stderr.replace(/ \[disk-(?:full|failed)\]\n$/, '\n'),
      expect.stringContaining('ended without ending the run'),
    ]).toContainEqual(`hearsay: ${run?.note}\n`)
  })
})
