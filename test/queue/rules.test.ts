import { join } from 'node:path'
import { expect, it } from 'vitest'
import { makeWorkspace } from '../cli/hearsay.ts'
import { describePostgres } from '../postgres/describe-postgres.ts'
import { query } from '../postgres/start-postgres.ts'

const RULES = `version: 1
names:
  - { name: Annegret Kramp-Karrenbauer, aliases: [AKK], kind: person }
`

describePostgres('articles that are queued for the rules of a newsroom', server => {
  it('are left to a worker that has them, by those that have others or none', async () => {
    const workspace = makeWorkspace()
    const db = await server().createDatabase()
    workspace.write(join('news', 'akk.txt'), 'AKK said the budget was late.')
    workspace.write('rules.yaml', RULES)
    workspace.write('others.yaml', RULES.replace('AKK', 'Akk'))
    const work = ['work', '--until-empty', '--engine', 'rules', '--db', db]
    const queued = await workspace.run(['enqueue', 'news', '--engine', 'rules', '--rules', 'rules.yaml', '--db', db])
    expect(queued.status, queued.stderr).toBe(0)
    for (const [args, has] of [
      [[], 'this worker has no rules of a newsroom'],
      [['--rules', 'others.yaml'], /this worker has rules with the digest [0-9a-f]{12}/],
    ] as const) {
      const refused = await workspace.run([...work, ...args])
      expect(refused.stderr).toMatch(has)
      expect(refused.stderr).toMatch(
        /were queued for rules with the digest [0-9a-f]{12}, .*start it with --rules and the file/,
      )
      expect(refused.status).toBe(2)
      expect(await query(db, 'SELECT id FROM article')).toEqual([])
    }
    const done = await workspace.run([...work, '--rules', 'rules.yaml'])
    expect(done.status, done.stderr).toBe(0)
    expect(await query(db, 'SELECT name FROM v_claim')).toEqual([{ name: 'Annegret Kramp-Karrenbauer' }])
    expect(await query(db, 'SELECT attempts FROM dead_letter')).toEqual([])
    const [row] = await query(
      db,
      "SELECT DISTINCT done.model, run.options::json ->> 'rulesDigest' AS digest FROM done, run WHERE stage = 'tokens' AND run.done > 0",
    )
    expect(row?.model).toBe(row?.digest)

    const again = await workspace.run([
      'enqueue',
      'news',
      '--engine',
      'rules',
      '--rules',
      'rules.yaml',
      '--db',
      db,
      '--json',
    ])
    expect(JSON.parse(again.stdout)).toMatchObject({ queued: 0, unchanged: 1 })
    await workspace.run(['enqueue', 'news', '--engine', 'rules', '--db', db])
    const plain = await workspace.run([...work, '--rules', 'rules.yaml'])
    expect(plain).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('were queued for no rules of a newsroom'),
    })
  })
})
