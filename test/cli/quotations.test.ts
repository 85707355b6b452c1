import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { makeWorkspace } from './hearsay.ts'

const SAID = 'The harbour tunnel will open in September after eleven years of delays and lawsuits'
const first = `"${SAID}," the mayor, Ada Mwale, said on Monday. Rain fell in the hills.\n`
const second = `Rents rose. "${SAID.replace('will open', 'will not open')}," Ada Mwale said.\n`

it('lists quotations of several articles, lays their variants beside the first, and says what waits', async () => {
  const workspace = makeWorkspace()
  workspace.write(
    'in/a.json',
    JSON.stringify({ text: first, published_at: '2026-03-01T08:00:00Z', publisher: 'The Post' }),
  )
  workspace.write(
    'in/b.json',
    JSON.stringify({ text: second, published_at: '2026-03-02T08:00:00Z', publisher: 'The Sun' }),
  )
  await workspace.run(['run', 'in/a.json', '--rules'])
  expect((await workspace.run(['quotations'])).stderr).toContain('0 quotations.')
  await workspace.run(['run', 'in/b.json', '--rules', '--no-quotations'])
  expect((await workspace.run(['quotations'])).stderr).toContain('1 article has not been held against the others yet')
  const listed = await workspace.run(['quotations', '--update', '--json', '--min-articles', '2', '--speaker', 'mwale'])
  expect(listed.stderr).toContain('1 article held against the others.')
  const [family, ...others] = JSON.parse(listed.stdout)
  expect(others).toEqual([])
  expect(family).toMatchObject({ articles: 2, variants: 2, first_publisher: 'The Post', speakers_differ: false })
  expect((await workspace.run(['quotations', '--differs', 'speakers'])).stderr).toContain('0 quotations.')

  const variants = await workspace.run(['quotations', family.family_id.slice(0, 6), '--nl'])
  const rows = variants.stdout
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
  expect(rows.map(({ publisher, variant }) => [publisher, variant])).toEqual([
    ['The Post', 0],
    ['The Sun', 1],
  ])
  expect(rows[1].aligned).toContain('{+not+}')
  expect(rows[1].differs).toContain('negation')
  expect(variants.stderr).toContain('2 claims of 2 articles, 2 variants; first seen: The Post, 2026-03-01.')
  expect((await workspace.run(['quotations', rows[1].claim_id, '--nl'])).stdout).toBe(variants.stdout)

  await workspace.run(['correct', rows[1].claim_id, '--reject'])
  expect((await workspace.run(['quotations'])).stderr).toContain('0 quotations.')
  expect(await workspace.run(['quotations', 'ffff'])).toMatchObject({ status: 2 })
  await workspace.run(['correct', rows[1].claim_id, '--undo'])
  expect((await workspace.run(['quotations', '--rebuild'])).stderr).toContain('1 quotation.')
  expect(await workspace.run(['verify'])).toMatchObject({ status: 0 })
})

it('keeps the articles where a fault keeps them from being held against others, and says what to do', async () => {
  const workspace = makeWorkspace()
  workspace.write('in/a.txt', first)
  workspace.write('in/b.txt', second)
  expect((await workspace.run(['run', 'in/a.txt', '--rules'])).status).toBe(0)
  const database = new Database(join(workspace.folder, 'out/hearsay.db'))
  database.exec(
    `CREATE TRIGGER fault BEFORE INSERT ON quotation_family BEGIN SELECT RAISE(ABORT, 'a fault in one step'); END`,
  )
  const outcome = await workspace.run(['run', 'in/b.txt', '--rules', '--log', 'run.log'])
  expect(outcome.stderr).toMatch(
    /other articles were not looked for: .*a fault in one step.*hearsay quotations --update\n$/,
  )
  expect(outcome.status).not.toBe(0)
  expect(workspace.rows('SELECT count(*) AS articles FROM article')).toEqual([{ articles: 2 }])
  expect(workspace.rows('SELECT count(*) AS waiting FROM across_entry WHERE version = 0')).toEqual([{ waiting: 1 }])
  const told = await workspace.run(['status', '--json'])
  expect(JSON.parse(told.stdout)).toMatchObject({ done: 2, notCompared: 1 })
  expect(readFileSync(join(workspace.folder, 'run.log'), 'utf8')).toMatch(/"articles not compared"/)
  database.exec('DROP TRIGGER fault')
  database.close()
  expect((await workspace.run(['quotations', '--update'])).stderr).toContain('1 quotation.')
  expect((await workspace.run(['status'])).stdout).toMatch(/articles not compared\s+0/)
})
