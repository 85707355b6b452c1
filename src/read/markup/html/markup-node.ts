import { BLOCKS } from './vocabulary.ts'

/** Text inside markup. */
export interface MarkupText {
  readonly nodeName: '#text'
  readonly value: string
}

/** An element as parse5 gives it; what comes from XML is brought into the same form. */
export interface MarkupElement {
  /** In lower case, without a namespace. */
  readonly nodeName: string
  readonly attrs: readonly { readonly name: string; readonly value: string }[]
  readonly childNodes: readonly MarkupNode[]
}

/** Document types have neither value nor children that matter. */
export type MarkupNode = MarkupText | MarkupElement | { readonly nodeName: string }

export function isElement(node: MarkupNode): node is MarkupElement {
  return 'attrs' in node
}

export function isText(node: MarkupNode): node is MarkupText {
  return node.nodeName === '#text'
}

/** Value of an attribute, or null. */
export function attributeOf(element: MarkupElement, name: string): string | null {
  for (const attribute of element.attrs) if (attribute.name === name) return attribute.value
  return null
}

/** All elements below a node, and itself, in document order. */
export function* elementsOf(root: MarkupElement): Generator<MarkupElement> {
  const waiting: MarkupNode[] = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isElement(node)) continue
    yield node
    for (let index = node.childNodes.length - 1; index >= 0; index -= 1)
      waiting.push(node.childNodes[index] as MarkupNode)
  }
}

/** The words below an element, with white space as one space. */
export function wordsOf(root: MarkupElement): string {
  let words = ''
  const waiting: MarkupNode[] = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (isText(node)) words += node.value
    if (!isElement(node) || node.nodeName === 'script' || node.nodeName === 'style') continue
    if (node.nodeName === 'br') words += ' '
    for (let index = node.childNodes.length - 1; index >= 0; index -= 1)
      waiting.push(node.childNodes[index] as MarkupNode)
  }
  return words.replace(/\s+/g, ' ').trim()
}

/** Nodes and white space that are looked at for each character that is wanted. */
const SLACK = 4

const SPACE: MarkupText = { nodeName: '#text', value: ' ' }

/**
 * The first words below an element, at least `most` characters where there are so many: it costs no more than they do. What a page
 * shows in lines of its own does not run together.
 */
export function openingWordsOf(root: MarkupElement, most: number): string {
  let words = ''
  let left = SLACK * most
  const waiting: MarkupNode[] = [root]
  for (let node = waiting.pop(); node !== undefined && left > 0; node = waiting.pop()) {
    left -= 1
    if (isText(node)) {
      words += node.value.slice(0, left)
      left -= node.value.length
    }
    if (!isElement(node) || node.nodeName === 'script' || node.nodeName === 'style') continue
    if (BLOCKS.has(node.nodeName) || node.nodeName === 'br') {
      words += ' '
      waiting.push(SPACE)
    }
    for (let index = Math.min(node.childNodes.length, SLACK * most) - 1; index >= 0; index -= 1)
      waiting.push(node.childNodes[index] as MarkupNode)
  }
  return words.replace(/\s+/g, ' ').trim()
}
