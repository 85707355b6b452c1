import { readPublishedTime } from '../published-time.ts'
import { readWrittenDate } from '../written-date.ts'
import { isItem, type LinkedData, own } from './linked-data.ts'
import { attributeOf, elementsOf, type MarkupElement, openingWordsOf, wordsOf } from './markup-node.ts'
import { cleanByline } from './page-byline.ts'
import { chooseTitle } from './page-title.ts'

/** What a page says of itself, as it was written. */
export interface PageMetadata {
  readonly title: unknown
  readonly byline: unknown
  readonly publisher: unknown
  readonly published: unknown
  readonly language: unknown
  /** Its canonical address. */
  readonly uri: unknown
}

/** What the page shows, or marks in what it shows. */
interface Shown {
  windowTitle: string
  language: string
  canonical: string
  readonly headings: string[]
  /** Names marked as authors, and the lines that hold them. */
  readonly authors: string[]
  readonly bylines: string[]
  /** Marked as the time of publication, as times at all, and lines that are named dates. */
  readonly published: string[]
  readonly times: string[]
  readonly dates: string[]
}

const TITLE = [
  'og:title',
  'twitter:title',
  'citation_title',
  'parsely-title',
  'dc.title',
  'dcterms.title',
  'headline',
  'title',
]
const AUTHOR = [
  'author',
  'parsely-author',
  'sailthru.author',
  'byl',
  'citation_author',
  'dc.creator',
  'dcterms.creator',
  'article:author',
  'og:article:author',
  'article:author_name',
  'twitter:data1',
]
const PUBLISHER = [
  'og:site_name',
  'publisher',
  'dc.publisher',
  'dcterms.publisher',
  'citation_journal_title',
  'application-name',
  'apple-mobile-web-app-title',
]
const PUBLISHED = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'parsely-pub-date',
  'datepublished',
  'sailthru.date',
  'article.published',
  'cxenseparse:recs:publishtime',
  'citation_publication_date',
  'citation_date',
  'citation_online_date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.created',
  'dcterms.date',
  'dc.date',
  'pubdate',
  'pub_date',
  'publish_date',
  'publish-date',
  'publishdate',
  'publication_date',
  'publication-date',
  'published_at',
  'date_published',
  'ptime',
  'bt:pubdate',
  'date',
  'datecreated',
]
/** Most of each kind that is looked at: a page has one headline and many of everything else. */
const MOST = 20

/**
 * Reads a page's metadata. Linked data (schema.org) is trusted first, then `meta` elements (OpenGraph, Dublin Core and what
 * outlets' tools read), then microdata, then what the page shows; only the headline that readers see comes before the declared.
 */
export function readMetadata(page: MarkupElement, { article, resolve, otherPublished }: LinkedData): PageMetadata {
  const meta = new Map<string, string>()
  const shown: Shown = {
    windowTitle: '',
    language: '',
    canonical: '',
    headings: [],
    authors: [],
    bylines: [],
    published: [],
    times: [],
    dates: [],
  }
  for (const element of elementsOf(page)) {
    if (element.nodeName === 'meta') keepMeta(element, meta)
    else keepShown(element, shown)
  }
  const all = (names: readonly string[]) => names.flatMap(name => meta.get(name) ?? [])
  const publisher = nameOf(resolve(own(article, 'publisher')))
  const outlets = all(PUBLISHER)
  return {
    title: chooseTitle({
      declared: [own(article, 'headline'), own(article, 'name'), ...all(TITLE)],
      headings: shown.headings,
      windowTitle: shown.windowTitle,
      outlets: [publisher, ...outlets],
    }),
    byline: first(
      [
        resolve(own(article, 'author')),
        resolve(own(article, 'creator')),
        ...all(AUTHOR),
        shown.authors,
        ...shown.bylines,
      ],
      cleanByline,
    ),
    publisher: publisher ?? outlets[0],
    published: choosePublished([
      own(article, 'datePublished'),
      ...all(PUBLISHED),
      own(article, 'dateCreated'),
      otherPublished,
      ...shown.published,
      ...shown.times,
      ...shown.dates,
      ...shown.bylines.filter(line => readWrittenDate(line) !== null),
      dateInAddress(shown.canonical) ?? dateInAddress(meta.get('og:url')),
    ]),
    language: own(article, 'inLanguage') ?? (shown.language || all(['og:locale', 'content-language'])[0]),
    uri: [shown.canonical, meta.get('og:url')].find(isPageAddress),
  }
}

