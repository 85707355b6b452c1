import { attributeOf, elementsOf, isText, type MarkupElement, wordsOf } from '../html/markup-node.ts'
import { parseLinked } from './linked-json.ts'
import { isSameAddress } from './same-address.ts'

/** An object of a page's linked data (JSON-LD of schema.org). */
export type LinkedItem = Readonly<Record<string, unknown>>

const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|LiveBlogPosting|Review|Recipe|SocialMediaPosting)$/
const PAGE_TYPE = /(?:Page|WebContent)$/
const MOST_ITEMS = 200
/** No page nests its items deeper: a list of graphs with lists of items. */
const DEEPEST = 5
/** How items hold others that are about the page, too; what only refers to other pages is none of these. */
const HOLDERS = ['@graph', '@list', '@set', 'mainEntity', 'mainEntityOfPage']

/** What a page's linked data says: the article that it is about, and how to follow references to other items. */
export interface LinkedData {
  /** Empty when the page describes no article; where several items describe it, what the first of them leaves out is the others'. */
  readonly article: LinkedItem
  /** What it says of the page itself. */
  readonly page: LinkedItem
  /** Items of a type that are about the page, such as its breadcrumbs or its web site. */
  itemsOf(type: string): readonly LinkedItem[]
  /** The item that a value refers to by its `@id`, or the value itself. */
  resolve(value: unknown): unknown
}

export function readLinkedData(root: MarkupElement): LinkedData {
  const items: LinkedItem[] = []
  const page: PageNames = { addresses: [], titles: [] }
  for (const element of elementsOf(root)) {
    if (element.nodeName === 'script' && items.length < MOST_ITEMS) items.push(...itemsOf(element))
    else keepNames(element, page)
  }
  const byId = new Map<unknown, LinkedItem>()
  for (const item of items) {
    const id = own(item, '@id')
    if (typeof id === 'string' && Object.keys(item).length > 1 && !byId.has(id)) byId.set(id, item)
  }
  return {
    article: merge(chooseArticles(items.filter(isArticle), page)),
    page: merge(items.filter(item => isOfType(item, PAGE_TYPE) && !isArticle(item))),
    itemsOf: type => items.filter(item => typesOf(item).some(name => name.endsWith(type))),
    resolve: value => {
      if (Array.isArray(value)) return value.slice(0, MOST_ITEMS).map(item => byId.get(idOf(item)) ?? item)
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

/** By what a page is known whichever of several articles in its linked data it is about. */
interface PageNames {
  readonly addresses: string[]
  readonly titles: string[]
}

const MOST_NAMES = 10

function keepNames(element: MarkupElement, { addresses, titles }: PageNames): void {
  const { nodeName } = element
  const property = nodeName === 'meta' ? attributeOf(element, 'property')?.toLowerCase() : undefined
  const content = property === undefined ? null : attributeOf(element, 'content')
  const isCanonical = nodeName === 'link' && /\bcanonical\b/i.test(attributeOf(element, 'rel') ?? '')
  const address = isCanonical ? attributeOf(element, 'href') : property === 'og:url' ? content : null
  if (address !== null && addresses.length < MOST_NAMES) addresses.push(address)
  if (titles.length >= MOST_NAMES) return
  if (property === 'og:title' && content !== null) titles.push(bare(content))
  else if (nodeName === 'h1' || nodeName === 'title') titles.push(bare(wordsOf(element)))
}

/** The items that describe the page's article: those with its address or title, or else the first with a headline. */
function chooseArticles(articles: readonly LinkedItem[], page: PageNames): readonly LinkedItem[] {
  const scored = articles.map(item => ({ item, score: scoreOf(item, page) }))
  const known = scored.filter(({ score }) => score > 0).toSorted((a, b) => b.score - a.score)
  if (known.length > 0) return known.map(({ item }) => item)
  return [articles.find(item => own(item, 'headline') !== undefined) ?? articles[0] ?? {}]
}

const SAME_ADDRESS = 2
const SAME_TITLE = 1

function scoreOf(item: LinkedItem, { addresses, titles }: PageNames): number {
  const entity = own(item, 'mainEntityOfPage')
  const given = [
    own(item, 'url'),
    own(item, '@id'),
    entity,
    ...(isItem(entity) ? [own(entity, '@id'), own(entity, 'url')] : []),
  ]
  const isHere = given.some(address => addresses.some(known => isSameAddress(address, known)))
  const headline = own(item, 'headline') ?? own(item, 'name')
  const words = typeof headline === 'string' ? bare(headline) : undefined
  const isNamed =
    words !== undefined &&
    words !== '' &&
    titles.some(title => title === words || begins(title, words) || begins(words, title))
  return (isHere ? SAME_ADDRESS : 0) + (isNamed ? SAME_TITLE : 0)
}

/** Fewer words begin titles of other articles too. */
const LEAST_WORDS = 3

/** Outlets add their names to titles, or cut them short. */
function begins(title: string, words: string): boolean {
  return title.startsWith(`${words} `) && words.split(' ', LEAST_WORDS).length === LEAST_WORDS
}

function bare(title: string): string {
  return title
    .slice(0, 500)
    .toLowerCase()
    .replace(/&(?:#?\w{1,8});|[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** One item of several that describe the same: the first has the word, the others what it does not say. */
function merge(items: readonly LinkedItem[]): LinkedItem {
  const [first = {}, ...others] = items
  if (others.length === 0) return first
  const properties = new Map<string, unknown>()
  for (const item of items) {
    for (const [name, value] of Object.entries(item)) {
      if (!properties.has(name) && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0))
        properties.set(name, value)
    }
  }
  return Object.fromEntries(properties)
}

function idOf(value: unknown): unknown {
  return isItem(value) && own(value, 'name') === undefined ? own(value, '@id') : undefined
}

function itemsOf(script: MarkupElement): LinkedItem[] {
  if (!/^application\/ld\+json\b/i.test(attributeOf(script, 'type')?.trim() ?? '')) return []
  const [text] = script.childNodes
  if (text === undefined || !isText(text)) return []
  return parseLinked(text.value)
    .flatMap(value => flatten(value))
    .slice(0, MOST_ITEMS)
}

/** Items stand alone, in lists, in `@graph`, or as the main entity of a page. */
function flatten(value: unknown, depth = 0): LinkedItem[] {
  if (depth > DEEPEST) return []
  if (Array.isArray(value)) return value.slice(0, MOST_ITEMS).flatMap(item => flatten(item, depth + 1))
  if (!isItem(value)) return []
  return [value, ...HOLDERS.flatMap(name => flatten(own(value, name), depth + 1))]
}

function isArticle(item: LinkedItem): boolean {
  return isOfType(item, ARTICLE_TYPE)
}

function isOfType(item: LinkedItem, pattern: RegExp): boolean {
  return typesOf(item).some(type => pattern.test(type))
}

function typesOf(item: LinkedItem): readonly string[] {
  const type = own(item, '@type')
  return (Array.isArray(type) ? type.slice(0, MOST_NAMES) : [type]).filter(name => typeof name === 'string')
}
