import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { makeWorkspace } from '../cli/hearsay.ts'
import { storeVariety } from '../support/variety.ts'

it('export writes a folder of files for each article, and only as a whole', async () => {
  const workspace = makeWorkspace()
  const database = storeVariety()
  const { status, stderr } = await workspace.run(['export', '--db', database, '--format', 'brat', '-o', 'annotate'])
  expect([status, stderr]).toEqual([0, '6 claims in annotate.\n'])
  const files = readdirSync(join(workspace.folder, 'annotate'))
  expect(files.filter(name => name.endsWith('.ann'))).toHaveLength(2)
  expect(
    readFileSync(join(workspace.folder, 'annotate', files.find(name => name.endsWith('.ann')) ?? ''), 'utf8'),
  ).toMatch(/^T1\t/)
  const again = await workspace.run(['export', '--db', database, '--format', 'brat', '-o', 'annotate', '--cue', 'none'])
  expect(again).toMatchObject({ status: 2, stderr: expect.stringContaining('not empty') })
  expect(readdirSync(join(workspace.folder, 'annotate'))).toEqual(files)
  expect(await workspace.run(['export', '--db', database, '--format', 'citron'])).toMatchObject({
    status: 2,
    stdout: '',
    stderr: 'hearsay: citron is a folder of files; say where: --output FOLDER. [argument-missing]\n',
  })
})

it('export writes Parquet to standard output as it does to a file', async () => {
  const workspace = makeWorkspace()
  const database = storeVariety()
  expect((await workspace.run(['export', '--db', database, '--format', 'parquet', '-o', 'a.parquet'])).status).toBe(0)
  const command = `"${process.execPath}" "${join(import.meta.dirname, '../../src/cli/hearsay.js')}"`
  expect(workspace.shell(`${command} export --db "${database}" --format parquet > b.parquet`).status).toBe(0)
  const read = (name: string) => readFileSync(join(workspace.folder, name))
  expect(read('b.parquet').equals(read('a.parquet'))).toBe(true)
  expect(read('a.parquet').toString('latin1', 0, 4)).toBe('PAR1')
})
