import type { Article } from '../../../src/domain/article.ts'
import type { ExpectedPage } from './expected-page.ts'

/** How many of what was looked for were found. */
export interface Share {
  readonly found: number
  readonly all: number
}

/** What was read of one page against what was expected of it. */
export interface Score {
  readonly name: string
  readonly paragraphs: Share
  readonly wanted: Share
  readonly unwanted: Share
  readonly titles: Share
  readonly dates: Share
  /** Of runs of four words; null where the whole text is not known. */
  readonly shingles: { readonly precision: number; readonly recall: number } | null
  /** What was lost and what was let in, for who looks for reasons. */
  readonly losses: readonly string[]
}

type ReadArticle = Pick<Article, 'text' | 'title' | 'publishedAt'>

const NONE: Share = { found: 0, all: 0 }
const SHINGLE = 4
const OUTLET = /\s+[|–—·-]\s+/u

export function scorePage(page: ExpectedPage, article: ReadArticle | null): Score {
  const { name, paragraphs = [], allowed = [], wanted = [], unwanted = [], title, days } = page
  const text = ` ${plain(article?.text ?? '')} `
  const holds = (words: string) => text.includes(` ${plain(words)} `)
  // Strings of annotators may begin and end inside words.
  const holdsString = (words: string) => text.includes(plain(words))
  const known = paragraphs.filter(paragraph => plain(paragraph) !== '')
  const found = article?.title ?? ''
  // Some collections leave the outlet's name behind the headline.
  const isTitle = title !== undefined && [title, title.split(OUTLET)[0] ?? ''].map(plain).includes(plain(found))
  const isDay = days?.includes(article?.publishedAt?.slice(0, 10) ?? '') === true
  return {
    name,
    paragraphs: count(known, holds),
    wanted: count(wanted, holdsString),
    unwanted: count(unwanted, holdsString),
    titles: title === undefined ? NONE : { found: Number(isTitle), all: 1 },
    dates: days === undefined ? NONE : { found: Number(isDay), all: 1 },
    shingles: known.length === 0 ? null : compareShingles(known, allowed, text),
    losses: [
      ...known.filter(paragraph => !holds(paragraph)).map(paragraph => `lost: ${paragraph}`),
      ...wanted.filter(words => !holdsString(words)).map(words => `lost: ${words}`),
      ...unwanted.filter(holdsString).map(words => `let in: ${words}`),
      ...(title === undefined || isTitle ? [] : [`title: ${found} — expected: ${title}`]),
      ...(days === undefined || isDay ? [] : [`date: ${article?.publishedAt} — expected: ${days[0]}`]),
    ],
  }
}

function count(strings: readonly string[], isFound: (string: string) => boolean): Share {
  return { found: strings.filter(isFound).length, all: strings.length }
}

/** Letters and digits, the rest as single spaces. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}

function compareShingles(paragraphs: readonly string[], allowed: readonly string[], text: string) {
  const [wanted, found] = [shinglesOf(paragraphs.join(' ')), shinglesOf(text)]
  const others = found.intersection(shinglesOf(allowed.join(' '))).difference(wanted).size
  const shared = wanted.intersection(found).size
  return { precision: shared === 0 ? 0 : shared / (found.size - others), recall: shared / wanted.size }
}

function shinglesOf(text: string): ReadonlySet<string> {
  const words = plain(text).split(' ')
  return new Set(
    words.slice(0, Math.max(1, words.length - SHINGLE + 1)).map((_, i) => words.slice(i, i + SHINGLE).join(' ')),
  )
}
