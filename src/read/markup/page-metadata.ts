import { attributeOf, elementsOf, isText, type MarkupElement, wordsOf } from './markup-node.ts'

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

const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|LiveBlogPosting)$/
const MOST_LINKED_DATA = 200

/**
 * Reads a page's metadata: linked data (schema.org) first, then `meta` elements, then what the page shows.
 */
export function readMetadata(page: MarkupElement): PageMetadata {
  const meta = new Map<string, string>()
  const linked: Record<string, unknown>[] = []
  const shown = { title: '', heading: '', byline: '', time: '', language: '', canonical: '' }
  for (const element of elementsOf(page)) {
    const { nodeName } = element
    if (nodeName === 'meta') keepMeta(element, meta)
    else if (nodeName === 'script') linked.push(...linkedDataOf(element))
    else if (nodeName === 'html') shown.language ||= attributeOf(element, 'lang') ?? ''
    else if (nodeName === 'title') shown.title ||= wordsOf(element)
    else if (nodeName === 'h1') shown.heading ||= wordsOf(element)
    else if (nodeName === 'link' && /\bcanonical\b/i.test(attributeOf(element, 'rel') ?? '')) {
      shown.canonical ||= attributeOf(element, 'href') ?? ''
    } else if (nodeName === 'time') shown.time ||= attributeOf(element, 'datetime') ?? ''
    else if (isByline(element)) shown.byline ||= shortened(wordsOf(element))
  }
  const article = linked.find(isArticle) ?? {}
  const first = (...names: string[]) => names.map(name => meta.get(name)).find(value => value !== undefined)
  return {
    title: own(article, 'headline') ?? first('og:title', 'twitter:title', 'dc.title') ?? (shown.heading || shown.title),
    byline: own(article, 'author') ?? first('author', 'parsely-author', 'byl', 'dc.creator') ?? shown.byline,
    publisher: own(article, 'publisher') ?? first('og:site_name', 'application-name', 'dc.publisher'),
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

function linkedDataOf(script: MarkupElement): Record<string, unknown>[] {
  if (attributeOf(script, 'type')?.toLowerCase() !== 'application/ld+json') return []
  const [text] = script.childNodes
  if (text === undefined || !isText(text)) return []
  try {
    return flatten(JSON.parse(text.value)).slice(0, MOST_LINKED_DATA)
  } catch {
    // Broken linked data is common and costs only what it would have told.
    return []
  }
}

function flatten(value: unknown): Record<string, unknown>[] {
  const items = Array.isArray(value) ? value : [value]
  return items.filter(isObject).flatMap(item => {
    const graph = own(item, '@graph')
    return [item, ...(Array.isArray(graph) ? graph.filter(isObject) : [])]
  })
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isArticle(item: Record<string, unknown>): boolean {
  const type = own(item, '@type')
  return (Array.isArray(type) ? type : [type]).some(name => typeof name === 'string' && ARTICLE_TYPE.test(name))
}

function own(item: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(item, name) ? item[name] : undefined
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
