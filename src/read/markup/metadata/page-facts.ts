import { readWrittenDate } from '../../dates/written-date.ts'
import { attributeOf, elementsOf, isElement, type MarkupElement, openingWordsOf, wordsOf } from '../html/markup-node.ts'
import { ORDER_OF_TRUST, type Place } from './order-of-trust.ts'

/** Something that a page tells of itself, as it was written, and where. */
export interface Fact {
  readonly value: string
  /** As in an article's origins: `og:title`, `itemprop headline`, `h1`. */
  readonly origin: string
}

/** What the elements of a page tell: `meta` by squeezed name, properties by name, what is shown by how it is marked. */
export interface PageFacts {
  readonly meta: ReadonlyMap<string, readonly Fact[]>
  readonly itemprop: ReadonlyMap<string, readonly Fact[]>
  readonly shown: ReadonlyMap<string, readonly Fact[]>
}

type Kept = Map<string, Fact[]>

/** Most of each kind that is looked at: a page has one headline and many of everything else. */
const MOST = 20
/** A longer line is no byline and no date. */
const LONGEST_LINE = 250
const LONGEST_NAME = 200

/** Nothing else is kept: a page may have a million names of its own. */
const WANTED: Readonly<Record<'meta' | 'itemprop', ReadonlySet<string>>> = {
  meta: wantedIn('meta'),
  itemprop: wantedIn('itemprop'),
}

function wantedIn(place: Place): ReadonlySet<string> {
  const places = Object.values(ORDER_OF_TRUST).flat()
  return new Set(places.flatMap(trusted => (trusted.place === place ? trusted.names.map(squeeze) : [])))
}

/** Elements beside the article, whose times and names are those of other articles, of comments and of the page. */
const BESIDE =
  /(?:^|[\s_-])(?:comments?|comment-?list|related|recommended|recirc\w*|sidebar|trending|popular|most-?read|latest|newsletter|widget|carousel|promo|teaser|more-?(?:stories|news|from))(?:$|[\s_-])/i
const FRAME: ReadonlySet<string> = new Set(['html', 'body', 'main', 'article', 'head'])
/** Scopes of microdata that are of the article or of the page as a whole. */
const OWN_SCOPE = /(?:Article|Posting|Report|Review|Recipe|CreativeWork|Blog|WebPage|ItemPage)$|^$/

const PUBLISHED_NAME = /publish|posted|pubdate/i
const MODIFIED_NAME = /modif|updat|edited/i
const DATE_NAME =
  /(?:^|[\s_-])(?:date|dateline|datetime|time|pubdate|published|publish(?:ed)?-?(?:date|on|time)|post-?date|entry-?date|article-?date|timestamp|posted-?on|created|date-?header|dt-published|meta-?date|submitted)(?:$|[\s_-])/i
const BYLINE_NAME =
  /(?:^|[\s_-])(?:by-?line|author-?name|authored-by|article-?author|post-?author|entry-?author|story-?author|p-author|writer|contributor-?name)(?:$|[\s_-])/i

/** Where an element stands. */
interface Surroundings {
  /** Whether it is beside the article. */
  readonly isBeside: boolean
  /** Type of the item of microdata that it is in; empty outside of any. */
  readonly scope: string
}

export function gatherFacts(page: MarkupElement): PageFacts {
  const facts = { meta: new Map(), itemprop: new Map(), shown: new Map() }
  const waiting: { readonly element: MarkupElement; readonly around: Surroundings }[] = [
    { element: page, around: { isBeside: false, scope: '' } },
  ]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { element, around } = next
    if (element.nodeName === 'meta') keepMeta(element, facts.meta)
    keepProperties(element, around.scope, facts)
    if (element.nodeName !== 'meta') keepShown(element, around, facts.shown)
    const inside = surround(element, around)
    for (let index = element.childNodes.length - 1; index >= 0; index -= 1) {
      const child = element.childNodes[index]
      if (child !== undefined && isElement(child)) waiting.push({ element: child, around: inside })
    }
  }
  return facts
}

