import { expect, it } from 'vitest'
import { makeWorkspace } from './hearsay.ts'

const NORTH = 'Ms Roy said rents rose. "We agree," said Mr Lim.'
const SOUTH = 'The mayor denied that the bridge was closed.'

it('makes one database of several, says what came, and exports what one run would have', () => {
  const workspace = makeWorkspace()
  workspace.write('north/a.txt', NORTH)
  workspace.write('south/b.txt', SOUTH)
  workspace.hearsay(['run', 'north', '--db', 'north.db', '--rules'])
  workspace.hearsay(['run', 'south', '--db', 'south.db', '--rules'])
  workspace.hearsay(['run', 'north', 'south', '--db', 'both.db', '--rules'])

  const merged = workspace.hearsay(['merge', 'south.db', 'north.db', '--into', 'out/all.db', '--json'])
  expect(merged).toMatchObject({ status: 0, stderr: expect.stringContaining('Merged into out/all.db') })
  expect(merged.stderr).toMatch(
    /^north\.db: 1 article \(1 added, 0 replaced, 0 known already\), \d+ claims? and 1 run came\.$/m,
  )
  expect(JSON.parse(merged.stdout)).toMatchObject({ database: 'out/all.db', files: [{ added: 1 }, { added: 1 }] })
  expect(workspace.hearsay(['export', '--db', 'out/all.db']).stdout).toBe(
    workspace.hearsay(['export', '--db', 'both.db']).stdout,
  )
  expect(workspace.hearsay(['verify', '--db', 'out/all.db'])).toMatchObject({ status: 0 })

  const again = workspace.hearsay(['merge', 'north.db', '--into', 'out/all.db'])
  expect(again.stderr).toContain('(0 added, 0 replaced, 1 known already)')
})

it('says in one sentence which database cannot be merged, and makes none', () => {
  const workspace = makeWorkspace()
  expect(workspace.hearsay(['merge', 'gone.db', '--into', 'all.db'])).toMatchObject({
    status: 4,
    stderr: expect.stringMatching(/^hearsay: There is no database at gone\.db[^\n]*\n$/),
  })
  expect(workspace.hearsay(['merge', 'gone.db'])).toMatchObject({ status: 2 })
  const toServer = workspace.hearsay(['merge', 'gone.db', '--into', 'postgres://ann:secret@db.example/news'])
  expect(toServer).toMatchObject({ status: 2, stderr: expect.stringContaining('ann@db.example/news is no file') })
  expect(toServer.stderr).not.toContain('secret')
  expect(workspace.rows('SELECT 1', 'all.db')).toEqual([])
})
