/**
 * How whole web pages are read, and how much is read that is no article: `npm run bench:pages -- FOLDER…` with checkouts of
 * fundus (github.com/flairNLP/fundus), Readability (github.com/mozilla/readability) and trafilatura (github.com/adbar/trafilatura),
 * any of them. `--losses WORD` prints what was lost and let in on the pages with the word in their names, `--english` only English pages.
 */
import process from 'node:process'
import { parseArgs } from 'node:util'
import { eld } from 'eld/extrasmall'
import { DEFAULT_LIMITS } from '../../src/read/limits/limits.ts'
import { readPage } from '../../src/read/pages/read-page.ts'
import { formatTable } from './figures.ts'
import type { Collection, ExpectedPage } from './pages/expected-page.ts'
import { openFundus } from './pages/fundus.ts'
import { openReadability } from './pages/readability.ts'
import { type Score, type Share, scorePage } from './pages/score.ts'
import { openTrafilatura } from './pages/trafilatura.ts'

const write = (text: string) => process.stdout.write(`${text}\n`)
const { values, positionals } = parseArgs({
  options: { losses: { type: 'string' }, english: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const collections = positionals.map(open)
if (collections.length === 0) fail('Nothing to read: give folders, as in npm run bench:pages -- ../fundus.')

const rows = [
  [
    '',
    'pages',
    'paragraphs',
    'wanted',
    'unwanted',
    'titles',
    '… or shown',
    'dates',
    '… or changed',
    'precision',
    'recall',
    'F1',
  ],
]
for (const collection of collections) {
  const [english, all]: [Score[], Score[]] = [[], []]
  for (const page of collection.pages()) {
    const inEnglish = isEnglish(page)
    if (values.english && !inEnglish) continue
    const score = scorePage(page, read(page))
    all.push(score)
    if (inEnglish) english.push(score)
    if (values.losses !== undefined && score.name.includes(values.losses)) show(score)
  }
  rows.push(rowOf(`${collection.name}, English`, english))
  if (!values.english) rows.push(rowOf(`${collection.name}, all`, all))
}
write(formatTable(rows))

function open(folder: string): Collection {
  return openFundus(folder) ?? openReadability(folder) ?? openTrafilatura(folder) ?? fail(`${folder} holds no pages.`)
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`)
  process.exit(2)
}

function isEnglish({ paragraphs = [], wanted = [] }: ExpectedPage): boolean {
  return eld.detect([...paragraphs, ...wanted].join('\n').slice(0, 4000)).language === 'en'
}

function read({ name, html }: ExpectedPage) {
  try {
    const outcome = readPage({ uri: name, bytes: html }, DEFAULT_LIMITS, { location: name })
    return outcome.outcome === 'article' ? outcome.article : null
  } catch (error) {
    write(`${name}: ${error instanceof Error ? error.message : error}`)
    return null
  }
}

function show({ name, losses }: Score): void {
  if (losses.length > 0) write([name, ...losses.map(loss => `  ${loss.replace(/\s+/g, ' ').slice(0, 160)}`)].join('\n'))
}

function rowOf(name: string, scores: readonly Score[]): string[] {
  const sum = (choose: (score: Score) => Share): Share => ({
    found: scores.reduce((total, score) => total + choose(score).found, 0),
    all: scores.reduce((total, score) => total + choose(score).all, 0),
  })
  const shingles = scores.flatMap(score => score.shingles ?? [])
  const mean = (values: readonly number[]) => values.reduce((total, value) => total + value, 0) / values.length
  const precision = mean(shingles.map(score => score.precision))
  const recall = mean(shingles.map(score => score.recall))
  const f1 = (2 * precision * recall) / (precision + recall)
  return [
    name,
    String(scores.length),
    ...[
      sum(s => s.paragraphs),
      sum(s => s.wanted),
      sum(s => s.unwanted),
      sum(s => s.titles),
      sum(s => s.titlesOrShown),
      sum(s => s.dates),
      sum(s => s.datesOrChanged),
    ].map(({ found, all }) => (all === 0 ? '' : `${found}/${all} ${((100 * found) / all).toFixed(1)} %`)),
    ...[precision, recall, f1].map(value => (Number.isNaN(value) ? '' : value.toFixed(3))),
  ]
}
