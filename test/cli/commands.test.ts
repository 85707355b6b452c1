import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BRIDGE, DAM } from './articles.ts'
import { Workspace } from './hearsay.ts'

const workspace = new Workspace()
beforeAll(async () => {
  workspace.write('news/bridge.txt', BRIDGE)
  workspace.write('news/dam.txt', DAM)
  expect((await workspace.run(['run', 'news'])).status).toBe(0)
})
afterAll(() => workspace.remove())

/** Standard output of a command that must succeed. */
async function print(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
  const { status, stdout, stderr } = await workspace.run(args, { env })
  expect(status, stderr).toBe(0)
  return stdout
}

type Claim = Readonly<Record<string, unknown>>
const claimsAsJson = async (...args: string[]): Promise<Claim[]> =>
  JSON.parse(await print(['claims', '--json', ...args])) as Claim[]

async function findClaim(content: RegExp): Promise<Claim> {
  const claim = (await claimsAsJson('--attitudes')).find(claim => content.test(String(claim.content)))
  expect(claim).toBeDefined()
  return claim as Claim
}

describe('hearsay claims', () => {
  it('lists the same claims in every format', async () => {
    const claims = await claimsAsJson()
    const lines = (await print(['claims', '--nl'])).trimEnd().split('\n')
    expect(lines.map(line => JSON.parse(line))).toEqual(claims)
    const csv = await print(['claims', '--csv'])
    expect(csv.split('\r\n', 1)[0]?.split(',').slice(0, 2)).toEqual(['id', 'article_id'])
    for (const { id } of claims) expect(csv).toContain(id)
    const ids = claims.map(({ id }) => String(id).slice(0, 8))
    const plain = (await print(['claims'])).trimEnd().split('\n')
    expect(plain.map(line => line.split('\t')[0])).toEqual(ids)
    const [heading, ...table] = (await print(['claims', '-t'])).trimEnd().split('\n')
    expect(heading).toMatch(/^claim +source +naming +cue +content +article$/)
    expect(table.map(line => line.slice(0, 8))).toEqual(ids)
  })

  it('keeps a table within the width it is given', async () => {
    const lines = (await print(['claims', '-t'], { COLUMNS: '70' })).trimEnd().split('\n')
    expect(lines.some(line => line.includes('…'))).toBe(true)
    for (const line of lines) expect([...line].length).toBeLessThanOrEqual(70)
  })

  it('lists what was said, and attitudes only when asked', async () => {
    const { stderr } = await workspace.run(['claims'])
    expect(stderr).toContain('--attitudes lists 1 of belief, intention, feeling too')
    expect((await claimsAsJson()).map(({ act }) => act)).not.toContain('belief')
    expect((await claimsAsJson('--attitudes')).map(({ act }) => act)).toContain('belief')
    expect((await claimsAsJson('--act', 'belief')).map(({ act }) => act)).toEqual(['belief'])
  })

  it.each([
    [['--source', 'solberg'], /bridge will open/],
    [['--naming', 'anonymous'], /cost had doubled/],
    [['--naming', 'anonymous,unnamed', '--article', 'bridge.txt'], /cost had doubled/],
    [['--quotation', 'direct', '--article', 'dam.txt'], /dam is safe/],
    [['--cue', 'tell'], /cost had doubled/],
    [['--text', 'spillway'], /spillway was cracked/],
  ])('chooses by %j', async (filter, content) => {
    const claims = await claimsAsJson(...filter)
    expect(claims).toHaveLength(1)
    expect(claims[0]?.content).toMatch(content)
  })

  it('says so when there is nothing', async () => {
    const { status, stdout, stderr } = await workspace.run(['claims', '--text', 'zebra', '--json'])
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '[]\n', stderr: '0 claims.\n' })
  })

  it('ends quietly when its reader has enough', () => {
    const command = `"${process.execPath}" "${join(import.meta.dirname, '../../src/cli/hearsay.js')}" query`
    const endless = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n'
    const { stdout, stderr } = workspace.shell(`${command} '${endless}' | head -n 2`)
    expect({ stdout, stderr }).toEqual({ stdout: '1\n2\n', stderr: '' })
  })
})

