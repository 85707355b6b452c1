import { join } from 'node:path'
import { expect, it } from 'vitest'
import { storeRecordsAt } from '../support/stored-database.ts'
import { articleOf } from '../support/voiced-article.ts'
import { makeWorkspace, type Workspace } from './hearsay.ts'

const ONE = articleOf([{ name: 'Ada Brook', says: ['one', 'two'] }], { uri: 'news/one.txt' })
const TWO = articleOf([{ name: 'Ada Brook', says: ['three'] }], { uri: 'news/two.txt' })
const [HERE, THERE] = [ONE, TWO].map(({ voices }) => voices[0]?.id ?? '') as [string, string]

function withVoices(): Workspace {
  const workspace = makeWorkspace()
  storeRecordsAt(join(workspace.folder, 'v.db'), [ONE, TWO])
  return workspace
}

it('correct --person says who somebody is, lists it among all corrections and takes it back', async () => {
  const workspace = withVoices()
  const run = async (...args: string[]) => await workspace.run(['correct', ...args, '--db', 'v.db'])
  const said = await run('--person', HERE.slice(0, 8), '--gender', 'woman', '--role', 'none', '--by', 'eg')
  expect(said.stderr).toBe(`Voice ${HERE.slice(0, 8)}, “Ada Brook”: gender woman; no role.\n`)
  const same = await run('--person', THERE, '--same-as', HERE, '--note', 'she told us', '--json')
  expect(JSON.parse(same.stdout)).toMatchObject([{ voice_id: THERE, same_as: HERE, state: 'in force', found: true }])
  await run(ONE.claims[0]?.id ?? '', '--reject')
  const listed = await run('--list', '--csv')
  expect(listed.stderr).toBe('1 correction, 2 of voices.\n')
  expect(listed.stdout.trimEnd().split('\n')).toHaveLength(4)
  expect((await run('--list')).stdout).toMatch(
    new RegExp(`\n${THERE.slice(0, 8)}\tvoice: same person as ${HERE.slice(0, 8)}; note “she told us”\tin force\t`),
  )
  const look = () => workspace.rows(`SELECT gender, corrected_by FROM v_person WHERE voice_id = '${HERE}'`, 'v.db')
  expect(look()).toEqual([{ gender: 'woman', corrected_by: 'eg' }])
  expect((await run('--person', HERE, '--undo')).stderr).toContain('last correction taken back')
  expect(look()).toEqual([{ gender: 'unknown', corrected_by: null }])
})

it('refuses what is about claims beside --person, and what is about voices without', async () => {
  const workspace = withVoices()
  for (const [args, message] of [
    [['abcd', '--gender', 'man'], '--gender is said of a voice: name it by --person.'],
    [['--person', HERE, '--reject'], '--reject is about claims, and --person about voices'],
    [['--person', HERE, '--undo', '--gender', 'man'], '--undo takes the last correction of the voice back'],
    [['--person', HERE], 'Nothing to correct was given'],
    [['--person', 'abc', '--gender', 'man'], '"abc" is too little of a voice\'s id'],
    [['--person', HERE, '--list'], '--list lists every correction and makes none: give it alone.'],
  ] as const) {
    const { status, stderr } = await workspace.run(['correct', ...args, '--db', 'v.db'])
    expect([status, stderr]).toEqual([2, expect.stringContaining(message)])
  }
})
