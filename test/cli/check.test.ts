import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyDatabase } from '../support/copy-database.ts'
import { BRIDGE, DAM } from './articles.ts'
import { makeWorkspace, Workspace } from './hearsay.ts'

const QUAY = `Quay closed

“We have waited nine years for a crane that works, and I will not wait longer.”

A clerk, who asked not to be named, said the crane had been sold. A second clerk accused the board of theft on condition of anonymity.
`

/** What every test gets a copy of. */
const original = new Workspace()
beforeAll(async () => {
  original.write('news/bridge.txt', BRIDGE)
  original.write('news/dam.txt', DAM)
  original.write('news/quay.txt', QUAY)
  expect((await original.run(['run', 'news'])).status).toBe(0)
})
afterAll(() => original.remove())

function withArticles(): Workspace {
  const workspace = makeWorkspace()
  copyDatabase(original, workspace)
  return workspace
}

interface Report {
  readonly policy: string | null
  readonly articles: number
  readonly errors: number
  readonly findings: readonly {
    readonly rule: string
    readonly article: { readonly uri: string }
    readonly claims: readonly string[]
    readonly span: { readonly start: number; readonly end: number; readonly text: string } | null
  }[]
}

async function report(workspace: Workspace, ...args: string[]): Promise<Report & { readonly status: number | null }> {
  const { status, stdout } = await workspace.run(['check', '--json', ...args])
  return { ...(JSON.parse(stdout) as Report), status }
}

