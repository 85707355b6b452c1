import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createProgram } from '../../src/cli/program.ts'
import { storeRecordsAt } from '../support/stored-database.ts'
import { BRIDGE, PNG } from './articles.ts'
import { makeWorkspace, Workspace } from './hearsay.ts'

const NOT_A_DATABASE = 'This is a text file, and quite long enough to be looked at.'.repeat(20)

/** What is asked, the exit code, and what the one sentence on standard error has to say. */
const REFUSALS: readonly (readonly [args: readonly string[], status: number, sentence: RegExp])[] = [
  [['run', 'nowhere.txt'], 2, /nowhere\.txt/],
  [['run', 'news', 'nowhere.txt'], 2, /nowhere\.txt/],
  [['run', 'zzz*.txt'], 2, /zzz\*\.txt/],
  [['run', 'empty'], 2, /no article in folder empty/],
  [['run', 'photo.png'], 2, /photo\.png because it is a PNG image, not text/],
  [['run', 'photos'], 2, /photos\/a\.txt, like all 2 inputs, because it is a PNG image, not text/],
  [['run', 'news', '--db', 'notes.txt'], 4, /notes\.txt/],
  [['run', 'news', '--db', ':memory:'], 2, /--db.*:memory:.*has to be a file/],
  [['run', 'news', '--max-heap', '1'], 2, /--max-heap.*from 128 to 65536/],
  [['run', 'news', '--log', 'nowhere/run.log'], 74, /nowhere\/run\.log cannot be written/],
  [['run', 'news', '--engine', 'magic'], 2, /--engine.*encoder, linear, rules/],
  [['run', 'news', '--fast', '--rules'], 2, /--fast.*--rules/],
  [['run', 'news', '--engine', 'linear', '--fast'], 2, /--fast.*--engine/],
  [['run', 'news', '--engine', 'encoder', '--rules'], 2, /--rules.*--engine/],
  [['run', 'news', '--threads', '0'], 2, /--threads.*from 1 to 256/],
  [['run', 'news', '--timeout', 'soon'], 2, /--timeout.*seconds/],
  [['run', 'news', '--max-bytes', '1.5'], 2, /--max-bytes/],
  [['run'], 2, /No article was given/],
  [['run', 'news', '--thread', '2'], 2, /--thread.*did you mean --threads\?/],
  [['rum', 'news'], 2, /rum.*did you mean run\?/],
  [['frobnicate'], 2, /frobnicate/],
  [['--frobnicate'], 2, /--frobnicate/],
  [['claims'], 4, /out\/hearsay\.db/],
  [['claims', '--db', 'notes.txt'], 4, /notes\.txt/],
  [['claims', '--naming', 'secret'], 2, /--naming.*anonymous/],
  [['claims', '--json', '--csv'], 2, /--json.*--csv|--csv.*--json/],
  [['query', 'SELECT 1', '--db', 'notes.txt'], 4, /notes\.txt/],
  [['show', 'a.txt'], 4, /out\/hearsay\.db/],
  [['explain', 'abc'], 4, /out\/hearsay\.db/],
  [['verify'], 4, /out\/hearsay\.db/],
  [['serve', '--port', '70000'], 2, /--port.*70000.*65535/],
  [['check'], 4, /out\/hearsay\.db/],
  [['check', '--policy', 'notes.txt'], 2, /notes\.txt is no policy/],
  [['check', '--policy', 'nowhere.yaml'], 2, /nowhere\.yaml cannot be read/],
  [['check', '--json', '--sarif'], 2, /--json.*--sarif|--sarif.*--json/],
  [['sources'], 4, /out\/hearsay\.db/],
  [['anonymous'], 4, /out\/hearsay\.db/],
  [['export'], 4, /out\/hearsay\.db/],
  [['export', '--format', 'pdf'], 2, /pdf/],
  [['export', '--bundle', ''], 2, /--bundle.*must not be empty/],
  [['export', '-o', ''], 2, /--output.*must not be empty/],
  [['report', '--source', ' '], 2, /--source.*must not be empty/],
  [['show', ''], 2, /The argument "article" is empty; see hearsay help show/],
  [['import', 'news', ' '], 2, /The argument "paths" is empty/],
  [['check', '--policy', '\u200b'], 2, /The value of --policy is empty; give one, or leave --policy out/],
  [['claims', '--db', ''], 2, /The value of --db is empty/],
  [['sources', '--limit', '0'], 2, /^hearsay: Option '--limit <n>' argument '0' is invalid: it must be a whole number/],
  [['copy', 'a.db', ''], 2, /is invalid for argument 'to': it must not be empty/],
  [['eval'], 2, /--gold/],
  [['eval', '--gold', 'nowhere.json'], 2, /nowhere\.json/],
  [['eval', '--polnear', 'nowhere'], 2, /nowhere/],
]

