import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyDatabase } from '../support/copy-database.ts'
import { BRIDGE, DAM } from './articles.ts'
import { makeWorkspace, Workspace } from './hearsay.ts'

/** What every test gets a copy of. */
const original = new Workspace()
beforeAll(async () => {
  original.write('news/bridge.txt', BRIDGE)
  original.write('news/dam.txt', DAM)
  expect((await original.run(['run', 'news'])).status).toBe(0)
})
afterAll(() => original.remove())

function withClaims(): Workspace {
  const workspace = makeWorkspace()
  copyDatabase(original, workspace)
  return workspace
}

type Row = Readonly<Record<string, unknown>>

const print = async (workspace: Workspace, args: readonly string[]) => {
  const { status, stdout, stderr } = await workspace.run(args)
  expect(status, stderr).toBe(0)
  return stdout
}
const list = async (workspace: Workspace, ...args: string[]): Promise<Row[]> =>
  JSON.parse(await print(workspace, [...args, '--json']))
const idOfFirst = async (workspace: Workspace) => (await list(workspace, 'claims', '--attitudes'))[0]?.id as string

describe('hearsay correct', () => {
  it('--reject hides a claim from every listing unless it is asked for', async () => {
    const workspace = withClaims()
    const all = (await list(workspace, 'claims', '--attitudes')).length
    const exported = await print(workspace, ['export'])
    const id = await idOfFirst(workspace)
    await print(workspace, ['correct', id.slice(0, 8), '--reject', '--note', 'a film title', '--by', 'eg'])

    expect((await list(workspace, 'claims', '--attitudes')).map(row => row.id)).not.toContain(id)
    expect(await list(workspace, 'claims', '--attitudes')).toHaveLength(all - 1)
    const asked = (await list(workspace, 'claims', '--attitudes', '--rejected')).find(row => row.id === id)
    expect(asked).toMatchObject({
      status: 'rejected',
      machine_status: 'accepted',
      verdict: 'rejected',
      note: 'a film title',
      corrected_by: 'eg',
    })
    expect((await workspace.run(['claims', '--attitudes'])).stderr).toContain('--rejected lists 1 that was rejected')

    const lines = (text: string) => text.trimEnd().split('\n')
    expect(lines(await print(workspace, ['export']))).toHaveLength(lines(exported).length - 1)
    expect(await print(workspace, ['export', '--rejected'])).toContain(`"id":"${id}"`)
    const uri = asked?.uri as string
    expect(await print(workspace, ['show', uri, '--attitudes'])).not.toContain(id.slice(0, 8))
    expect(await print(workspace, ['show', uri, '--attitudes', '--rejected'])).toMatch(
      new RegExp(`${id.slice(0, 8)}  .*rejected`),
    )
    expect(workspace.rows('SELECT sum(claims) AS claims, sum(rejected) AS rejected FROM v_article')).toEqual([
      { claims: all - 1, rejected: 1 },
    ])
  })

  it('--source gives the claim to another source, with the machine’s beside it', async () => {
    const workspace = withClaims()
    const id = await idOfFirst(workspace)
    const [before] = (await list(workspace, 'claims', '--attitudes')).filter(row => row.id === id)
    await print(workspace, ['correct', id, '--source', 'Wangari Otieno'])

    const [after] = await list(workspace, 'claims', '--attitudes', '--source', 'Otieno')
    expect(after).toMatchObject({
      id,
      name: 'Wangari Otieno',
      naming: 'named',
      source: before?.source,
      content: before?.content,
      machine_name: before?.name,
      machine_naming: before?.naming,
    })
    expect((await list(workspace, 'sources', 'Otieno')).map(row => row.id)).toEqual([id])
    expect(await list(workspace, 'sources', '--name', 'Otieno')).toMatchObject([
      { source: 'Wangari Otieno', claims: 1 },
    ])
    const [exported] = (await print(workspace, ['export']))
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line))
      .filter(claim => claim.id === id)
    expect(exported).toMatchObject({
      source: { name: 'Wangari Otieno', naming: 'named' },
      correction: { verdict: null, machine: { name: before?.name, naming: before?.naming } },
    })
    // Nothing that the machine wrote has changed.
    expect((await workspace.run(['verify'])).status).toBe(0)
  })

  it('explains a claim with its whole history, and shows as it stands after the last of each', async () => {
    const workspace = withClaims()
    const id = await idOfFirst(workspace)
    await print(workspace, ['correct', id, '--reject', '--by', 'ann'])
    await print(workspace, ['correct', id, '--accept', '--note', 'said on the radio too', '--by', 'ben'])
    await print(workspace, ['correct', id, '--source', 'Wangari Otieno'])
    const text = await print(workspace, ['explain', id])
    expect(text).toMatch(/by ann: rejected \(superseded\)\n.*by ben: accepted; note “said on the radio too”\n/)
    expect(text).toContain('source is Wangari Otieno')
    expect((await list(workspace, 'claims', '--attitudes')).find(row => row.id === id)).toMatchObject({
      status: 'accepted',
      verdict: 'accepted',
      name: 'Wangari Otieno',
      note: 'said on the radio too',
    })
  })

  it('--withdraw goes back to what the machine found, and keeps the history', async () => {
    const workspace = withClaims()
    const id = await idOfFirst(workspace)
    const machine = (await list(workspace, 'claims', '--attitudes'))[0]
    await print(workspace, ['correct', id, '--reject', '--source', 'Wangari Otieno'])
    await print(workspace, ['correct', id, '--withdraw', '--by', 'eg'])
    const after = (await list(workspace, 'claims', '--attitudes'))[0]
    expect(after).toEqual({ ...machine, corrected_by: 'eg', corrected_at: expect.any(String) })
    expect((await list(workspace, 'correct', '--list')).map(row => row.state)).toEqual(['withdrawn', 'in force'])
  })

  it('corrects several claims at once, all or none', async () => {
    const workspace = withClaims()
    const [first, second] = (await list(workspace, 'claims', '--attitudes')).map(row => row.id as string)
    const refused = await workspace.run(['correct', first as string, 'zzzz', '--reject'])
    expect(refused.status).toBe(2)
    expect(refused.stderr).toContain('No claim is known as "zzzz"; check its id')
    expect(await list(workspace, 'correct', '--list')).toEqual([])
    await print(workspace, ['correct', first as string, second as string, '--reject'])
    expect((await list(workspace, 'correct', '--list')).map(row => row.claim_id)).toEqual([first, second])
  })

  it.each([
    [['correct', 'abc'], 'Nothing to correct was given'],
    [['correct', '--reject'], 'No claim was named'],
    [['correct', 'abc', '--reject', '--accept'], 'cannot be used with'],
    [['correct', 'abc', '--source', ' '], 'must not be empty'],
    [['correct', 'abc', '--list'], 'give it alone'],
    [['correct', 'abc', '--reject'], 'give at least 4 characters of it'],
    [['correct', 'abc', '--undo'], 'give at least 4 characters of it'],
  ])('refuses %s in a sentence', async (args, sentence) => {
    const { status, stderr } = await withClaims().run(args)
    expect(status).toBe(2)
    expect(stderr).toContain(sentence)
  })

  it('makes no database where there is none', async () => {
    const { status, stderr } = await makeWorkspace().run(['correct', 'abc', '--reject'])
    expect(status).toBe(4)
    expect(stderr).toContain('There is no database')
  })

  it('takes a source that lost all its claims out of the ledger of anonymity', async () => {
    const workspace = withClaims()
    const sources = await list(workspace, 'anonymous')
    expect(sources.length).toBeGreaterThan(0)
    const { source_id, claims } = sources[0] as Row
    const ids = (await list(workspace, 'claims', '--attitudes'))
      .filter(row => row.source_id === source_id)
      .map(row => row.id as string)
    expect(ids).toHaveLength(claims as number)
    await print(workspace, ['correct', ...ids, '--reject'])
    expect((await list(workspace, 'anonymous')).map(row => row.source_id)).not.toContain(source_id)
    expect(await list(workspace, 'anonymous')).toHaveLength(sources.length - 1)
  })
})

