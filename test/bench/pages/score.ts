import type { Article } from '../../../src/domain/article.ts'
import type { ExpectedPage } from './expected-page.ts'
import { headingsOf } from './headings.ts'

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
  /** Titles that are as expected or as the page's own heading words them, where that is about the same. */
  readonly titlesOrShown: Share
  /** Days that are as expected, the day of the last change, or the day of the same instant in another zone. */
  readonly datesOrChanged: Share
  /** Of runs of four words; null where the whole text is not known. */
  readonly shingles: { readonly precision: number; readonly recall: number } | null
  /** What was lost and what was let in, for who looks for reasons. */
  readonly losses: readonly string[]
}

type ReadArticle = Pick<Article, 'text' | 'title' | 'publishedAt' | 'modifiedAt'>

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
  const isShown = title !== undefined && found !== '' && isOtherWording(found, title, page.html)
  const isChanged = days?.some(day => isSameDay(day, article)) === true
  return {
    name,
    paragraphs: count(known, holds),
    wanted: count(wanted, holdsString),
    unwanted: count(unwanted, holdsString),
    titles: title === undefined ? NONE : { found: Number(isTitle), all: 1 },
    dates: days === undefined ? NONE : { found: Number(isDay), all: 1 },
    titlesOrShown: title === undefined ? NONE : { found: Number(isTitle || isShown), all: 1 },
    datesOrChanged: days === undefined ? NONE : { found: Number(isDay || isChanged), all: 1 },
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

/** Share of the words of the expected title that another wording of it has. */
const SAME = 0.4

/**
 * Whether a title is a heading of its page that is about what is expected: a page that words its headline for readers in one way and
 * for networks in another is right in both, and the collections expect now the one, now the other.
 */
function isOtherWording(found: string, expected: string, html: Uint8Array): boolean {
  const words = new Set(plain(expected).split(' '))
  const shared = words.intersection(new Set(plain(found).split(' '))).size
  return shared >= SAME * words.size && headingsOf(html).some(heading => plain(heading) === plain(found))
}

/** Hours by which the clocks of the world are behind UTC and ahead of it at most. */
const BEHIND = 12
const AHEAD = 14
const HOUR_MS = 3_600_000

/** Whether a day is that of the publication or of the last change on some clock: collections note what the page showed somebody. */
function isSameDay(day: string, article: ReadArticle | null): boolean {
  if (article?.modifiedAt?.startsWith(day) === true) return true
  const published = article?.publishedAt ?? ''
  if (published.length <= day.length) return false
  const instant = Date.parse(published)
  const [begin, end] = [Date.parse(day) - AHEAD * HOUR_MS, Date.parse(day) + (24 + BEHIND) * HOUR_MS]
  return instant >= begin && instant < end
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
