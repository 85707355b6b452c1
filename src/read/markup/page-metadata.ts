import { type LinkedData, own } from './linked-data.ts'
import { attributeOf, elementsOf, type MarkupElement, wordsOf } from './markup-node.ts'

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

/**
 * Reads a page's metadata: linked data (schema.org) first, then `meta` elements, then what the page shows.
 */
export function readMetadata(page: MarkupElement, { article, resolve }: LinkedData): PageMetadata {
  const meta = new Map<string, string>()
  const shown = { title: '', heading: '', byline: '', time: '', language: '', canonical: '' }
  for (const element of elementsOf(page)) {
    const { nodeName } = element
    if (nodeName === 'meta') keepMeta(element, meta)
    else if (nodeName === 'html') shown.language ||= attributeOf(element, 'lang') ?? ''
    else if (nodeName === 'title') shown.title ||= wordsOf(element)
    else if (nodeName === 'h1') shown.heading ||= wordsOf(element)
    else if (nodeName === 'link' && /\bcanonical\b/i.test(attributeOf(element, 'rel') ?? '')) {
      shown.canonical ||= attributeOf(element, 'href') ?? ''
    } else if (nodeName === 'time') shown.time ||= attributeOf(element, 'datetime') ?? ''
    else if (isByline(element)) shown.byline ||= shortened(wordsOf(element))
  }
  const first = (...names: string[]) => names.map(name => meta.get(name)).find(value => value !== undefined)
  return {
    title: own(article, 'headline') ?? first('og:title', 'twitter:title', 'dc.title') ?? (shown.heading || shown.title),
    byline: resolve(own(article, 'author')) ?? first('author', 'parsely-author', 'byl', 'dc.creator') ?? shown.byline,
    publisher: resolve(own(article, 'publisher')) ?? first('og:site_name', 'application-name', 'dc.publisher'),
    published:
      own(article, 'datePublished') ??
      first('article:published_time', 'parsely-pub-date', 'datepublished', 'pubdate', 'dc.date', 'date') ??
      shown.time,
    language: own(article, 'inLanguage') ?? (shown.language || first('og:locale', 'content-language')),
    uri: [shown.canonical, first('og:url')].find(isPageAddress),
  }
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
    const key = attributeOf(element, name)?.toLowerCase()
    if (key !== undefined && !meta.has(key)) meta.set(key, content)
  }
}

function isByline(element: MarkupElement): boolean {
  if (attributeOf(element, 'rel') === 'author' || attributeOf(element, 'itemprop') === 'author') return true
  return /(?:^|[\s_-])(?:byline|author-name|authored-by)(?:$|[\s_-])/i.test(
    attributeOf(element, 'class')?.slice(0, 500) ?? '',
  )
}

function shortened(byline: string): string {
  return byline.length > 150 ? '' : byline.replace(/^by[:\s]+/i, '')
}