describe('hearsay correct, in full', () => {
  it('sets words and all else, and shows machine and editor side by side', async () => {
    const workspace = withClaims()
    const claim = (await list(workspace, 'claims', '--attitudes')).find(row => row.content !== null) as Row
    const { id, content_start: start } = claim as { id: string; content_start: number }
    const [answer] = await list(
      ...([workspace, 'correct', id, '--content', `${start}-${start + 8}`, '--act', 'denial'] as const),
      ...(['--negated', 'yes', '--naming', 'anonymous', '--note', 'read again', '--by', 'eg'] as const),
    )
    expect(answer).toMatchObject({ claim_id: id, act: 'denial', negated: 1, state: 'in force' })
    const [now] = (await list(workspace, 'claims', '--attitudes')).filter(row => row.id === id)
    expect(now).toMatchObject({
      ...{ act: 'denial', negated: true, naming: 'anonymous', machine_act: claim.act, machine_content: claim.content },
      content: (claim.content as string).slice(0, 8),
    })
    const explained = await print(workspace, ['explain', id])
    expect(explained).toContain('Machine and editor\n')
    expect(explained).toContain(`  act           “${claim.act}” → “denial”\n`)
    expect(explained).toContain(`by eg: naming anonymous; content ${start}-${start + 8}; act denial; negated`)
    expect(await print(workspace, ['correct', '--list'])).toContain('act: statement → denial')
    expect(await print(workspace, ['export'])).toContain(`"act":"denial"`)
    await print(workspace, ['correct', id, '--undo'])
    expect((await list(workspace, 'claims', '--attitudes')).find(row => row.id === id)).toEqual(claim)
    expect((await workspace.run(['verify'])).status).toBe(0)
  })

  it('adds, joins and splits claims', async () => {
    const workspace = withClaims()
    const before = await list(workspace, 'claims', '--attitudes')
    const [added] = await list(workspace, 'correct', '--add', '--article', 'dam.txt', '--content', '3-20', '--by', 'eg')
    expect(added).toMatchObject({ adds: 1, corrected_by: 'eg' })
    expect(await list(workspace, 'claims', '--attitudes')).toHaveLength(before.length + 1)
    expect(await print(workspace, ['explain', added?.claim_id as string])).toContain('the machine missed it')
    expect(await print(workspace, ['show', 'dam.txt'])).toContain(String(added?.claim_id).slice(0, 8))
    const found = workspace.rows('SELECT count(*) AS claims FROM claim')[0]?.claims
    expect((await workspace.run(['verify'])).stderr).toContain(`, ${found} claims and 1 added, `)
    expect((await workspace.run(['copy', 'out/hearsay.db', 'copy.db'])).stderr).toContain(
      `, ${found} claims and 1 added, and 1 run came.`,
    )
    const [one, two] = before.filter(row => row.content !== null && row.article_id === before[0]?.article_id) as Row[]
    expect(
      await list(workspace, 'correct', one?.id as string, '--join', two?.id as string, '--source', 'Ada Mwale'),
    ).toHaveLength(2)
    const middle = (one?.content_start as number) + 6
    expect(await list(workspace, 'correct', one?.id as string, '--split', String(middle))).toHaveLength(2)
    expect((await workspace.run(['verify'])).status).toBe(0)
  })

  it.each([
    [['correct', 'abc', '--content', '9'], 'write FROM-TO as explain prints it'],
    [['correct', 'abc', '--content', '9-12', '--undo'], 'done one at a time'],
    [['correct', '--add', '--content', '9-12'], 'give --article'],
    [['correct', 'abc', '--article', 'x', '--reject'], 'says where to --add'],
    [['correct', 'abc', '--negated', 'perhaps'], 'say yes or no'],
    [['correct', 'abc', '--act', 'lie'], 'is invalid: choose from statement, question'],
  ])('refuses %s in a sentence', async (args, sentence) => {
    const { status, stderr } = await withClaims().run(args)
    expect(status).toBe(2)
    expect(stderr).toContain(sentence)
  })
})

describe('the ledger of corrections', () => {
  it.each([
    ["UPDATE correction SET note = 'other'", 'never edited'],
    ['DELETE FROM correction', 'never deleted'],
    ['REPLACE INTO correction SELECT * FROM correction', 'never edited'],
  ])('refuses %s', async (sql, reason) => {
    const workspace = withClaims()
    await print(workspace, ['correct', await idOfFirst(workspace), '--reject'])
    const database = new Database(join(workspace.folder, 'out/hearsay.db'))
    try {
      expect(() => database.exec(sql)).toThrow(reason)
    } finally {
      database.close()
    }
    expect(await list(workspace, 'correct', '--list')).toMatchObject([{ verdict: 'rejected', note: null }])
  })
})
