import { join } from 'node:path'
import { expect, it } from 'vitest'
import { appendVoiceCorrections } from '../../src/store/correcting/correct-voices.ts'
import { appendCorrections } from '../../src/store/open-store.ts'
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

it.each(['', '  ', '\u200b', '\u3164 '])('refuses a value in words that are blank, of every field: %j', async blank => {
  const workspace = withVoices()
  const of = (name: string) => [
    ...['role', 'affiliation', 'note', 'by'].map(field => [field, name] as const),
    ...(name === 'claim' ? [['source', name] as const] : []),
  ]
  for (const [field, name] of [...of('claim'), ...of('person')]) {
    const whom = name === 'person' ? ['--person', HERE, '--gender', 'man'] : [ONE.claims[0]?.id ?? '', '--accept']
    const said = await workspace.run(['correct', ...whom, `--${field}`, blank, '--db', 'v.db'])
    expect([field, said.status, said.stderr]).toEqual([field, 2, expect.stringContaining('it must not be empty')])
    if (field === 'role' || field === 'affiliation') expect(said.stderr).toContain(`--person ID --${field} none`)
  }
  const path = join(workspace.folder, 'v.db')
  const nothing = { verdict: null, source: null, note: null, correctedBy: null }
  for (const [field, said] of Object.entries({
    role: { role: blank },
    name: { correctedBy: blank },
    source: { source: blank },
  }))
    await expect(
      appendCorrections(path, [ONE.claims[0]?.id ?? ''], { ...nothing, verdict: 'accepted', ...said }),
    ).rejects.toThrow(`The ${field}`)
  await expect(appendVoiceCorrections(path, [HERE], { note: blank, correctedBy: null })).rejects.toThrow('is blank')
  expect(workspace.rows('SELECT id FROM correction UNION ALL SELECT id FROM voice_correction', 'v.db')).toEqual([])
})

it('says where a claim can take no role or affiliation away', async () => {
  const workspace = withVoices()
  const { status, stderr } = await workspace.run(['correct', ONE.claims[0]?.id ?? '', '--role', 'none', '--db', 'v.db'])
  expect([status, stderr]).toEqual([2, expect.stringContaining('hearsay correct --person ID --role none')])
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
