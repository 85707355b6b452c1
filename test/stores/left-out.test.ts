import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openReader } from '../../src/store/open-reader.ts'
import { DAM } from '../cli/articles.ts'
import { makeWorkspace, type Workspace } from '../cli/hearsay.ts'
import { LEAVING_OUT, PASSAGES } from '../faults/readers/leaving-out.ts'
import { describePostgres } from '../postgres/describe-postgres.ts'
import { collect } from '../support/collect.ts'

/** Worker threads that obey poisons, whatever the engine. */
const poison = new URL('../faults/analysers/poison-rules.ts', import.meta.url)
const POISONED = { encoder: poison, linear: poison, rules: poison }

const PLACES = ['news/copy.txt', 'news/dam.txt', 'wire.jsonl#L1', 'wire.jsonl#L2']
/** What stands in a database of every place when nothing was lost on the way. */
const KEPT = PLACES.map(location => ({
  location,
  title: location === 'wire.jsonl#L1' ? 'Dam safe' : location === 'wire.jsonl#L2' ? 'Same dam' : expect.anything(),
  section: 'Harbour',
  modified_at: '2026-03-05T09:00:00Z',
  origins: { section: `breadcrumbs of ${location}` },
  left_out: PASSAGES.length,
}))

/** Two files with the same text, and two records with the same text and titles of their own. */
function makeInputs(text: string): Workspace {
  const workspace = makeWorkspace()
  workspace.write('news/dam.txt', text)
  workspace.write('news/copy.txt', text)
  const record = (title: string) => `${JSON.stringify({ title, text: `Again. ${text}` })}\n`
  workspace.write('wire.jsonl', record('Dam safe') + record('Same dam'))
  return workspace
}

async function read(db: string, query: string) {
  const reader = await openReader(db)
  try {
    const { columns, rows } = await reader.select(query)
    return (await collect(rows)).map(row => Object.fromEntries(columns.map((name, i) => [name, row[i]])))
  } finally {
    await reader.close()
  }
}

async function readKept(db: string) {
  const rows = await read(
    db,
    `SELECT location, title, section, modified_at, origins,
       (SELECT count(*) FROM left_out WHERE input_id = input.id) AS left_out FROM input ORDER BY location`,
  )
  return rows.map(row => {
    const { section } = JSON.parse(String(row.origins)) as Record<string, unknown>
    return { ...row, left_out: Number(row.left_out), origins: { section } }
  })
}

const PASSAGES_OF = 'SELECT location, sequence, reason, text FROM v_left_out ORDER BY location, sequence'

it('a run with several threads keeps it of each place, and changes nothing when it is done again', async () => {
  const workspace = makeInputs(DAM)
  const db = join(workspace.folder, 'a.db')
  const run = async (...args: string[]) =>
    expect(
      await workspace.run(['run', ...args, '--db', db, '--threads', '3'], { readerModule: LEAVING_OUT }),
    ).toMatchObject({ status: 0 })
  await run('news', 'wire.jsonl', '--rules')
  expect(await readKept(db)).toEqual(KEPT)
  const passages = await read(db, PASSAGES_OF)
  expect(passages.slice(0, 2)).toEqual(
    PASSAGES.map((passage, sequence) => ({ location: 'news/copy.txt', sequence, ...passage })),
  )
  expect(await read(db, 'SELECT section, modified_at, left_out FROM v_article')).toEqual(
    Array(2).fill({ section: 'Harbour', modified_at: '2026-03-05T09:00:00Z', left_out: 4 }),
  )
  await run('news', 'wire.jsonl', '--rules')
  await run('--upgrade', '--fast')
  expect(await readKept(db)).toEqual(KEPT)
  expect(await read(db, PASSAGES_OF)).toEqual(passages)
  expect((await workspace.run(['verify', '--db', db])).status).toBe(0)
})

