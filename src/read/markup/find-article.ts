import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { isFurniture, isParagraph, type Masses } from './furniture.ts'
import { attributeOf, isElement, isText, type MarkupElement, type MarkupNode } from './markup-node.ts'
import type { Block } from './read-blocks.ts'
import { FLOW } from './vocabulary.ts'

/** Elements of a page that hold its article, as far as Readability can tell. */
export interface FoundArticle {
  readonly elements: ReadonlySet<MarkupElement>
  readonly title: string | null
  readonly byline: string | null
}

/** What is needed of linkedom's elements; the DOM's own types would bring the globals of a browser with them. */
interface DomNode {
  appendChild(child: unknown): unknown
}
interface DomElement {
  getAttribute(name: string): string | null
  querySelectorAll(selector: string): Iterable<DomElement>
}

/** Carries each element's number through Readability, which copies attributes when it rewrites elements. */
const NUMBER = 'data-hearsay'
/**
 * No page nests what its reader sees so deep, as it takes far fewer boxes to lay out; Readability looks at all below each
 * element, and at all above it, so that its time grows with the cube of the depth.
 */
const DEEPEST = 64
const KEPT_ATTRIBUTES = new Set(['class', 'id', 'href', 'rel', 'itemprop', 'role', 'src', 'alt', 'lang'])

/**
 * Finds the elements that hold a page's article, or null when there is none.
 *
 * Readability only points: it works on a copy of the page without furniture, and the text is read from the page as it
 * was parsed, so that nothing that Readability rewrites reaches it.
 */
export function findArticle(page: MarkupElement, masses: Masses): FoundArticle | null {
  const { document } = parseHTML('<!doctype html><html><head></head><body></body></html>')
  const elements: MarkupElement[] = []

  const copy = (node: MarkupNode, parent: DomNode, depth: number, isInParagraph: boolean): void => {
    if (isText(node)) {
      parent.appendChild(document.createTextNode(node.value))
      return
    }
    if (!isElement(node)) return
    if (node.nodeName === 'head' || isFurniture(node, isInParagraph, page, masses)) return
    // Pictures and empty boxes tell Readability nothing that the words around them do not.
    if (node.nodeName !== 'br' && masses.get(node) === 0) return
    const isInside = isInParagraph || isParagraph(node)
    const isRoot = node.nodeName === 'html' || node.nodeName === 'body'
    // What is too deep leaves its words to what it stands in; a paragraph is kept for itself.
    const isKept = !isRoot && (depth < DEEPEST || (isParagraph(node) && !isInParagraph))
    const target = isRoot ? document.body : isKept ? append(node, parent) : parent
    for (const child of node.childNodes) copy(child, target, isKept ? depth + 1 : depth, isInside)
  }

  const append = (node: MarkupElement, parent: DomNode): DomNode => {
    // What Readability knows are the names of HTML; a made-up name would not survive every parser.
    const element = document.createElement(/^[a-z][a-z0-9-]*$/.test(node.nodeName) ? node.nodeName : 'div')
    for (const { name, value } of node.attrs)
      if (KEPT_ATTRIBUTES.has(name)) element.setAttribute(name, value.slice(0, 2000))
    element.setAttribute(NUMBER, String(elements.push(node) - 1))
    parent.appendChild(element)
    return element
  }

  for (const child of page.childNodes) copy(child, document.body, 0, false)
  const article = new Readability<DomElement>(document, { serializer: node => node as unknown as DomElement }).parse()
  if (article === null || article.content === null || article.content === undefined) return null
  const kept = new Set<MarkupElement>()
  for (const element of article.content.querySelectorAll(`[${NUMBER}]`)) {
    const original = elements[Number(element.getAttribute(NUMBER))]
    if (original !== undefined) kept.add(original)
  }
  return { elements: kept, title: article.title ?? null, byline: article.byline ?? null }
}

/**
 * The blocks that belong to the article: those that Readability kept, and paragraphs, quotations, lists and
 * subheadings that stand beside a paragraph that it kept. It drops quotations and linked paragraphs for having many links or
 * few commas, and they are what an article of claims cannot do without.
 */
export function blocksOfArticle(blocks: readonly Block[], { elements }: FoundArticle): readonly Block[] {
  const parents = new Set<MarkupElement>()
  for (const { path } of blocks) {
    const own = path.at(-1)
    const parent = path.at(-2)
    if (own?.nodeName === 'p' && parent !== undefined && elements.has(own)) parents.add(parent)
  }
  const kept = blocks.filter(({ path }) => {
    const own = path.at(-1)
    if (own === undefined || own.nodeName === 'h1') return false
    if (elements.has(own)) return true
    return path.some((element, index) => FLOW.has(element.nodeName) && parents.has(path[index - 1] as MarkupElement))
  })
  const main = findMain(kept)
  return main === null ? kept : kept.filter(({ path }) => path.includes(main))
}

/** Share of the article's words that must be inside an element for the rest to be taken for the page's. */
const MOST = 0.8

/** The innermost element that the page itself marks as holding its article, if most of what was found is in it. */
function findMain(blocks: readonly Block[]): MarkupElement | null {
  const masses = new Map<MarkupElement, number>()
  let total = 0
  for (const { text, path } of blocks) {
    total += text.length
    for (const element of path) if (isMarkedMain(element)) masses.set(element, (masses.get(element) ?? 0) + text.length)
  }
  // Paths run from the root inwards, so of elements that hold the same words the last is the innermost.
  return [...masses].findLast(([, mass]) => mass >= MOST * total)?.[0] ?? null
}

function isMarkedMain(element: MarkupElement): boolean {
  if (element.nodeName === 'main' || element.nodeName === 'article') return true
  return attributeOf(element, 'role') === 'main' || attributeOf(element, 'itemprop') === 'articleBody'
}
