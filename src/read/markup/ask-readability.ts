import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { furnitureOf, type Masses } from './furniture/furniture.ts'
import { isParagraph } from './html/is-paragraph.ts'
import { isElement, isText, type MarkupElement, type MarkupNode } from './html/markup-node.ts'

/** Elements of a page that hold its article, as far as Readability can tell. */
export interface Vote {
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
 * Asks Readability which elements hold a page's article; it may know of none.
 *
 * Readability only points: it works on a copy of the page without furniture, and the text is read from the page as it
 * was parsed, so that nothing that Readability rewrites reaches it.
 */
export function askReadability(page: MarkupElement, masses: Masses): Vote {
  const { document } = parseHTML('<!doctype html><html><head></head><body></body></html>')
  const elements: MarkupElement[] = []

  const copy = (node: MarkupNode, parent: DomNode, depth: number, isInParagraph: boolean): void => {
    if (isText(node)) {
      parent.appendChild(document.createTextNode(node.value))
      return
    }
    if (!isElement(node)) return
    if (node.nodeName === 'head' || furnitureOf(node, isInParagraph, page, masses) !== null) return
    // Pictures and empty boxes tell Readability nothing that the words around them do not.
    if (node.nodeName !== 'br' && masses.all.get(node) === 0) return
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
  if (article === null || article.content === null || article.content === undefined)
    return { elements: new Set(), title: null, byline: null }
  const kept = new Set<MarkupElement>()
  for (const element of article.content.querySelectorAll(`[${NUMBER}]`)) {
    const original = elements[Number(element.getAttribute(NUMBER))]
    if (original !== undefined) kept.add(original)
  }
  return { elements: kept, title: article.title ?? null, byline: article.byline ?? null }
}