it('an article that fails keeps it, and has it when it is analysed after all', async () => {
  const workspace = makeInputs(`${DAM}\nPOISON-THROW`)
  const db = join(workspace.folder, 'a.db')
  const failed = await workspace.run(['run', 'news', 'wire.jsonl', '--rules', '--db', db], {
    readerModule: LEAVING_OUT,
    analysers: POISONED,
  })
  expect(failed.status).toBe(3)
  expect(await readKept(db)).toEqual(KEPT)
  expect(await workspace.run(['retry', '--rules', '--db', db])).toMatchObject({ status: 0 })
  expect(await readKept(db)).toEqual(KEPT)
  expect(await read(db, 'SELECT section, modified_at FROM v_article')).toEqual(
    Array(2).fill({ section: 'Harbour', modified_at: '2026-03-05T09:00:00Z' }),
  )
})

it('an archive copy holds it, and show prints it for each place on request, hidden characters in the open', async () => {
  const workspace = makeInputs(DAM)
  await workspace.run(['run', 'news', 'wire.jsonl', '--rules'], { readerModule: LEAVING_OUT })
  expect(await workspace.run(['export', '--bundle', 'bundle'])).toMatchObject({ status: 0 })
  expect(workspace.rows('SELECT count(*) AS passages FROM v_left_out', 'bundle/hearsay.db')).toEqual([{ passages: 8 }])

  const without = await workspace.run(['show', 'dam.txt'])
  const { status, stdout } = await workspace.run(['show', 'dam.txt', '--left-out'])
  expect(status).toBe(0)
  expect(stdout.startsWith(without.stdout)).toBe(true)
  const added = stdout.slice(without.stdout.length)
  expect(added).toContain(
    '2 passages left out in news/copy.txt:\n  related links:\n    More on this:\n    Harbour dredged',
  )
  expect(added).toContain('2 passages left out in news/dam.txt:\n')
  expect(added).toContain('    Well said <U+202E><U+001B>[31m')
  const { places, article } = JSON.parse((await workspace.run(['show', 'dam.txt', '--left-out', '--json'])).stdout)
  expect(article).toMatchObject({ section: 'Harbour', modifiedAt: '2026-03-05T09:00:00Z' })
  expect(places).toMatchObject([
    { location: 'news/copy.txt', told: { section: 'Harbour' }, leftOut: PASSAGES },
    { location: 'news/dam.txt', leftOut: PASSAGES },
  ])
})

describePostgres('what each place says and leaves out, on a server', server => {
  it('comes through the queue and its workers, and is copied', async () => {
    const workspace = makeInputs(DAM)
    const url = await server().createDatabase()
    const enqueue = ['enqueue', 'news', 'wire.jsonl', '--rules', '--db', url]
    expect(await workspace.run(enqueue, { readerModule: LEAVING_OUT })).toMatchObject({ status: 0 })
    expect(await workspace.run(['work', '--until-empty', '--rules', '--db', url])).toMatchObject({ status: 0 })
    expect(await readKept(url)).toEqual(KEPT)
    // Known by now, it comes with an input alone.
    expect(await workspace.run(enqueue, { readerModule: LEAVING_OUT })).toMatchObject({ status: 0 })
    expect(await readKept(url)).toEqual(KEPT)
    const copied = join(workspace.folder, 'copied.db')
    expect(await workspace.run(['copy', url, copied])).toMatchObject({ status: 0 })
    expect(await readKept(copied)).toEqual(KEPT)
    expect(await read(copied, PASSAGES_OF)).toEqual(await read(url, PASSAGES_OF))
    expect((await workspace.run(['verify', '--db', url])).status).toBe(0)
  })

  it('comes by a run, too', async () => {
    const workspace = makeInputs(DAM)
    const url = await server().createDatabase()
    const run = ['run', 'news', 'wire.jsonl', '--rules', '--db', url]
    expect(await workspace.run(run, { readerModule: LEAVING_OUT })).toMatchObject({ status: 0 })
    expect(await readKept(url)).toEqual(KEPT)
  })
})
