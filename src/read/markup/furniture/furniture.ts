import { attributeOf, isElement, isText, type MarkupElement, type MarkupNode } from '../html/markup-node.ts'
import { proseOf, sumByElement } from '../html/prose.ts'
import { type Block, readBlocks } from '../html/read-blocks.ts'
import { NEVER_TEXT } from '../html/vocabulary.ts'
import { CAPTION, type KnownNames, nameFurniture } from './furniture-names.ts'

/** Names of what holds the text of an article: what holds such an element and much of the page's text is no furniture. */
const BODY_NAME = /(?:^|\s)(?:article|entry|post|story)(?:-|_|__)?(?:body|content|text)(?:\s|$)/i

/** Classes of text that only machines read aloud. */
const HIDES = /(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-reader-text)(?:$|[\s_-])/i

/** An element that holds more than this share of the page's running text is the article, whatever its class says. */
const MOST_FURNITURE = 0.4
const MOST_FURNITURE_WITH_BODY = 0.1
/** Running text in a weakly named or hidden element, in UTF-16 units, and its share of all that is there, that make it the article's. */
const LEAST_PROSE = 50
const MOSTLY_PROSE = 0.5

/** Running text, in characters, that makes an article beside which another element can be furniture whatever its size. */
const LEAST_ARTICLE = 250
const MOST_ARTICLES = 20

/** What stands below each element, in characters: to look it up once is to walk the tree once. */
export interface Masses {
  readonly all: ReadonlyMap<MarkupNode, number>
  /** Running text outside links, as far as it stands below elements that can hold any. */
  readonly prose: ReadonlyMap<MarkupNode, number>
  /** What the page itself names the body of an article, and what such an element stands in. */
  readonly bodies: ReadonlySet<MarkupNode>
  /** The first elements that are an article of their own, by their kind or name, and hold a good deal of running text. */
  readonly articles: readonly MarkupElement[]
  /** Place of each element's beginning and end among all, to tell what stands in what. */
  readonly spans: ReadonlyMap<MarkupNode, readonly [number, number]>
  /** All that is shown. */
  readonly blocks: readonly Block[]
  readonly view: View
  /** What was found of elements outside paragraphs, to look it up once. */
  readonly known: Map<MarkupElement, string | null>
  readonly names: KnownNames
}

/** What counts as shown and as text. */
export interface View {
  /** What waits for scripts is shown. */
  readonly unscripted?: boolean
  /** The captions of pictures are the text: the page is a gallery. */
  readonly captions?: boolean
}

export function weigh(root: MarkupElement, view: View = {}): Masses {
  const all = new Map<MarkupNode, number>()
  const bodies = new Set<MarkupNode>()
  const spans = new Map<MarkupNode, readonly [number, number]>()
  const named: MarkupElement[] = []
  let place = 0
  const weighNode = (node: MarkupNode): number => {
    if (isText(node)) return node.value.trim().length
    if (!isElement(node) || isNeverText(node, view)) return 0
    let mass = 0
    const start = place++
    if (isNamedBody(node)) bodies.add(node)
    if (node.nodeName === 'article' || bodies.has(node)) named.push(node)
    for (const child of node.childNodes) {
      mass += weighNode(child)
      if (bodies.has(child)) bodies.add(node)
    }
    all.set(node, mass)
    spans.set(node, [start, place])
    return mass
  }
  weighNode(root)
  const blocks = readBlocks(root, {
    isLeftOut: element => isNeverText(element, view) || (view.unscripted !== true && isHidden(element)),
  })
  const prose = sumByElement(blocks, proseOf)
  const articles = named.filter(element => (prose.get(element) ?? 0) >= LEAST_ARTICLE).slice(0, MOST_ARTICLES)
  return { all, prose, bodies, articles, spans, blocks, view, known: new Map(), names: new Map() }
}

/** Elements of the page that hold no words of an article, by what they are; what is not here is never shown. */
const ELEMENTS: ReadonlyMap<string, string> = new Map([
  ['aside', 'side box'],
  ['caption', 'table caption'],
  ['dialog', 'overlay'],
  ['figcaption', CAPTION],
  ['footer', 'footer'],
  ['form', 'form'],
  ['menu', 'navigation'],
  ['nav', 'navigation'],
])

/** What is left out as never shown: scripts, styles, the words of buttons and players. */
export const NEVER_SHOWN = 'never shown'

/**
 * Why an element is no part of an article: it is navigation, a share bar, a caption, a pull quote, an advertisement or hidden;
 * null when it may be one.
 *
 * @param isInParagraph inside a paragraph names count for nothing unless they hide: `<span class="dateline">` is text
 */
export function furnitureOf(
  element: MarkupElement,
  isInParagraph: boolean,
  root: MarkupElement,
  masses: Masses,
): string | null {
  if (isInParagraph) return judge(element, true, root, masses)
  const known = masses.known.get(element)
  if (known !== undefined) return known
  const found = judge(element, false, root, masses)
  masses.known.set(element, found)
  return found
}

function judge(element: MarkupElement, isInParagraph: boolean, root: MarkupElement, masses: Masses): string | null {
  const { nodeName } = element
  if (isNeverText(element, masses.view)) return ELEMENTS.get(nodeName) ?? NEVER_SHOWN
  if (masses.view.unscripted !== true && isHidden(element)) return 'hidden'
  const prose = masses.prose.get(element) ?? 0
  const mass = masses.all.get(element) ?? 0
  const isMostlyProse = prose >= LEAST_PROSE && prose >= MOSTLY_PROSE * mass
  if (attributeOf(element, 'aria-hidden') === 'true' && !isMostlyProse && mass < LEAST_PROSE) return 'hidden'
  if (isInParagraph) return HIDES.test(attributeOf(element, 'class')?.slice(0, 1000) ?? '') ? 'hidden' : null
  if (nodeName === 'html' || nodeName === 'body' || nodeName === 'article' || nodeName === 'main') return null
  const name = nameFurniture(element, masses.names)
  const isText = name?.weak === true || (name?.reason === CAPTION && masses.view.captions === true)
  if (name === null || (isText && isMostlyProse)) return null
  const share = masses.bodies.has(element) && isMostlyProse ? MOST_FURNITURE_WITH_BODY : MOST_FURNITURE
  if (prose <= share * (masses.prose.get(root) ?? 0)) return name.reason
  const isBeside = name.anySize && masses.articles.some(article => isApart(article, element, masses))
  return isBeside ? name.reason : null
}

function isApart(one: MarkupElement, other: MarkupElement, { spans }: Masses): boolean {
  const [start, end] = spans.get(one) ?? [0, 0]
  const [otherStart, otherEnd] = spans.get(other) ?? [0, 0]
  return end <= otherStart || otherEnd <= start
}

function isNeverText({ nodeName }: MarkupElement, { unscripted, captions }: View): boolean {
  if (nodeName === 'noscript') return unscripted !== true
  if (nodeName === 'figcaption') return captions !== true
  return NEVER_TEXT.has(nodeName)
}

function isNamedBody(element: MarkupElement): boolean {
  if (attributeOf(element, 'itemprop') === 'articleBody') return true
  return BODY_NAME.test(attributeOf(element, 'class')?.slice(0, 500) ?? '')
}

function isHidden(element: MarkupElement): boolean {
  if (attributeOf(element, 'hidden') !== null) return true
  return /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributeOf(element, 'style')?.slice(0, 500) ?? '')
}
