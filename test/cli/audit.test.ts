import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Workspace } from './hearsay.ts'

/** Two outlets in two months, with people, bodies and who is not named. */
const ARTICLES = [
  {
    ...{ publisher: 'The Ledger', published_at: '2026-04-30', title: 'Bridge stays shut' },
    text: 'The bridge over the Tarn stays shut, Imani Cole said on Thursday. “We found a crack in the deck,” said Cole, who heads the roads office. Residents said that nobody had told them. Mayor Piet Maas was not at the meeting.',
  },
  {
    ...{ publisher: 'The Ledger', published_at: '2026-05-02', title: 'Ferry fares rise' },
    text: 'Fares will rise in June, the Tarn Ferry Company said. An employee, who spoke on condition of anonymity because she feared for her job, said that the boats were half empty.',
  },
  {
    ...{ publisher: 'Harbour Times', published_at: '2026-05-20', title: 'Council votes' },
    text: 'Piet Maas said that the council had no choice. “It is a bad day for the harbour,” said Imani Cole. Fishermen said they would go to court.',
  },
  {
    ...{ publisher: 'Harbour Times', title: 'Storm coming' },
    text: 'A storm will reach the coast tonight, forecasters said. It had rained for a week, Lotte Brandt said.',
  },
]

const workspace = new Workspace()
beforeAll(async () => {
  workspace.write('news.jsonl', ARTICLES.map(article => `${JSON.stringify(article)}\n`).join(''))
  const { status, stderr } = await workspace.run(['run', 'news.jsonl'])
  expect(status, stderr).toBe(0)
})
afterAll(() => workspace.remove())

type Row = Readonly<Record<string, string | number | boolean | null>>

async function audit(...args: string[]): Promise<Row[]> {
  const { status, stdout, stderr } = await workspace.run(['audit', '--json', ...args])
  expect(status, stderr).toBe(0)
  return JSON.parse(stdout) as Row[]
}

const count = (query: string) => workspace.rows(query)[0]?.n

