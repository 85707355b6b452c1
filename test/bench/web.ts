/**
 * How fast the site is on 100,000 articles and a million claims, on one core: `npm run bench:web`, or
 * `npm run bench:web -- DATABASE` to use, or make and keep, a database there. Making one takes minutes.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import process from 'node:process'
import { createInterface } from 'node:readline'
import Database from 'better-sqlite3'
import { formatTable, inWords } from './figures.ts'
import { makeWebDatabase } from './web-database.ts'

const ARTICLES = 100_000
const CLAIMS_EACH = 10
const REPEATS = 60
const CLI = join(import.meta.dirname, '../../src/cli/hearsay.js')

const write = (text: string) => process.stdout.write(`${text}\n`)
const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-web-'))
const path = process.argv[2] ?? join(folder, 'million.db')
try {
  if (!existsSync(path)) {
    const start = performance.now()
    const { articles, claims } = await makeWebDatabase(path, ARTICLES, CLAIMS_EACH)
    write(
      `Made ${inWords(articles)} articles with ${inWords(claims)} claims in ${inWords((performance.now() - start) / 1000)} s`,
    )
  }
  write(`Load average before: ${(loadavg()[0] ?? 0).toFixed(1)}`)
  await measure(path)
  for (const args of [[], ['--by', 'outlet,month'], ['--compare', 'outlet', 'Publisher 7', 'Publisher 9']])
    write(`hearsay audit ${args.join(' ')}: ${inWords(timeAudit(path, args) / 1000)} s`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function measure(database: string): Promise<void> {
  const pages = choosePages(database)
  const start = performance.now()
  const { server, url } = await startServer(database)
  try {
    write(`Start, which reads all claims: ${inWords((performance.now() - start) / 1000)} s`)
    const all: number[] = []
    const rows = [['page', 'median', 'p99', 'largest', 'first']]
    for (const [name, addresses] of Object.entries(pages)) {
      const times: number[] = []
      for (let repeat = 0; repeat < REPEATS; repeat++)
        times.push(await timeOf(new URL(addresses[repeat % addresses.length] as string, url)))
      const [first = 0] = times
      const sorted = times.toSorted((a, b) => a - b)
      all.push(...times)
      rows.push([name, ...[quantile(sorted, 0.5), quantile(sorted, 0.99), sorted.at(-1) ?? 0, first].map(inMs)])
    }
    const sorted = all.toSorted((a, b) => a - b)
    rows.push(['all pages', ...[quantile(sorted, 0.5), quantile(sorted, 0.99), sorted.at(-1) ?? 0].map(inMs), ''])
    write(formatTable(rows))
    write(
      `Memory of the server: ${inWords(residentMb(server.pid, 'VmRSS'))} MB, at most ${inWords(residentMb(server.pid, 'VmHWM'))} MB`,
    )
    write('Targets: median at most 150 ms, p99 at most 500 ms, memory below 300 MB.')
  } finally {
    server.kill('SIGTERM')
  }
}

/** How long the source audit of all articles takes as a command of its own, start included; in ms. */
function timeAudit(database: string, args: readonly string[]): number {
  const start = performance.now()
  const { status } = spawnSync(process.execPath, [CLI, 'audit', '--csv', '--db', database, ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) throw new Error('the audit failed')
  return performance.now() - start
}

/** The real command, on one core where the system can be told so. */
async function startServer(database: string): Promise<{ readonly server: ChildProcess; readonly url: string }> {
  const serve = [process.execPath, CLI, 'serve', '--port', '0', '--db', database]
  const command =
    process.platform === 'linux' && existsSync('/usr/bin/taskset') ? ['taskset', '-c', '0', ...serve] : serve
  const server = spawn(command[0] as string, command.slice(1), { stdio: ['ignore', 'pipe', 'ignore'] })
  for await (const line of createInterface({ input: server.stdout })) return { server, url: line }
  throw new Error('the site did not start')
}

/** Addresses of each kind of page; many of each, so that no answer is one that was just given. */
function choosePages(database: string): Readonly<Record<string, readonly string[]>> {
  const connection = new Database(database, { readonly: true })
  const some = (sql: string) => connection.prepare<[], string>(sql).pluck().all()
  const every = (table: string, among = 50_000) =>
    some(`SELECT id FROM ${table} WHERE rowid % ${among} = 7 ORDER BY rowid LIMIT 40`)
  const entities = some(
    'SELECT entity.id FROM entity JOIN source ON source.entity_rowid = entity.rowid WHERE source.rowid <= 2000 GROUP BY entity.id ORDER BY count(*) DESC LIMIT 40',
  )
  const claims = every('claim', 25_000)
  const withheld = some("SELECT id FROM source WHERE naming = 'anonymous' AND rowid % 1000 < 20 LIMIT 30")
  const articles = every('article', 2_500)
  const contents = some(
    'SELECT content_text FROM claim WHERE rowid % 25000 = 11 AND length(content_text) BETWEEN 40 AND 400 LIMIT 40',
  )
  const quotations = quote(contents)
  connection.close()
  return {
    'claims, all': ['/claims'],
    'claims, paged deep': claims.map(id => `/claims?after=${id}`),
    'claims, facets': [
      'naming=anonymous',
      'act=denial&naming=named',
      'quotation=direct&publisher=Publisher+7',
      'act=statement',
    ].map(query => `/claims?${query}`),
    'claims, source': [...entities.map(id => `/claims?source=${id}`), '/claims?by=officials'],
    'claims, dates': ['2013', '2016', '2020'].map(
      year => `/claims?since=${year}-01-01&until=${year}-12-31&naming=unnamed`,
    ),
    'search, rare words': ['generator', 'fishermen', 'sewing machine', 'hymn book', 'telecoms'].map(
      words => `/claims?q=${encodeURIComponent(words)}`,
    ),
    'search, common words': ['the', 'that', 'of', 'and', 'to', 'in', 'was', 'had', 'for', 'not', 'he', 'on'].map(
      words => `/claims?q=${words}`,
    ),
    'search and facets': ['water', 'people', 'government', 'year'].map(
      words => `/claims?q=${words}&naming=named&act=statement`,
    ),
    articles: ['', '?order=title', '?order=anonymous&descending=1', '?from=50001', '?attitudes=1&order=claims'].map(
      query => `/articles${query}`,
    ),
    'articles, narrowed': [
      ...['the', 'ferry', 'court', 'night', 'report'].map(words => `/articles?q=${words}`),
      ...['2013', '2016', '2020'].map(year => `/articles?since=${year}-03-01&until=${year}-03-12`),
      '/articles?publisher=Publisher+7&findings=with&since=2018-01-01&until=2018-12-31',
    ],
    'search, source and content': ['ferry officials', 'minister water "last year"', 'the mayor said'].map(
      words => `/claims?q=${encodeURIComponent(words)}`,
    ),
    article: articles.map(id => `/articles/${id}?rejected=1`),
    claim: claims.map(id => `/claims/${id}`),
    sources: ['/sources', '/sources?q=a', '/sources?from=501'],
    source: entities.map(id => `/sources/${id}`),
    'source without a name': withheld.map(id => `/sources/${id}`),
    anonymous: ['claims', 'corroborated', 'published', 'naming', 'number', 'source', 'reason'].flatMap(order => [
      `/anonymous?order=${order}`,
      `/anonymous?order=${order}&descending=1&naming=anonymous&from=1001`,
    ]),
    audit: ['', '?known=1', '?over=experts', '?outlet=Publisher+7', '?outlet=Publisher+12', '?since=2016-01'].map(
      query => `/audit${query}`,
    ),
    'audit, sources': ['gender=woman&person=1', 'type=law&order=words', 'voice=anonymous&outlet=Publisher+3'].map(
      query => `/audit/sources?${query}`,
    ),
    'audit, two parts': ['/audit/compare?a.outlet=Publisher+3&b.outlet=Publisher+4', '/audit/compare?at=2018-01'],
    'claims, by gender': ['gender=woman&person=1', 'type=politician', 'function=expert&publisher=Publisher+7'].map(
      query => `/claims?${query}`,
    ),
    people: ['', '?q=a', '?gender=woman', '?from=501'].map(query => `/people${query}`),
    'quotation, exact': quotations.map(({ exact }) => toQuotePage(exact)),
    'quotation, by': quotations.map(({ exact }) => toQuotePage(exact, 'Marilou Anacleto')),
    'quotation, altered': quotations.map(({ altered }) => toQuotePage(altered)),
    'quotation, spliced': quotations.map(({ spliced }) => toQuotePage(spliced)),
    'quotation, plain words': ['it was', 'that it was a', 'we have to do it', 'in the end it was the same'].map(words =>
      toQuotePage(words),
    ),
    'quotation, not there': [
      'purple zeppelins hum quietly over the estuary',
      'the minister of nothing resigned again',
    ].map(words => toQuotePage(words)),
    'api: claims': ['', 'naming=anonymous', 'act=denial&cue=deny', 'publisher=Publisher+7&limit=200', 'q=water'].map(
      query => `/api/v1/claims?${query}`,
    ),
    'api: claims, paged deep': claims.map(id => `/api/v1/claims?after=${id}`),
    'api: claim, explained': claims.map(id => `/api/v1/claims/${id}/explanation`),
    'api: articles': ['', 'publisher=Publisher+3', 'since=2015-01-01&until=2015-12-31', 'limit=200'].map(
      query => `/api/v1/articles?${query}`,
    ),
    'api: articles, by title': ['ferry', 'council', 'report-77', 'rents'].map(words => `/api/v1/articles?q=${words}`),
    'api: article': articles.flatMap(id => [`/api/v1/articles/${id}`, `/api/v1/articles/${id}/claims`]),
    'api: sources': ['', 'q=a', 'offset=500'].map(query => `/api/v1/sources?${query}`),
    'api: source': entities.map(id => `/api/v1/sources/${id}`),
    'api: findings': [...articles.map(id => `/api/v1/findings?article=${id}`), '/api/v1/findings'],
    'api: quotation': contents.map(text => `/api/v1/quotations/check?${new URLSearchParams({ words: text })}`),
    'api: audit': ['/api/v1/audit', '/api/v1/audit?outlet=Publisher+7', '/api/v1/people?limit=200'],
    'feed of findings': ['/feed.atom', '/feed.atom?rule=lone-anonymous-source'],
    metrics: ['/metrics'],
    runs: ['/runs', '/runs/1', '/runs?from=1001'],
    sql: [
      'SELECT * FROM v_claim LIMIT 100',
      'SELECT count(*) FROM run',
      "SELECT id, title FROM article WHERE publisher = 'Publisher 3' LIMIT 50",
    ].map(query => `/sql?q=${encodeURIComponent(query)}`),
  }
}

/** Quotations as they stand, with a word taken out and one put in, and two joined. */
function quote(contents: readonly string[]) {
  return contents.map((content, index) => {
    const words = content.split(' ')
    const other = (contents[(index + 1) % contents.length] as string).split(' ')
    return {
      exact: content,
      altered: words.toSpliced(2, 1).toSpliced(5, 0, 'never').join(' '),
      spliced: [...words.slice(0, 8), ...other.slice(-8)].join(' '),
    }
  })
}

function toQuotePage(words: string, by?: string): string {
  return `/quote?${new URLSearchParams({ q: words, ...(by === undefined ? {} : { by }) })}`
}

async function timeOf(url: URL): Promise<number> {
  const start = performance.now()
  const response = await fetch(url)
  await response.text()
  if (response.status !== 200) throw new Error(`${url} was answered with ${response.status}`)
  return performance.now() - start
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0
}

function inMs(ms: number): string {
  return `${inWords(ms)} ms`
}

/** Of Linux's own book-keeping; not known elsewhere. */
function residentMb(pid: number | undefined, field: 'VmRSS' | 'VmHWM'): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? Number.NaN) / 1000
  } catch {
    return Number.NaN
  }
}
