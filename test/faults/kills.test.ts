import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seededRandom } from '../../src/evaluate/figures/seeded-random.ts'
import { recombineArticles } from '../bench/articles.ts'
import { type Outcome, until, Workspace } from '../cli/hearsay.ts'

/*
 * HEARSAY_KILLS=200 HEARSAY_KILL_ARTICLES=4000 npx vitest run test/faults/kills.test.ts --project long
 * HEARSAY_KILL_SEED repeats the moments of another run as far as the machine does.
 */
const KILLS = Number(process.env.HEARSAY_KILLS ?? 10)
const ARTICLES = Number(process.env.HEARSAY_KILL_ARTICLES ?? 240)
const SEED = Number(process.env.HEARSAY_KILL_SEED ?? Date.now() % 2 ** 31)

const POISONED = join(import.meta.dirname, 'analysers/poisoned-hearsay.ts')
const COSTLY = ['POISON-EXIT', 'POISON-HANG', 'POISON-ARRAYS', 'POISON-BUFFERS']
const CHEAP = ['POISON-THROW', 'POISON-STACK', 'POISON-RECORD', 'POISON-THROW-STRING']
/** One article in so many is poisoned; one in eight of those takes a thread or some seconds with it. */
const POISON_EVERY = 41
const OPTIONS = ['--rules', '--timeout', '10', '--max-heap', '256']
const RUN = ['run', 'wire.jsonl', ...OPTIONS]

function poisonOf(index: number): string {
  if (index % POISON_EVERY !== 13) return ''
  const number = Math.floor(index / POISON_EVERY)
  const kinds = number % 8 === 3 ? COSTLY : CHEAP
  return `\n\n${kinds[(number % 8 === 3 ? Math.floor(number / 8) : number) % kinds.length]} ${number}.`
}

const WIRE = recombineArticles(ARTICLES)
  .map(({ text }, index) => `${JSON.stringify({ text: text + poisonOf(index) })}\n`)
  .join('')
const POISONS = Array.from({ length: ARTICLES }, (_, index) => poisonOf(index)).filter(poison => poison !== '').length

const workspaces: Workspace[] = []
afterAll(() => {
  for (const workspace of workspaces) workspace.remove()
})

function makeRound(): Workspace {
  const workspace = new Workspace()
  workspaces.push(workspace)
  workspace.write('wire.jsonl', WIRE)
  return workspace
}

async function finish(workspace: Workspace, threads: number): Promise<Outcome> {
  return await workspace.start([...RUN, '--threads', String(threads)], POISONED).outcome()
}

const COUNTS = `SELECT (SELECT count(*) FROM article) AS articles, (SELECT count(*) FROM claim) AS claims,
  (SELECT count(*) FROM claim_search) AS searchable, (SELECT count(*) FROM dead_letter) AS dead,
  (SELECT count(*) FROM source) AS sources, (SELECT count(*) FROM evidence) AS evidence,
  (SELECT count(*) FROM done) AS done`
const LETTERS = 'SELECT uri, kind, error, stage, version FROM dead_letter ORDER BY uri'
const INPUTS = 'SELECT location, status, reason, article_id, raw_sha256 FROM input ORDER BY location, article_id'

/** All that must be the same however often a run was killed and on how many threads it ran. */
function describeStored(workspace: Workspace) {
  const exported = workspace.hearsay(['export'])
  expect(exported.status, exported.stderr).toBe(0)
  return {
    exportSha256: createHash('sha256').update(exported.stdout).digest('hex'),
    counts: workspace.rows(COUNTS),
    letters: workspace.rows(LETTERS),
    inputs: workspace.rows(INPUTS),
    integrity: workspace.rows('PRAGMA integrity_check'),
    foreignKeys: workspace.rows('PRAGMA foreign_key_check'),
  }
}

let expected: ReturnType<typeof describeStored>
beforeAll(async () => {
  const undisturbed = makeRound()
  const { status, stderr } = await finish(undisturbed, 2)
  expect(status, stderr).toBe(3)
  expected = describeStored(undisturbed)
}, 3_600_000)

describe('a corpus with poison in it', () => {
  it('is all done but for the poison, which is dead with stage, kind and error', () => {
    expect(expected.counts).toMatchObject([{ articles: ARTICLES - POISONS, dead: POISONS }])
    expect(expected.inputs).toHaveLength(ARTICLES)
    expect(expected.letters).toHaveLength(POISONS)
    expect(expected.letters.every(({ stage, kind, error }) => stage !== null && kind !== null && error !== '')).toBe(
      true,
    )
    expect(expected.integrity).toEqual([{ integrity_check: 'ok' }])
    expect(expected.foreignKeys).toEqual([])
  })

  it('gives on one thread what it gives on two', { timeout: 3_600_000 }, async () => {
    const single = makeRound()
    expect((await finish(single, 1)).status).toBe(3)
    expect(describeStored(single)).toEqual(expected)
  })

  it(`gives the same after ${KILLS} SIGKILLs at random moments: nothing lost, doubled or partial`, {
    timeout: 3 * 3_600_000,
  }, async () => {
    const random = seededRandom(SEED)
    const stops = new Set<number>()
    let kills = 0
    let rounds = 0
    while (kills < KILLS) {
      const workspace = makeRound()
      const stored = () => (workspace.rows('SELECT count(*) AS stored FROM article')[0]?.stored ?? 0) as number
      rounds += 1
      while (kills < KILLS) {
        const before = stored()
        const run = workspace.start([...RUN, '--threads', '2'], POISONED)
        // Every other kill comes after something was written, so that a round comes to its end.
        if (kills % 2 === 1) await until(() => stored() > before || run.hasEnded)
        await new Promise(resolve => setTimeout(resolve, random() * (kills % 2 === 1 ? 600 : 2000)))
        if (run.hasEnded) break
        run.kill('SIGKILL')
        await run.outcome()
        kills += 1
        stops.add(stored())
      }
      const last = await finish(workspace, 2)
      expect(last.status, `seed ${SEED}: ${last.stderr}`).toBe(3)
      expect(describeStored(workspace), `seed ${SEED}`).toEqual(expected)
      workspace.remove()
    }
    process.stdout.write(
      `${kills} kills in ${rounds} rounds at ${stops.size} different counts of articles, seed ${SEED}\n`,
    )
    expect(stops.size).toBeGreaterThan(1)
  })
})