describe('hearsay query', () => {
  it('prints columns under their names, none hiding another', async () => {
    const rows = JSON.parse(await print(['query', "SELECT 1 AS a, 'x' AS a, NULL AS b, x'00ff' AS c", '--json']))
    expect(rows).toEqual([{ a: 1, a_2: 'x', b: null, c: '00ff' }])
  })

  it.each([
    ['--csv', 'a,a_2\r\n'],
    ['--table', 'a  a\n'],
    ['--json', '[]\n'],
    ['--nl', ''],
  ])('with %s names the columns of no rows where the format names them at all', async (format, printed) => {
    expect(await print(['query', 'SELECT 1 AS a, 2 AS a WHERE 0', format])).toBe(printed)
  })

  it('stops at the limit and says so', async () => {
    const sql = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n'
    const { status, stdout, stderr } = await workspace.run(['query', sql, '--limit', '3'])
    expect({ status, stdout }).toEqual({ status: 0, stdout: '1\n2\n3\n' })
    expect(stderr).toContain('Only the first 3 rows are shown')
  })

  it('finds every span again by its offsets, also after an emoji', async () => {
    const sql = `SELECT count(*) AS spans, sum(substr(article.text, s.start + 1, s."end" - s.start) <> s.text) AS wrong
      FROM claim_span s JOIN claim ON claim.rowid = claim_rowid JOIN article ON article.rowid = article_rowid`
    const [row] = JSON.parse(await print(['query', sql, '--json']))
    expect(row.wrong).toBe(0)
    expect(row.spans).toBeGreaterThan(8)
  })

  it('shows a hostile text without obeying it', async () => {
    const sql = "SELECT char(27) || '[31mred' || char(8238) || 'gpj.exe' AS name"
    expect(await print(['query', sql])).toBe('<U+001B>[31mred<U+202E>gpj.exe\n')
  })
})

describe('hearsay show', () => {
  it('marks source, cue and content in brackets, numbered, and lists the claims', async () => {
    const page = await print(['show', 'bridge.txt'])
    expect(page).toContain('[1 "The bridge will open in May,"] {1 said} <1 Ingrid Solberg, the transport minister>.')
    expect(page).toMatch(/^\[1\] [0-9a-f]{8} {2}statement, direct, named: Ingrid Solberg$/m)
    expect(page).not.toContain('{2 believes}')
    expect(await print(['show', 'bridge.txt', '--attitudes'])).toContain('{2 believes}')
  })

  it('gives the text back when the marks are taken out', async () => {
    const page = await print(['show', 'dam.txt'])
    const text = page.replaceAll(/[<{[(]\d+ /g, '').replaceAll(/(?<=\w|[”.])[>}\])]/g, '')
    expect(text).toContain(DAM.trimEnd())
  })

  it('uses colours where they are wanted, and never with NO_COLOR', async () => {
    expect(await print(['show', 'dam.txt'], { FORCE_COLOR: '1' })).toContain('\u001b[33msaid\u001b[39m')
    expect(await print(['show', 'dam.txt'], { FORCE_COLOR: '1', NO_COLOR: '1' })).not.toContain('\u001b')
    expect(await print(['show', 'dam.txt'])).not.toContain('\u001b')
  })
})