function keepShown(element: MarkupElement, shown: Shown): void {
  const { nodeName } = element
  const keep = (list: string[], text: string | null) => {
    if (list.length < MOST && text !== null && text !== '') list.push(text)
  }
  if (nodeName === 'html') shown.language ||= attributeOf(element, 'lang') ?? ''
  else if (nodeName === 'title') shown.windowTitle ||= wordsOf(element)
  else if (nodeName === 'h1') keep(shown.headings, shown.headings.length < MOST ? wordsOf(element) : null)
  else if (nodeName === 'link' && /\bcanonical\b/i.test(attributeOf(element, 'rel') ?? ''))
    shown.canonical ||= attributeOf(element, 'href') ?? ''
  else keepMarked(element, shown, keep)
}

function keepMarked(element: MarkupElement, shown: Shown, keep: (list: string[], text: string | null) => void): void {
  const { nodeName } = element
  const itemprop = attributeOf(element, 'itemprop')?.toLowerCase() ?? ''
  const names = `${attributeOf(element, 'class')?.slice(0, 500) ?? ''} ${attributeOf(element, 'id')?.slice(0, 100) ?? ''}`
  const written = attributeOf(element, 'datetime') ?? attributeOf(element, 'content')
  if (
    itemprop === 'datepublished' ||
    (nodeName === 'time' && (attributeOf(element, 'pubdate') !== null || /publish|posted/i.test(names)))
  ) {
    keep(shown.published, written ?? lineOf(element, shown.published))
  } else if (nodeName === 'time') {
    if (!/modif|updat/i.test(`${names} ${itemprop}`)) keep(shown.times, written ?? lineOf(element, shown.times))
  } else if (DATE_NAME.test(names)) {
    const line = lineOf(element, shown.dates)
    if (line !== null && readWrittenDate(line) !== null) keep(shown.dates, line)
  }
  if (/(?:^|\s)author(?:\s|$)/i.test(attributeOf(element, 'rel') ?? '') || itemprop === 'author') {
    if (shown.authors.length === 0) keep(shown.authors, lineOf(element, shown.authors))
  } else if (BYLINE_NAME.test(names)) keep(shown.bylines, lineOf(element, shown.bylines))
}

const DATE_NAME =
  /(?:^|[\s_-])(?:date|dateline|datetime|pubdate|published|publish(?:ed)?-?(?:date|on|time)|post-?date|entry-?date|article-?date|timestamp|posted-?on|created|date-?header)(?:$|[\s_-])/i
const BYLINE_NAME =
  /(?:^|[\s_-])(?:byline|author-?name|authored-by|article-?author|post-?author|entry-?author|story-?author)(?:$|[\s_-])/i
/** A longer line is no byline and no date. */
const LONGEST_LINE = 250

/** The words of an element that may be a line about the article; null when there are enough of them, or it is none. */
function lineOf(element: MarkupElement, list: readonly string[]): string | null {
  if (list.length >= MOST) return null
  const line = openingWordsOf(element, LONGEST_LINE + 1)
  return line.length > LONGEST_LINE ? null : line
}

function first<T>(values: readonly unknown[], read: (value: unknown) => T | null): T | null {
  for (const value of values) {
    const found = read(value)
    if (found !== null) return found
  }
  return null
}

/** The first that is a time, or else the first, so that it is said that it is none. */
function choosePublished(values: readonly unknown[]): unknown {
  const given = values.filter(value => value !== undefined && value !== null && value !== '')
  return given.find(value => readPublishedTime(value).publishedAt !== null) ?? given[0]
}

function nameOf(value: unknown): unknown {
  const [one] = Array.isArray(value) ? value : [value]
  return isItem(one) ? (own(one, 'name') ?? own(one, 'legalName')) : one
}

/** Many outlets' addresses hold the day: `/2026/03/02/quay-to-close`. */
function dateInAddress(address: string | undefined): string | undefined {
  const [, year, month, day] = /\/((?:19|20)\d{2})[/-](\d{2})[/-](\d{2})\//.exec(address?.slice(0, 2000) ?? '') ?? []
  return year === undefined ? undefined : `${year}-${month}-${day}`
}

/** The start page's address as the canonical one of every page is a common mistake of templates. */
function isPageAddress(address: string | undefined): boolean {
  if (address === undefined || !URL.canParse(address)) return false
  const { pathname, search } = new URL(address)
  return pathname !== '/' || search !== ''
}

function keepMeta(element: MarkupElement, meta: Map<string, string>): void {
  const content = attributeOf(element, 'content')?.trim()
  if (content === undefined || content === '') return
  for (const name of ['property', 'name', 'itemprop', 'http-equiv']) {
    // Readability's own test: one attribute may name several properties.
    for (const key of attributeOf(element, name)?.toLowerCase().slice(0, 200).split(/\s+/) ?? []) {
      const plain = key.replace(/^(?:dc|dcterms)[:.]/, prefix => prefix.replace(':', '.'))
      if (!meta.has(plain)) meta.set(plain, content)
    }
  }
}
