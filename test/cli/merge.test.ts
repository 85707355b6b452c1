import { expect, it } from 'vitest'
import { makeWorkspace } from './hearsay.ts'

const NORTH = 'Ms Roy said rents rose. "We agree," said Mr Lim.'
const SOUTH = 'The mayor denied that the bridge was closed.'

it('makes one database of several, says what came, and exports what one run would have', async () => {
  const workspace = makeWorkspace()
  workspace.write('north/a.txt', NORTH)
  workspace.write('south/b.txt', SOUTH)
  await workspace.run(['run', 'north', '--db', 'north.db', '--rules'])
  await workspace.run(['run', 'south', '--db', 'south.db', '--rules'])
  await workspace.run(['run', 'north', 'south', '--db', 'both.db', '--rules'])

  const merged = await workspace.run(['merge', 'south.db', 'north.db', '--into', 'out/all.db', '--json'])
  expect(merged).toMatchObject({ status: 0, stderr: expect.stringContaining('Merged into out/all.db') })
  expect(merged.stderr).toMatch(
    /^north\.db: 1 article \(1 added, 0 replaced, 0 known already\), \d+ claims? and 1 run came\.$/m,
  )
  expect(JSON.parse(merged.stdout)).toMatchObject({ database: 'out/all.db', files: [{ added: 1 }, { added: 1 }] })
  expect((await workspace.run(['export', '--db', 'out/all.db'])).stdout).toBe(
    (await workspace.run(['export', '--db', 'both.db'])).stdout,
  )
  expect(await workspace.run(['verify', '--db', 'out/all.db'])).toMatchObject({ status: 0 })

  const again = await workspace.run(['merge', 'north.db', '--into', 'out/all.db'])
  expect(again.stderr).toContain('(0 added, 0 replaced, 1 known already)')
})

it('says in one sentence which database cannot be merged, and makes none', async () => {
  const workspace = makeWorkspace()
  expect(await workspace.run(['merge', 'gone.db', '--into', 'all.db'])).toMatchObject({
    status: 4,
    stderr: expect.stringMatching(/^hearsay: There is no database at gone\.db[^\n]*\n$/),
  })
  expect(await workspace.run(['merge', 'gone.db'])).toMatchObject({ status: 2 })
  const toServer = await workspace.run(['merge', 'gone.db', '--into', 'postgres://ann:secret@db.example/news'])
  expect(toServer).toMatchObject({ status: 2, stderr: expect.stringContaining('ann@db.example/news is no file') })
  expect(toServer.stderr).not.toContain('secret')
  expect(workspace.rows('SELECT 1', 'all.db')).toEqual([])
})
