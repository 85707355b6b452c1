import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readExampleRules } from '../../src/rules/example-rules.ts'
import { makeWorkspace, Workspace } from './hearsay.ts'

const RULES = readExampleRules()
const NEWS = `Convener Maud Tarn took to X to say that the bridge in Orrin was safe.

AKK said the budget was late. She added that it would pass.

The Mayor of Orrin denied the claim. A nurse said the ward was full. She asked that her name be kept back.`
const RUN = ['run', 'news', '--engine', 'rules', '--rules', 'rules.yaml']

describe('hearsay run --rules FILE', () => {
  const workspace = new Workspace()
  beforeAll(async () => {
    workspace.write('rules.yaml', RULES)
    workspace.write('news/orrin.txt', NEWS)
    workspace.write('news/other.txt', `${NEWS}\n\nThe rain went on, in the telling of two engineers.`)
    const { status, stderr } = await workspace.run([...RUN, '--threads', '2'])
    expect(status, stderr).toBe(0)
  })
  afterAll(() => workspace.remove())

  it('finds what the rules say, and says so in explain and in the run', async () => {
    const names = "SELECT DISTINCT source, name FROM v_claim WHERE source IN ('AKK', 'The Mayor of Orrin') ORDER BY 1"
    expect(workspace.rows(names)).toEqual([
      { source: 'AKK', name: 'Annegret Kramp-Karrenbauer' },
      { source: 'The Mayor of Orrin', name: 'Ida Marsh' },
    ])
    const [row] = workspace.rows("SELECT id FROM v_claim WHERE cue = 'took to X to say' ORDER BY id LIMIT 1")
    const { stdout } = await workspace.run(['explain', String(row?.id)])
    expect(stdout).toMatch(/rules:took-to-x .*\n.*Who takes to X to say something says it\./)
    expect(stdout).toContain('rules:our-titles')
    const [run] = workspace.rows(
      "SELECT options ->> 'rulesFile' AS file, options ->> 'rulesDigest' AS digest FROM run ORDER BY id LIMIT 1",
    )
    expect(run?.file).toBe('rules.yaml')
    expect(stdout).toContain(`of the newsroom's own, of the file with the digest ${run?.digest}`)
    const done = "SELECT DISTINCT engine, model FROM done WHERE stage = 'tokens'"
    expect(workspace.rows(done)).toEqual([{ engine: 'newsroom', model: run?.digest }])
  })

  it('has the policy in the same file, for check', async () => {
    const { stderr, stdout } = await workspace.run(['check', '--rules', 'rules.yaml'])
    expect(stderr).toContain('checked against rules.yaml (2 rules)')
    expect(stdout).toContain('[anonymity-without-reason, claim ')
    workspace.write('names.yaml', 'version: 1\nnames: []')
    const none = await workspace.run(['check', '--rules', 'names.yaml'])
    expect(none).toMatchObject({ status: 2, stderr: expect.stringContaining('names.yaml has no policy') })
  })

  it('stores the same from one thread as from two', async () => {
    expect((await workspace.run([...RUN, '--threads', '1', '--db', 'one.db'])).status).toBe(0)
    const claims = 'SELECT id, article_id, source, name, naming, cue, content, act, confidence FROM v_claim ORDER BY id'
    expect(workspace.rows(claims).length).toBeGreaterThan(8)
    expect(workspace.rows(claims, 'one.db')).toEqual(workspace.rows(claims))
  })

  it('does articles anew when the rules have changed, and only then', async () => {
    const run = async () => JSON.parse((await workspace.run([...RUN, '--json'])).stdout)
    workspace.write('rules.yaml', `# Another comment.\n${RULES}`)
    expect(await run()).toMatchObject({ done: 0, unchanged: 2 })
    workspace.write('rules.yaml', RULES.replace('lord lyon', 'lord provost'))
    expect(await run()).toMatchObject({ done: 2, unchanged: 0 })
    expect((await workspace.run(['run', '--upgrade', '--rules'])).stderr).toContain('2 analysed')
  })
})

describe('rules that are wrong', () => {
  it.each([
    [
      'an example does not come out',
      RULES.replace('[cue took to X to say]', '[cue took] to X to say'),
      /^hearsay: rules\.yaml, line 19: the rule took-to-x finds “\[source The minister\] \[cue took to X to say\] /,
    ],
    [
      'a key is unknown',
      RULES.replace('aliases: [AKK]', 'alias: [AKK]'),
      /^hearsay: rules\.yaml is no rules file: line 65, column 12: names\[0\] has "alias".*\(the nearest that it can have: "aliases"\)/,
    ],
    ['it is no YAML', 'cues: [', /^hearsay: rules\.yaml is no rules file: line 1, column \d+: /],
  ])('leave nothing behind where %s', async (_, text, sentence) => {
    const workspace = makeWorkspace()
    workspace.write('news/orrin.txt', NEWS)
    workspace.write('rules.yaml', text)
    const { status, stderr } = await workspace.run(RUN)
    expect(stderr).toMatch(sentence)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(status).toBe(2)
    expect(workspace.rows('SELECT 1 FROM run')).toEqual([])
  })

  it.each([
    [['run', '--rules', 'news'], '"news" behind --rules is no .yaml or .json file'],
    [['run', 'news', '--rules', 'none.yaml'], 'The rules file none.yaml is not there'],
    [['run', 'news', '--fast', '--rules'], "'--fast' cannot be used with option '--rules' without a file"],
    [['rules'], 'No file was given'],
  ])('are told from what is none: %j', async (args, sentence) => {
    const workspace = makeWorkspace()
    workspace.write('news/orrin.txt', NEWS)
    expect(await workspace.run(args)).toMatchObject({ status: 2, stderr: expect.stringContaining(sentence) })
  })
})

it('hearsay rules tries a file, and prints one to begin from and its schema', async () => {
  const workspace = makeWorkspace()
  const printed = await workspace.run(['rules', '--print-rules'])
  expect(printed.stdout).toBe(RULES)
  workspace.write('rules.yaml', printed.stdout)
  expect(JSON.parse((await workspace.run(['rules', '--print-schema'])).stdout)).toMatchObject({
    title: 'Hearsay rules',
  })
  const { status, stdout } = await workspace.run(['rules', 'rules.yaml', '--engine', 'rules'])
  expect(stdout).toMatch(
    /^rules\.yaml holds 3 cue rules, 5 listed words, 3 names with 4 aliases, .* digest [0-9a-f]{12}\.\nIts 15 examples come out/,
  )
  expect(status).toBe(0)
})