describe('hearsay explain', () => {
  it('says where the claim stands, where it is from, and why it is one', async () => {
    const { id } = await findClaim(/bridge will open/)
    const [{ sha256, run }] = JSON.parse(
      await print([
        'query',
        "SELECT id AS sha256, run_id AS run FROM v_article WHERE uri = 'news/bridge.txt'",
        '--json',
      ]),
    )
    const explanation = await print(['explain', String(id).slice(0, 10)])
    const start = BRIDGE.indexOf('"The bridge')
    expect(explanation).toContain(`Claim ${id}`)
    expect(explanation).toContain(`content       ${start}–${start + 30}`)
    expect(explanation).toContain('»"The bridge will open in May," said Ingrid Solberg, the transport minister.«')
    expect(explanation).toContain(`from       news/bridge.txt`)
    expect(explanation).toContain(`text       sha256 ${sha256}`)
    expect(explanation).toContain(`run ${run}, started`)
    expect(explanation).toMatch(
      /Why it is a claim\n {2}model:[0-9a-f]{16} {2}\(attributions \d+\)\n {4}The learned model/,
    )
    expect(explanation).toMatch(/\n {2}[a-z-]+ {2}\(attributions \d+\)\n {4}[A-Z]/)
    expect(explanation).toMatch(/Rejected nearby\n/)
  })

  it('gives the same as JSON', async () => {
    const { id } = await findClaim(/cost had doubled/)
    const explanation = JSON.parse(await print(['explain', String(id), '--json']))
    expect(explanation.claim.id).toBe(id)
    expect(explanation.source.naming).toBe('anonymous')
    expect(explanation.spans.every((span: { agrees: boolean }) => span.agrees)).toBe(true)
  })
})

describe('hearsay verify', () => {
  it('finds nothing wrong with what a run has stored', async () => {
    const { status, stdout, stderr } = await workspace.run(['verify'])
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
    expect(stderr).toMatch(/^2 articles, \d+ claims, \d+ spans and 2 files checked in out\/hearsay\.db: all agree\.\n$/)
  })

  it('ends with 1 and names the claims hit when one character of an article is another', async () => {
    const copy = join(workspace.folder, 'changed.db')
    copyFileSync(join(workspace.folder, 'out/hearsay.db'), copy)
    const database = new Database(copy)
    database.exec("UPDATE article SET text = replace(text, 'open in May', 'open in Mai')")
    database.close()
    const hit = await findClaim(/bridge will open/)
    const { status, stdout } = await workspace.run(['verify', '--db', 'changed.db'])
    expect(status).toBe(1)
    expect(stdout).toContain(`claim ${hit.id}`)
    expect(stdout).toMatch(/^mismatch: /m)
    const { mismatches, findings } = JSON.parse(
      (await workspace.run(['verify', '--db', 'changed.db', '--json'])).stdout,
    )
    expect(mismatches).toBeGreaterThan(0)
    expect(findings.flatMap(({ claimIds }: { claimIds: string[] }) => claimIds)).toContain(hit.id)
  })
})

describe('hearsay sources and anonymous', () => {
  it('list who is cited', async () => {
    const sources = JSON.parse(await print(['sources', '--json'])) as {
      source: string
      naming: string
      claims: number
    }[]
    expect(sources).toContainEqual(expect.objectContaining({ source: 'Ingrid Solberg', naming: 'named' }))
    const named = JSON.parse(await print(['sources', '--json', '--name', 'MWALE'])) as { source: string }[]
    expect(named.map(({ source }) => source)).toEqual(['Ada Mwale'])
  })

  it('say how many there are in all when a limit cuts the list', async () => {
    const all = (JSON.parse(await print(['sources', '--json'])) as unknown[]).length
    expect(all).toBeGreaterThan(2)
    expect((await workspace.run(['sources', '--limit', '2'])).stderr).toBe(`2 of ${all} sources.\n`)
    expect((await workspace.run(['sources'])).stderr).toBe(`${all} sources.\n`)
    const withheld = (JSON.parse(await print(['anonymous', '--json'])) as unknown[]).length
    expect(withheld).toBeGreaterThan(1)
    expect((await workspace.run(['anonymous', '--limit', '1'])).stderr).toBe(`1 of ${withheld} sources.\n`)
  })

  it('list whose identity is withheld, with the reason given', async () => {
    const ledger = JSON.parse(await print(['anonymous', '--naming', 'anonymous', '--json'])) as Record<
      string,
      unknown
    >[]
    expect(ledger).toHaveLength(1)
    expect(ledger[0]).toMatchObject({ uri: 'news/bridge.txt', number: 2, claims: 1 })
    expect(String(ledger[0]?.reason)).toContain('not authorised to speak')
  })
})