function fill(workspace: Workspace): Workspace {
  workspace.write('news/bridge.txt', BRIDGE)
  workspace.write('photo.png', PNG)
  workspace.write('photos/a.txt', PNG)
  workspace.write('photos/b.txt', PNG)
  workspace.write('notes.txt', NOT_A_DATABASE)
  mkdirSync(join(workspace.folder, 'empty'))
  return workspace
}

/** Without the two files that SQLite makes beside a database that is read. */
const filesOf = ({ folder }: Workspace) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => !/-(?:shm|wal)$/.test(name))
    .toSorted()

describe('what cannot be done', () => {
  it.each(REFUSALS)('hearsay %j ends with %i and one sentence, and writes nothing', async (args, status, sentence) => {
    const workspace = fill(makeWorkspace())
    const before = filesOf(workspace)
    const outcome = await workspace.run(args)
    expect(outcome.stderr).toMatch(sentence)
    expect(outcome.stderr).toMatch(/^hearsay: [^\n]+\n$/)
    expect(outcome).toMatchObject({ status, stdout: '' })
    expect(filesOf(workspace)).toEqual(before)
    expect(readFileSync(join(workspace.folder, 'notes.txt'), 'utf8')).toBe(NOT_A_DATABASE)
  })

  it('no command at all is answered with the help', async () => {
    const { status, stdout, stderr } = await makeWorkspace().run([])
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain('Usage: hearsay')
  })
})