describe('hearsay audit', () => {
  it('prints what SQL counts', async () => {
    const figures = await audit()
    const n = (measure: string) => figures.find(figure => figure.measure === measure)?.n
    expect(n('articles')).toBe(4)
    expect(n('sources')).toBe(count('SELECT count(*) AS n FROM v_voice'))
    expect(n('claims')).toBe(count('SELECT sum(claims) AS n FROM v_voice'))
    expect(n('quoted-words')).toBe(count('SELECT sum(quoted_words) AS n FROM v_voice'))
    expect(n('people')).toBe(count('SELECT count(*) AS n FROM v_person'))
    expect(n('people-quoted')).toBe(count('SELECT count(*) AS n FROM v_person WHERE claims > 0'))
    const shares = figures.filter(({ measure, known }) => measure === 'share' && known === false)
    const units = {
      sources: 'count(*)',
      claims: 'sum(claims)',
      quotedWords: 'sum(quoted_words)',
      first: 'sum(first_voice)',
    }
    const columns = { gender: 'gender', type: 'source_type', function: 'function', naming: 'naming' } as const
    for (const [unit, counted] of Object.entries(units))
      for (const [dimension, column] of Object.entries(columns)) {
        const people = dimension === 'gender' ? "WHERE kind = 'person'" : ''
        const rows = workspace.rows(`SELECT ${column} AS label, ${counted} AS hits FROM v_voice ${people} GROUP BY 1`)
        const printed = shares.filter(share => share.unit === unit && share.dimension === dimension && share.hits !== 0)
        expect(Object.fromEntries(printed.map(({ label, hits }) => [label, hits])), `${dimension} ${unit}`).toEqual(
          Object.fromEntries(rows.filter(({ hits }) => hits !== 0).map(({ label, hits }) => [label, hits])),
        )
      }
    expect(shares.length).toBeGreaterThan(20)
  })

  it('divides by outlet and month, those without a date last', async () => {
    const figures = await audit('--by', 'outlet,month')
    const sources = figures.filter(({ measure }) => measure === 'sources')
    expect(sources.map(({ outlet, month }) => [outlet, month])).toEqual([
      ['Harbour Times', '2026-05'],
      ['Harbour Times', null],
      ['The Ledger', '2026-04'],
      ['The Ledger', '2026-05'],
    ])
    expect(sources.reduce((sum, { n }) => sum + Number(n), 0)).toBe(count('SELECT count(*) AS n FROM v_voice'))
    const { stdout } = await workspace.run(['audit', '--by', 'outlet,month', '--csv'])
    expect(stdout.split('\r\n')[0]).toBe('outlet,month,measure,dimension,label,unit,known,hits,n,value,low,high,small')
    expect(stdout.trimEnd().split('\r\n')).toHaveLength(figures.length + 1)
  })

  it('takes the articles that are asked for', async () => {
    const articlesOf = async (...args: string[]) => (await audit(...args))[0]?.n
    expect(await articlesOf('--outlet', 'The Ledger')).toBe(2)
    expect(await articlesOf('--since', '2026-05-01')).toBe(2)
    expect(await articlesOf('--until', '2026-05-02')).toBe(2)
    expect(await articlesOf('--since', '2026-05-01', '--until', '2026-05-02', '--outlet', 'The Ledger')).toBe(1)
    expect(await articlesOf('--article', 'news.jsonl#L3')).toBe(1)
    const { stderr } = await workspace.run(['audit', '--until', '2026-05-02'])
    expect(stderr).toContain('1 article has no date and is left out.')
  })

  it('heads the lines of a pipe with the names of their columns', async () => {
    const { stdout } = await workspace.run(['audit', '--by', 'outlet'])
    const [heading, first] = stdout.split('\n').map(line => line.split('\t'))
    expect(heading?.slice(0, 4)).toEqual(['outlet', 'measure', 'dimension', 'label'])
    expect(first).toHaveLength(heading?.length ?? 0)
  })

  it('counts one version of an article, and says how many are left out', async () => {
    const link = 'https://news.example/ferry'
    const write = (name: string, more: string) =>
      workspace.write(name, `${JSON.stringify({ link, text: `Fares will rise, Lotte Brandt said. ${more}` })}\n`)
    write('first.jsonl', 'The boats are half empty, Imani Cole said.')
    write('then.jsonl', 'The boats are full, Piet Maas said.')
    const read = (file: string) =>
      workspace.run(['run', file, '--field', 'uri=link', '--db', 'versions.db', '--engine', 'rules', '--no-quotations'])
    for (const file of ['first.jsonl', 'then.jsonl']) await read(file)
    const audited = async (...args: string[]) =>
      await workspace.run(['audit', '--json', '--db', 'versions.db', ...args])
    const n = ({ stdout }: { readonly stdout: string }, measure: string) =>
      (JSON.parse(stdout) as Row[]).find(figure => figure.measure === measure)?.n
    const newest = await audited()
    expect(['articles', 'older-versions', 'sources'].map(measure => n(newest, measure))).toEqual([1, 1, 2])
    expect(newest.stderr).toBe('1 article, 2 sources, 2 claims; 1 older version left out.\n')
    const all = await audited('--all-versions')
    expect(['articles', 'older-versions', 'sources'].map(measure => n(all, measure))).toEqual([2, 0, 4])
    const [{ older } = { older: '' }] = workspace.rows(
      'SELECT article_id AS older FROM v_version GROUP BY article_id HAVING max(is_current) = 0',
      'versions.db',
    )
    expect(n(await audited('--article', String(older)), 'sources')).toBe(2)
    // Who reads the first text again has it stand for the article again.
    await read('first.jsonl')
    expect((await audited('--by', 'naming')).stderr).toContain('1 article, 2 sources')
  })

  it('says how many articles are from before voices were kept', async () => {
    expect((await workspace.run(['audit'])).stderr).not.toContain('--upgrade')
    const older = join(workspace.folder, 'older.db')
    copyFileSync(join(workspace.folder, 'out/hearsay.db'), older)
    const database = new Database(older)
    database.exec("DELETE FROM done WHERE stage = 'voices' AND article_rowid = (SELECT min(rowid) FROM article)")
    database.close()
    const { stderr } = await workspace.run(['audit', '--db', 'older.db'])
    expect(stderr).toContain('1 article was analysed before voices were kept')
  })

  it.each([
    [['outlet', 'The Ledger', 'Harbour Times'], 2, 2],
    [['month', '2026-04', '2026-05'], 1, 2],
    [['date', '2026-05-02'], 1, 2],
  ])('puts two parts beside one another: %j', async (what, a, b) => {
    const differences = await audit('--compare', ...what)
    const mean = differences.find(({ measure }) => measure === 'sources-per-article')
    expect([mean?.a_n, mean?.b_n]).toEqual([a, b])
    for (const { difference, low, high, a_value, b_value } of differences) {
      if (difference === null) continue
      expect(difference).toBeCloseTo(Number(b_value) - Number(a_value), 12)
      expect(Number(low)).toBeLessThanOrEqual(Number(difference))
      expect(Number(high)).toBeGreaterThanOrEqual(Number(difference))
    }
  })

  it.each([
    [[]],
    [['--by', 'outlet']],
    [['--by', 'outlet,gender,naming']],
    [['--compare', 'month', '2026-04', '2026-05']],
  ])('shows no share without its interval in a table: %j', async args => {
    const { status, stdout, stderr } = await workspace.run(['audit', '-t', ...args])
    expect(status, stderr).toBe(0)
    expect(stdout).toMatch(/\d% \(\d/)
    expect(stdout).not.toMatch(/%(?! \()/)
  })

  it('marks what is of few in a table, and shows what both parts of a comparison are counted from', async () => {
    const { stdout } = await workspace.run(['audit', '-t'])
    expect(stdout).toMatch(/gender +woman .*\d% \(\d+–\d+\) few/)
    const compared = await workspace.run(['audit', '-t', '--compare', 'outlet', 'The Ledger', 'Harbour Times'])
    expect(compared.stdout).toMatch(/naming named.* \d+\/\d+ \d+% \(\d+–\d+\) few +\d+\/\d+ \d+% \(\d+–\d+\) few/)
    expect(compared.stdout).toMatch(/sources an article.* \d+\/2 \d\.\d \(/)
  })

  it.each([
    [['--outlet', 'The Legder'], 'No article has the outlet "The Legder": near is "The Ledger".'],
    [['--outlet', 'Nope'], 'No article has the outlet "Nope": there are "Harbour Times", "The Ledger".'],
    [['--since', '2026-06-01', '--until', '2026-05-01'], '--since 2026-06-01 comes after --until 2026-05-01'],
    [['--until', '2026-05-01', '--compare', 'date', '2026-06-01'], 'nothing is behind 2026-06-01'],
    [['--section', 'Sport'], 'No article has the section "Sport": none has any.'],
    [['--compare', 'outlet', 'The Ledger'], '--compare takes a kind and two of it'],
    [['--compare', 'gender', 'woman', 'man'], '--compare takes a kind and two of it'],
    [['--compare', 'month', '2026-05', '2026-05'], 'have 2 articles in common'],
    [['--compare', 'date', '2026-05-40'], 'is no date of the calendar'],
    [['--by', 'outlet', '--compare', 'month', '2026-04', '2026-05'], 'With --compare, --by takes'],
    [['--report', 'x.html', '--json'], 'cannot be used with'],
  ])('refuses %j in one sentence', async (args, words) => {
    const { status, stderr } = await workspace.run(['audit', ...args])
    expect(status).toBe(2)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(stderr).toContain(words)
  })

  it('writes one file to hand to a meeting, of the articles that were asked for', async () => {
    const { status, stderr } = await workspace.run(['audit', '--outlet', 'The Ledger', '--report', 'ledger.html'])
    expect(status, stderr).toBe(0)
    const n = count("SELECT count(*) AS n FROM v_voice WHERE publisher = 'The Ledger'")
    expect(stderr).toContain(`${n} sources of 2 articles in ledger.html`)
    const file = readFileSync(join(workspace.folder, 'ledger.html'), 'utf8')
    expect(file).toContain('<h1>Who gets a voice: outlet The Ledger</h1>')
    expect(file).toContain('content="default-src &#39;none&#39;;')
    expect(file).not.toMatch(/<script|<a href="\/|https?:/)
    const refused = await workspace.run(['audit', '--report', 'x.html', '--by', 'gender'])
    expect(refused.status).toBe(2)
    expect(refused.stderr).toContain('leave --by and --compare out')
  })
})