describe('hearsay export', () => {
  it('writes one claim a line, the same bytes to a file and to standard output', async () => {
    const lines = await print(['export'])
    expect(
      lines
        .trimEnd()
        .split('\n')
        .map(line => JSON.parse(line).id)
        .toSorted(),
    ).toEqual((await claimsAsJson('--attitudes')).map(({ id }) => id).toSorted())
    await print(['export', '-o', 'claims.jsonl'])
    expect(readFileSync(join(workspace.folder, 'claims.jsonl'), 'utf8')).toBe(lines)
  })

  it('takes the filters of claims', async () => {
    const line = await print(['export', '--naming', 'anonymous', '--no-attitudes'])
    expect(JSON.parse(line).content.text).toContain('cost had doubled')
  })
})

describe('hearsay eval', () => {
  it('scores gold, by analysing the article or from a database', async () => {
    const gold = join(import.meta.dirname, '../../corpus/gold/boundary-call-row.json')
    const scores = JSON.parse(await print(['eval', '--gold', gold, '--json', '--misses', '2']))
    expect(scores.articles).toBe(1)
    expect(scores.relation.f1).toBeGreaterThan(0.4)
    expect(scores.misses.flatMap(({ misses }: { misses: unknown[] }) => misses)).toHaveLength(2)
    await workspace.run(['run', join(import.meta.dirname, '../../corpus/boundary-call-row.txt'), '--db', 'gold.db'])
    const { stdout, stderr } = await workspace.run(['eval', '--gold', gold, '--json', '--db', 'gold.db'])
    const { misses: _, ...withoutMisses } = scores
    expect(JSON.parse(stdout)).toEqual(withoutMisses)
    expect(stderr).toBe('')
    expect(await print(['eval', '--gold', gold])).toMatch(/^relation +\d+\.\d/m)
  })

  it('scores names and chains of files or folders, with the counts of every article', async () => {
    const text = 'Ingrid Solberg spoke in Bergen. “We wait,” said Solberg.'
    const named = (start: number, end: number, type: string, chain: string) =>
      ({ start, end, type, chain, named: true, name: [start, end], pronoun: false }) as const
    const mentions = [named(0, 14, 'person', '1'), named(24, 30, 'place', '2'), named(48, 55, 'person', '1')]
    workspace.write('named/solberg.json', JSON.stringify({ text, mentions }))
    const scores = JSON.parse(await print(['eval', '--entities', 'named/solberg.json', '--json']))
    expect(scores).toMatchObject({
      joined_by_type: { person: { f1: 1, means: { recall: { mean: 1, articles: 1 } } }, place: { f1: null } },
      clusters: { lea: { f1: 1 }, b3: { f1: 1 } },
      by_article: [{ article: 'solberg', joined: { person: { hit: 1, all: 1 } } }],
    })
    expect(await print(['eval', '--entities', 'named'])).toMatch(/^LEA +100\.0/m)
  })
})

describe('hearsay doctor', () => {
  it('says what runs and how the database is', async () => {
    const report = JSON.parse(await print(['doctor', '--json']))
    expect(report).toMatchObject({ node: process.versions.node, libraries: { 'wink-nlp': expect.any(String) } })
    expect(report.database).toMatchObject({ articles: 2, integrity: 'ok', 'dead letters': 0 })
  })

  it('ends with 4 where the database cannot be used', async () => {
    workspace.write('notes.txt', 'no database')
    const { status, stdout, stderr } = await workspace.run(['doctor', '--db', 'notes.txt'])
    expect(status).toBe(4)
    expect(stdout).toContain('not usable')
    expect(stderr).toMatch(/^hearsay: [^\n]*notes\.txt[^\n]*\n$/)
  })
})

describe('help', () => {
  it('of the program and of a command is data, on standard output', () => {
    // The library that parses the command line writes its help to the process.
    const help = (...args: string[]) => workspace.hearsay(args).stdout
    expect(help('--help')).toContain('Exit codes:')
    expect(help('claims', '--help')).toMatch(/Examples:\n {2}\$ hearsay claims/)
    expect(help('help', 'run')).toContain('Usage: hearsay run')
    expect(help('help', 'run')).toMatch(/--timeout <seconds> [^-]*\(default: 60\)/)
    expect(help('--version')).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})
