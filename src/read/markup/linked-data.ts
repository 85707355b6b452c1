import { attributeOf, elementsOf, isText, type MarkupElement } from './markup-node.ts'

/** An object of a page's linked data (JSON-LD of schema.org). */
export type LinkedItem = Readonly<Record<string, unknown>>

const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|LiveBlogPosting|Review|Recipe)$/
const MOST_ITEMS = 200
/** No page nests its items deeper: a list of graphs with lists of items. */
const DEEPEST = 5

/** What a page's linked data says: the article that it is about, and how to follow references to other items. */
export interface LinkedData {
  /** Empty when the page describes no article. */
  readonly article: LinkedItem
  /** When any other item that is not an article was published: the page itself, as a rule. */
  readonly otherPublished: unknown
  /** The item that a value refers to by its `@id`, or the value itself. */
  resolve(value: unknown): unknown
}

export function readLinkedData(page: MarkupElement): LinkedData {
  const items: LinkedItem[] = []
  for (const element of elementsOf(page)) {
    if (element.nodeName === 'script' && items.length < MOST_ITEMS) items.push(...itemsOf(element))
  }
  const byId = new Map<unknown, LinkedItem>()
  for (const item of items) {
    const id = own(item, '@id')
    if (typeof id === 'string' && Object.keys(item).length > 1 && !byId.has(id)) byId.set(id, item)
  }
  const articles = items.filter(isArticle)
  return {
    article: articles.find(item => own(item, 'headline') !== undefined) ?? articles[0] ?? {},
    otherPublished: items.map(item => own(item, 'datePublished')).find(date => date !== undefined),
    resolve: value => {
      if (Array.isArray(value)) return value.map(item => byId.get(idOf(item)) ?? item)
      return byId.get(idOf(value)) ?? value
    },
  }
}

/** A property of its own: linked data comes from strangers. */
export function own(item: LinkedItem, name: string): unknown {
  return Object.hasOwn(item, name) ? item[name] : undefined
}

export function isItem(value: unknown): value is LinkedItem {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function idOf(value: unknown): unknown {
  return isItem(value) && own(value, 'name') === undefined ? own(value, '@id') : undefined
}

function itemsOf(script: MarkupElement): LinkedItem[] {
  if (!/^application\/ld\+json\b/i.test(attributeOf(script, 'type')?.trim() ?? '')) return []
  const [text] = script.childNodes
  if (text === undefined || !isText(text)) return []
  const parsed = parse(text.value) ?? parse(text.value.replace(/\p{Cc}/gu, ' '))
  return parsed === null ? [] : flatten(parsed).slice(0, MOST_ITEMS)
}

/** Null for what is broken, which is common and costs only what it would have told. */
function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

/** Items stand alone, in lists, in `@graph`, or as the main entity of a page. */
function flatten(value: unknown, depth = 0): LinkedItem[] {
  if (depth > DEEPEST) return []
  if (Array.isArray(value)) return value.slice(0, MOST_ITEMS).flatMap(item => flatten(item, depth + 1))
  if (!isItem(value)) return []
  return [value, ...[own(value, '@graph'), own(value, 'mainEntity')].flatMap(item => flatten(item, depth + 1))]
}

function isArticle(item: LinkedItem): boolean {
  const type = own(item, '@type')
  return (Array.isArray(type) ? type : [type]).some(name => typeof name === 'string' && ARTICLE_TYPE.test(name))
}