/** The name of a `meta` element as it is looked up: outlets write `pub_date`, `pub-date` and `pubDate`. */
export function squeeze(name: string): string {
  return name.toLowerCase().replace(/[\s:._-]/g, '')
}

function surround(element: MarkupElement, around: Surroundings): Surroundings {
  const isBeside = around.isBeside || isBesideArticle(element)
  const isScope = attributeOf(element, 'itemscope') !== null
  const type = isScope ? (attributeOf(element, 'itemtype') ?? '') : (attributeOf(element, 'typeof') ?? around.scope)
  const scope = type
    .slice(0, LONGEST_NAME)
    .replace(/^.*[/:#]/, '')
    .trim()
  return isBeside === around.isBeside && scope === around.scope ? around : { isBeside, scope }
}

/** Whether an element stands beside the article, with what is in it: comments, related articles, the frame of the page. */
export function isBesideArticle(element: MarkupElement): boolean {
  const { nodeName } = element
  return nodeName === 'nav' || nodeName === 'aside' || nodeName === 'footer' || isNamedBeside(element)
}

function isNamedBeside(element: MarkupElement): boolean {
  return !FRAME.has(element.nodeName) && BESIDE.test(namesOf(element))
}

function namesOf(element: MarkupElement): string {
  const [names, id] = [attributeOf(element, 'class'), attributeOf(element, 'id')]
  return names === null && id === null ? '' : `${names?.slice(0, 500) ?? ''} ${id?.slice(0, 100) ?? ''}`
}

function keep(kept: Kept, key: string, value: string | null, origin: string): void {
  const facts = kept.get(key)
  if (value === null || value === '') return
  if (facts === undefined) kept.set(key, [{ value, origin }])
  else if (facts.length < MOST) facts.push({ value, origin })
}

function isFull(kept: Kept, key: string): boolean {
  return (kept.get(key)?.length ?? 0) >= MOST
}

function keepMeta(element: MarkupElement, meta: Kept): void {
  const content = attributeOf(element, 'content')?.trim()
  if (content === undefined || content === '') return
  for (const attribute of ['property', 'name', 'http-equiv']) {
    // Readability's own test: one attribute may name several properties.
    for (const name of attributeOf(element, attribute)?.slice(0, LONGEST_NAME).trim().split(/\s+/) ?? [])
      if (WANTED.meta.has(squeeze(name))) keep(meta, squeeze(name), content, name.toLowerCase())
  }
}

/** Microdata, and RDFa in elements that are shown. */
function keepProperties(
  element: MarkupElement,
  scope: string,
  { itemprop, meta }: { itemprop: Kept; meta: Kept },
): void {
  if (!OWN_SCOPE.test(scope)) return
  for (const name of attributeOf(element, 'itemprop')?.slice(0, LONGEST_NAME).trim().split(/\s+/) ?? [])
    keepProperty(element, { kept: itemprop, key: squeeze(name), origin: `itemprop ${name}` }, WANTED.itemprop)
  if (element.nodeName === 'meta') return
  for (const name of attributeOf(element, 'property')?.slice(0, LONGEST_NAME).trim().split(/\s+/) ?? []) {
    const origin = `property ${name}`
    if (/^dc(?:terms)?:/i.test(name)) keepProperty(element, { kept: meta, key: squeeze(name), origin }, WANTED.meta)
    else {
      const key = squeeze(name.replace(/^.*[/:#]/, ''))
      keepProperty(element, { kept: itemprop, key, origin }, WANTED.itemprop)
    }
  }
}

interface Property {
  readonly kept: Kept
  readonly key: string
  readonly origin: string
}

function keepProperty(element: MarkupElement, { kept, key, origin }: Property, wanted: ReadonlySet<string>): void {
  if (wanted.has(key) && !isFull(kept, key)) keep(kept, key, textOf(element), origin)
}

/** What a property says: in an attribute, as the name of an item inside it, or in words. */
function textOf(element: MarkupElement): string | null {
  const written = attributeOf(element, 'content') ?? attributeOf(element, 'datetime')
  if (written !== null) return written.trim()
  if (element.nodeName === 'abbr' && attributeOf(element, 'title') !== null) return attributeOf(element, 'title')
  const isItem = attributeOf(element, 'itemscope') !== null || attributeOf(element, 'typeof') !== null
  const name = isItem ? nameIn(element) : null
  return name ?? lineOf(element)
}

/** Elements that are looked at for the name of an item. */
const MOST_INSIDE = 60

function nameIn(item: MarkupElement): string | null {
  let seen = 0
  for (const element of elementsOf(item)) {
    seen += 1
    if (seen > MOST_INSIDE) return null
    const property = attributeOf(element, 'itemprop') ?? attributeOf(element, 'property') ?? ''
    if (/^(?:schema:)?name$/i.test(property.slice(0, LONGEST_NAME).trim())) {
      return attributeOf(element, 'content')?.trim() ?? lineOf(element)
    }
  }
  return null
}

/** The words of an element that may be a line about the article; null when it is none. */
function lineOf(element: MarkupElement): string | null {
  const line = openingWordsOf(element, LONGEST_LINE + 1)
  return line.length > LONGEST_LINE ? null : line
}

function keepShown(element: MarkupElement, { isBeside }: Surroundings, shown: Kept): void {
  const { nodeName } = element
  const isFirst = (key: string) => !shown.has(key)
  if (nodeName === 'html')
    keep(shown, 'html[lang]', attributeOf(element, 'lang') ?? attributeOf(element, 'xml:lang'), 'html[lang]')
  else if (nodeName === 'title' && isFirst('<title>')) keep(shown, '<title>', wordsOf(element), '<title>')
  else if (/^h[123]$/.test(nodeName)) {
    if (!isFull(shown, nodeName)) keep(shown, nodeName, wordsOf(element), nodeName)
  } else if (nodeName === 'link') {
    if (/\bcanonical\b/i.test(attributeOf(element, 'rel') ?? ''))
      keep(shown, 'link[rel=canonical]', attributeOf(element, 'href'), 'link[rel=canonical]')
  } else if (!isBeside && !isNamedBeside(element)) keepMarked(element, shown)
}

function keepMarked(element: MarkupElement, shown: Kept): void {
  const names = namesOf(element)
  if (/(?:^|\s)author(?:\s|$)/i.test(attributeOf(element, 'rel') ?? '')) {
    if (!isFull(shown, 'rel=author')) keep(shown, 'rel=author', lineOf(element), 'rel=author')
  } else if (BYLINE_NAME.test(names) && !isFull(shown, 'byline')) keepByline(element, shown)
  if (element.nodeName === 'time') keepTime(element, names, shown)
  else if (DATE_NAME.test(names) && !isFull(shown, 'date')) {
    const written = element.nodeName === 'abbr' ? attributeOf(element, 'title') : null
    const line = written ?? lineOf(element)
    if (line !== null && /\d/.test(line)) keep(shown, dateKind(names, line), line, 'date line')
  }
}

/** A line that is named a date may name that of a change. */
function dateKind(names: string, line: string): string {
  return (MODIFIED_NAME.test(names) && !PUBLISHED_NAME.test(names)) ||
    /^(?:last )?(?:updated|modified|edited)\b/i.test(line)
    ? 'modified time'
    : 'date'
}

function keepByline(element: MarkupElement, shown: Kept): void {
  const line = lineOf(element)
  keep(shown, 'byline', line, 'byline line')
  if (line !== null && readWrittenDate(line) !== null) keep(shown, 'date in the byline', line, 'byline line')
}

function keepTime(element: MarkupElement, names: string, shown: Kept): void {
  const written = attributeOf(element, 'datetime') ?? attributeOf(element, 'content')
  const origin = written === null ? 'time' : 'time[datetime]'
  const marks = `${names} ${attributeOf(element, 'itemprop')?.slice(0, LONGEST_NAME) ?? ''}`
  const isPublished = attributeOf(element, 'pubdate') !== null || PUBLISHED_NAME.test(marks)
  const kind = isPublished ? 'published time' : MODIFIED_NAME.test(marks) ? 'modified time' : 'time'
  if (!isFull(shown, kind)) keep(shown, kind, written?.trim() ?? lineOf(element), origin)
}
