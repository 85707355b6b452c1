import { spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { CONSOLE_LIMITS, type QueryLimits } from '../../src/web/sql/limits.ts'
import { QueryRunner } from '../../src/web/sql/query-runner.ts'
import { proofSize } from '../support/proof-size.ts'
import { storeRecords } from '../support/stored-database.ts'
import { findQueryProcesses, isAlive } from './query-processes.ts'

/** Short, so that many can be tried: what ends a query is not how long it may take. */
const BRIEF: QueryLimits = { ...CONSOLE_LIMITS, milliseconds: 150 }
const ENDLESS = 'WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n'

/** A runner and the id of its process, which is asked for anew where one may have been replaced. */
async function startRunner(limits: QueryLimits) {
  const others = findQueryProcesses()
  const runner = new QueryRunner(storeRecords([]), limits)
  onTestFinished(() => runner.close())
  expect(await runner.run('SELECT 1')).toMatchObject({ rows: [[1]] })
  const processIds = () => findQueryProcesses().filter(id => !others.includes(id))
  return { runner, processIds, processId: () => processIds()[0] as number }
}

/** Rows that never end, or do so after years. */
const rowsWithoutEnd = fc.constantFrom(
  '(WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n)',
  '(WITH RECURSIVE n (x) AS (SELECT 1 UNION SELECT x + 1 FROM n) SELECT x FROM n)',
  '(WITH RECURSIVE n (x, y) AS (SELECT 1, 1 UNION ALL SELECT x + y, x FROM n ORDER BY 1) SELECT x % 1000 AS x FROM n)',
  `(SELECT a.key AS x FROM ${['a', 'b', 'c', 'd'].map(name => `json_each('[${Array(300).fill(1)}]') ${name}`).join()})`,
  `(SELECT a.rootpage AS x FROM ${[...'abcdef'].map(name => `sqlite_schema ${name}`).join()})`,
)

/** What is made of each row: nothing that a step of SQLite's would have to wait for, or one step that takes long. */
const made = fc.oneof(
  fc.constantFrom(
    'x',
    'x * 2 + 1',
    'pow(x, 9) % 7',
    "format('%,.9d', x)",
    'length(hex(CAST(x AS TEXT)))',
    "json_valid(format('%.900000c', '['))",
    "strftime('%J', x)",
  ),
  fc
    .tuple(fc.constantFrom('c', 'd', 'f', 'g', 's', 'x', ',d', '!e', '*c'), fc.integer({ min: 1, max: 2_000_000_000 }))
    .map(([as, width]) =>
      as === '*c'
        ? `length(format('%.*c', ${width}, 'x'))`
        : `length(format('%${width % 2 ? '.' : ''}${width}${as}', x))`,
    ),
  fc
    .tuple(
      fc.constantFrom('replace(T, P, 1)', 'instr(T, P)', 'T LIKE P', "T GLOB '*' || P", 'trim(T, P)', 'length(T || P)'),
      fc.integer({ min: 1, max: 9_000_000 }),
      fc.integer({ min: 1, max: 9_000_000 }),
    )
    .map(([form, text, pattern]) =>
      form.replaceAll('T', `format('%.${text}c', 'x')`).replaceAll('P', `(format('%.${pattern}c', 'x') || 'y')`),
    ),
)

/** What is asked of them, so that no row of the answer ends the wait. */
const asked = fc.constantFrom(
  'SELECT count(V) FROM R',
  'SELECT max(V) FROM R',
  'SELECT V FROM R WHERE V IS NULL AND x < 0',
  'SELECT V AS v FROM R ORDER BY 1',
  'SELECT DISTINCT V IS NULL FROM R',
  'SELECT group_concat(V) FROM R',
  'SELECT json_group_array(V) FROM R',
  'SELECT median(x), max(V) FROM R',
  'SELECT V, row_number() OVER (ORDER BY V) FROM R',
  'SELECT 1 WHERE EXISTS (SELECT 1 FROM R WHERE V IS NULL AND x < 0)',
  'SELECT V FROM R GROUP BY x % 5, V',
)

const queries = fc
  .tuple(rowsWithoutEnd, made, asked)
  .map(([rows, value, question]) => question.replace(/\bV\b/g, () => value).replace(/\bR\b/g, () => rows))

describe.skipIf(process.platform !== 'linux')('a query that would not end', () => {
  it('is gone with its process when its reply comes, whatever it does, and the next one is answered', async () => {
    const { runner, processId, processIds } = await startRunner(BRIEF)
    const stopped = { late: 0, large: 0 }
    await fc.assert(
      fc.asyncProperty(queries, async query => {
        const before = processId()
        const answer = await runner.run(query)
        const reason = answer.kind === 'refused' ? answer.reason : ''
        if (reason.includes('took longer')) {
          expect(isAlive(before)).toBe(false)
          stopped.late++
        } else {
          if (reason.includes('memory')) stopped.large++
          expect(reason).not.toMatch(/not allowed|no such|syntax/)
        }
        // One process runs one query at a time: who answers this one is not at work on that one any more.
        expect(await runner.run('SELECT 1')).toMatchObject({ rows: [[1]] })
        expect(processIds()).toHaveLength(1)
      }),
      { numRuns: proofSize(6, 40) },
    )
    expect(stopped.late).toBeGreaterThan(0)
  }, 900_000)

  it.each([
    ['rows that are sorted', "SELECT format('%.1000000c', x) AS y FROM N ORDER BY y", 'N'],
    ['many long cells', `SELECT ${Array(200).fill('y')} FROM (SELECT format('%.19999999c', 'x') AS y)`, ''],
    [
      'many long blobs',
      `SELECT ${Array(200).fill('y')} FROM (SELECT CAST(format('%.19999999c', 'x') AS BLOB) AS y)`,
      '',
    ],
  ])('or takes too much memory is stopped: %s', async (_, query, rows) => {
    const { runner } = await startRunner({ ...CONSOLE_LIMITS, milliseconds: 60_000, memory: 300_000_000 })
    const n = '(WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n)'
    const answer = await runner.run(rows === '' ? query : query.replaceAll(rows, n))
    expect(answer).toMatchObject({ reason: expect.stringMatching(/too (?:much memory|big)/) })
    expect(await runner.run('SELECT 1')).toMatchObject({ rows: [[1]] })
  })

  it('is ended although the site has no time to end it', async () => {
    const { runner, processId } = await startRunner(BRIEF)
    const before = processId()
    const answer = runner.run(ENDLESS)
    // The question has been sent, and from here on nothing else runs in this process.
    await wait(20)
    const clock = new Int32Array(new SharedArrayBuffer(4))
    for (let looks = 0; looks < 3_000 && isAlive(before); looks++) Atomics.wait(clock, 0, 0, 20)
    expect(isAlive(before)).toBe(false)
    expect(await answer).toMatchObject({ reason: expect.stringContaining('took longer') })
  })

  it('is ended when the site is killed, at whatever moment', async () => {
    const path = storeRecords([])
    const module = new URL('../../src/web/sql/query-runner.ts', import.meta.url).href
    const script = `import { QueryRunner } from '${module}'
      setInterval(() => {}, 1000)
      console.log('starts')
      await new QueryRunner('${path}', ${JSON.stringify({ ...CONSOLE_LIMITS, milliseconds: 1e9 })}).run('${ENDLESS}')`
    for (let turn = 0; turn < proofSize(1, 6); turn++) {
      const site = spawn(process.execPath, ['--input-type=module', '-e', script], {
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      await once(site.stdout, 'data')
      let started: number[] = []
      while (started.length === 0) started = await wait(5).then(() => findQueryProcesses(site.pid))
      await wait((turn * 37) % 600)
      site.kill('SIGKILL')
      // It is the test's own limit that says how long this may take.
      while (started.some(isAlive)) await wait(20)
    }
  })

  it('leaves no process behind when the site closes', async () => {
    const { runner, processId, processIds } = await startRunner(BRIEF)
    const before = processId()
    const answer = runner.run(ENDLESS)
    await wait(20)
    runner.close()
    expect(await answer).toMatchObject({ reason: expect.stringContaining('closing') })
    expect(isAlive(before)).toBe(false)
    expect(await runner.run('SELECT 1')).toMatchObject({ kind: 'refused' })
    expect(processIds()).toEqual([])
  })
})