describe('hearsay check', () => {
  it('prints a line a finding and ends with 1', async () => {
    const { status, stdout, stderr } = await withArticles().run(['check'])
    expect(status).toBe(1)
    const lines = stdout.trimEnd().split('\n')
    expect(lines.length).toBeGreaterThan(2)
    for (const line of lines)
      expect(line).toMatch(/^news\/\w+\.txt(?::\d+:\d+)?: (?:error|warning|note): .+ \[[a-z-]+.*\]$/)
    expect(stdout).toMatch(
      /^news\/quay\.txt:5:\d+: error: An accusation .* \[anonymous-accusation, claim [0-9a-f]{8}\]$/m,
    )
    expect(stdout).toMatch(/^news\/quay\.txt:3:2: warning: .*“We have waited nine years/m)
    expect(stderr).toMatch(/^3 articles and \d+ claims checked against the default policy \(8 rules\): 1 error, /)
  })

  it('gives places at which SQLite finds the same words', async () => {
    const workspace = withArticles()
    const { findings } = await report(workspace)
    const words = findings.flatMap(({ article, span }) => (span === null ? [] : [{ article, span }]))
    expect(words.length).toBeGreaterThan(2)
    for (const { article, span } of words) {
      const [row] = workspace.rows(
        `SELECT substr(text, ${span.start + 1}, ${span.end - span.start}) AS words FROM article WHERE uri = '${article.uri}'`,
      )
      expect(row).toEqual({ words: span.text })
    }
  })

  it('ends with 0 when a policy finds nothing, and when it finds notes only, unless they count', async () => {
    const workspace = withArticles()
    workspace.write(
      'none.yaml',
      'version: 1\nrules: [{ id: a, check: no-reason, severity: error, where: { kind: [document] } }]',
    )
    workspace.write('notes.yaml', 'version: 1\nrules: [{ id: a, check: anonymous-accusation, severity: note }]')
    expect(await workspace.run(['check', '--policy', 'none.yaml'])).toMatchObject({ status: 0, stdout: '' })
    const notes = await workspace.run(['check', '--policy', 'notes.yaml'])
    expect(notes.stdout).toMatch(/: note: /)
    expect(notes.status).toBe(0)
    expect((await workspace.run(['check', '--policy', 'notes.yaml', '--strict'])).status).toBe(1)
  })

  it('follows corrections', async () => {
    const workspace = withArticles()
    const of = async (rule: string) => (await report(workspace)).findings.filter(finding => finding.rule === rule)
    const [accusation] = await of('anonymous-accusation')
    expect((await workspace.run(['correct', accusation?.claims[0] as string, '--reject'])).status).toBe(0)
    expect(await of('anonymous-accusation')).toEqual([])
    const lone = await of('lone-anonymous-source')
    expect(lone).not.toEqual([])
    for (const { claims } of lone)
      expect((await workspace.run(['correct', claims[0] as string, '--source', 'Ada Mwale'])).status).toBe(0)
    expect(await of('lone-anonymous-source')).toEqual([])
  })

  it('keeps to the articles and claims that it is asked for', async () => {
    const workspace = withArticles()
    const { articles, findings } = await report(workspace, '--article', 'quay.txt', '--act', 'accusation')
    expect(articles).toBe(1)
    expect(findings.map(({ rule }) => rule)).toContain('anonymous-accusation')
    expect(findings.filter(({ claims }) => claims.length === 0)).toEqual([])
    expect((await report(workspace, '--article', 'dam.txt')).findings.map(({ article }) => article.uri)).not.toContain(
      'news/quay.txt',
    )
  })

  it('finds in a draft what it finds once it is stored, and needs no database', async () => {
    const workspace = withArticles()
    const stored = await report(workspace, '--article', 'quay.txt')
    expect(stored.findings.length).toBeGreaterThan(2)
    const elsewhere = makeWorkspace()
    elsewhere.write('news/quay.txt', QUAY)
    expect(await report(elsewhere, '--draft', 'news/quay.txt')).toEqual(stored)
    expect((await elsewhere.run(['check', '--draft', 'news/quay.txt', '--text', 'crane'])).status).toBe(2)
  })

  it('finds in a draft what the rules of a newsroom find, which have its policy too', async () => {
    const workspace = makeWorkspace()
    workspace.write('a.txt', 'The stoker said the boiler leaked. He gave his name for the desk only.\n')
    workspace.write(
      'rules.yaml',
      `version: 1
sources:
  - id: desk
    says: withheld
    phrases: [gave his name for the desk only]
    examples:
      yes: ['[source A stoker] [cue said] [content the boiler leaked]. He gave his name for the desk only.']
      no: ['A stoker said the boiler leaked. He gave his name.']
policy:
  - { id: why, check: no-reason, severity: note }`,
    )
    const { findings } = await report(workspace, '--draft', 'a.txt', '--engine', 'rules', '--rules', 'rules.yaml')
    expect(findings.map(({ rule, span }) => [rule, span?.text])).toEqual([['why', 'The stoker']])
  })

  it('tells who is heard in each article, and in all of them at the end', async () => {
    const workspace = withArticles()
    const share = (id: string, over: string) =>
      `{ id: ${id}, check: share-of-voice, severity: warning, parameters: { over: ${over}, naming: [named], min: 99, atLeast: 2 } }`
    workspace.write('p.yaml', `version: 1\nrules: [${share('one', 'article')}, ${share('every', 'all')}]`)
    const { stdout, stderr, status } = await workspace.run(['check', '--policy', 'p.yaml'])
    const lines = stdout.trimEnd().split('\n')
    expect(lines[0]).toMatch(
      /^news\/bridge\.txt: warning: Share of naming named: \d of \d claims .* in 1 article; .* \[one\]$/,
    )
    expect(lines.at(-1)).toMatch(/^All articles: warning: Share of naming named: .* in 3 articles; .* \[every\]$/)
    expect(lines.filter(line => line.includes('[every]'))).toHaveLength(1)
    expect(stderr).toMatch(/^3 articles and \d+ claims checked against p\.yaml \(2 rules\): 0 errors, 4 warnings/)
    expect(status).toBe(1)
    const { findings, articles } = await report(workspace, '--policy', 'p.yaml')
    expect(articles).toBe(3)
    expect(findings.at(-1)).toMatchObject({ rule: 'every', article: null, span: null, claims: [] })
  })

  it('writes SARIF, and the same bytes each time', async () => {
    const workspace = withArticles()
    const first = await workspace.run(['check', '--sarif'])
    const log = JSON.parse(first.stdout) as { version: string; runs: { results: unknown[] }[] }
    expect(log.version).toBe('2.1.0')
    expect(log.runs[0]?.results).toHaveLength((await report(workspace)).findings.length)
    expect((await workspace.run(['check', '--sarif'])).stdout).toBe(first.stdout)
    expect(first.status).toBe(1)
  })

  it('prints a policy to begin from, and the schema, without a database', async () => {
    const workspace = makeWorkspace()
    const printed = await workspace.run(['check', '--print-policy'])
    expect(printed.status).toBe(0)
    copyDatabase(original, workspace)
    workspace.write('policy.yaml', printed.stdout)
    expect(await report(workspace, '--policy', 'policy.yaml')).toEqual({
      ...(await report(workspace)),
      policy: 'policy.yaml',
    })
    const { stdout } = await workspace.run(['check', '--print-schema'])
    expect(JSON.parse(stdout)).toMatchObject({ title: 'Hearsay policy' })
  })

  it.each([
    ['is not there', null, /^hearsay: The policy policy\.yaml cannot be read \(ENOENT\)/],
    ['is no text', new Uint8Array([0xff, 0xfe, 0x00]), /^hearsay: policy\.yaml is no policy: it is not UTF-8/],
    ['is no policy', 'version: 1\nrules:\n  - id: a\n', /^hearsay: policy\.yaml is no policy: line 3, column 5: /],
  ])('ends with 2 and one sentence when the policy %s', async (_, content, sentence) => {
    const workspace = withArticles()
    if (content !== null) workspace.write('policy.yaml', content)
    const { status, stdout, stderr } = await workspace.run(['check', '--policy', 'policy.yaml'])
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(sentence)
    expect(stderr).toMatch(/^[^\n]+\n$/)
  })

  it('shows what could turn a terminal around as what it is', async () => {
    const workspace = makeWorkspace()
    workspace.write('a.txt', 'Port\n\nA \u202eclerk\u202c, who asked not to be named, accused the board of theft.\n')
    workspace.write(
      'evil.yaml',
      'version: 1\nrules: [{ id: a, check: anonymous-accusation, severity: error, message: "\u001b[2J{source}" }]',
    )
    expect((await workspace.run(['run', 'a.txt'])).status).toBe(0)
    const { stdout } = await workspace.run(['check', '--policy', 'evil.yaml'])
    expect(stdout).not.toMatch(/\p{Cf}|(?!\n)\p{Cc}/u)
    expect(stdout).toContain('<U+001B>')
  })
})