describe('what cannot be done with a database', () => {
  const workspace = new Workspace()
  beforeAll(async () => {
    fill(workspace)
    expect((await workspace.run(['run', 'news'])).status).toBe(0)
  })
  afterAll(() => workspace.remove())

  it.each([
    ['DELETE FROM claim', /SELECT/],
    ["ATTACH 'other.db' AS other", /SELECT/],
    ['PRAGMA user_version = 7', /SELECT|read/i],
    ["VACUUM INTO 'copy.db'", /SELECT/],
    ['SELECT 1; DELETE FROM claim', /one|more than/],
    ['SELECT nothing FROM claim', /nothing/],
    ['WITH', /incomplete|syntax/],
    ["INSERT INTO claim_search(claim_search) VALUES ('rebuild') RETURNING rowid", /SELECT|read/i],
  ])('the query %j is refused, and the database stays as it is', async (sql, sentence) => {
    const before = filesOf(workspace)
    const bytes = readFileSync(join(workspace.folder, 'out/hearsay.db'))
    const { status, stdout, stderr } = await workspace.run(['query', sql])
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(sentence)
    expect(filesOf(workspace)).toEqual(before)
    expect(readFileSync(join(workspace.folder, 'out/hearsay.db')).equals(bytes)).toBe(true)
  })

  it.each([
    [['show', 'nowhere.txt'], /nowhere\.txt/],
    [['explain', 'zzz'], /zzz/],
    [['claims', '--since', 'yesterday'], /yesterday/],
    [['export', '-o', 'out/hearsay.db'], /database itself/],
  ])('hearsay %j is refused', async (args, sentence) => {
    const { status, stdout, stderr } = await workspace.run(args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(/^hearsay: [^\n]+\n$/)
    expect(stderr).toMatch(sentence)
  })

  it('an export into a folder that is not there ends with 74', async () => {
    const { status, stderr } = await workspace.run(['export', '-o', 'nowhere/claims.jsonl'])
    expect(status).toBe(74)
    expect(stderr).toMatch(/^hearsay: nowhere\/claims\.jsonl cannot be written \(ENOENT\)/)
  })
})

/** What each command is asked with a path to no database: what it ends with, or null where it takes none. */
const WITHOUT_DATABASE: Readonly<Record<string, readonly [args: readonly string[], status: number] | null>> = {
  run: [['news', '--engine', 'rules'], 4],
  read: null,
  retry: [[], 4],
  claims: [[], 4],
  query: [['SELECT 1'], 4],
  show: [['a.txt'], 4],
  explain: [['abc'], 4],
  diff: [['a.txt'], 4],
  correct: [['abcd', '--reject'], 4],
  verify: [[], 4],
  manifest: [[], 4],
  check: [[], 4],
  quote: [['We pulled at the chain.'], 4],
  quotations: [[], 4],
  rules: null,
  schema: [[], 4],
  sources: [[], 4],
  anonymous: [[], 4],
  audit: [[], 4],
  serve: [['--port', '0'], 4],
  mcp: [[], 4],
  report: [[], 4],
  export: [[], 4],
  import: [['--from', 'doccano', 'returned.jsonl'], 4],
  // These two share work, which takes a server.
  enqueue: [['news'], 2],
  work: [[], 2],
  status: [[], 4],
  merge: [['notes.txt'], 4],
  copy: null,
  eval: [['--corrections'], 4],
  gold: [['--output', 'gold'], 4],
  calibrate: [[], 4],
  doctor: null,
}

const program = await createProgram()

describe('a path to no database', () => {
  const names = program.commands.map(command => command.name())

  it('is tried with every command', () => {
    expect(Object.keys(WITHOUT_DATABASE).toSorted()).toEqual(names.toSorted())
  })

  const tried = Object.entries(WITHOUT_DATABASE).flatMap(([name, tried]) =>
    tried === null ? [] : [[name, ...tried] as const],
  )
  it.each(tried)('hearsay %s says so in one sentence, and makes no folder: %j', async (name, args, status) => {
    const workspace = fill(makeWorkspace())
    workspace.write('returned.jsonl', '{"id": 1, "text": "It rained.", "entities": [], "relations": []}\n')
    const before = filesOf(workspace)
    for (const db of ['no/such/dir/x.db', 'news/none.db']) {
      if (name === 'run' && db === 'news/none.db') continue
      const outcome = await workspace.run([name, ...args, name === 'merge' ? '--into' : '--db', db])
      expect(outcome.stderr).toMatch(/^hearsay: [^\n]+\n$/)
      expect(outcome).toMatchObject({ status, stdout: '' })
      expect(filesOf(workspace)).toEqual(before)
    }
  })

  it('is told by doctor, and copied from by nobody', async () => {
    const workspace = fill(makeWorkspace())
    const before = filesOf(workspace)
    expect((await workspace.run(['doctor', '--db', 'no/such/x.db'])).stdout).toMatch(/state +not made yet/)
    expect(await workspace.run(['copy', 'no/such/x.db', 'y.db'])).toMatchObject({ status: 4, stdout: '' })
    expect(filesOf(workspace)).toEqual(before)
  })

  it.each([
    [
      ['serve', '--edit', '--port', '0', '--db', 'no/x.db'],
      'There is no folder no for the database no/x.db; make the folder',
    ],
    [['merge', 'good.db', '--into', 'no/x.db'], 'There is no folder no for the database no/x.db'],
    [['copy', 'good.db', 'no/x.db'], 'There is no folder no for the database no/x.db'],
    [['claims', '--db', 'no/x.db'], 'There is no database at no/x.db; make one with: hearsay run'],
  ])('hearsay %j says what is missing', async (args, words) => {
    const workspace = fill(makeWorkspace())
    storeRecordsAt(join(workspace.folder, 'good.db'), [])
    const { status, stderr } = await workspace.run(args)
    expect([status, stderr]).toEqual([4, expect.stringContaining(words)])
    expect(filesOf(workspace)).not.toContain('no')
  })
})
