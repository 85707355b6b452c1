import { isElement, isText, type MarkupElement, type MarkupNode } from './markup-node.ts'

const DASH = /^\s*[-–—―]/
const QUOTATIONS: ReadonlySet<string> = new Set(['blockquote', 'bq'])

/**
 * Makes paragraphs of what signs a block quotation: its `footer`, a `cite` at its end, the `figcaption` beside it in a `figure`. They
 * are words of the article, and elsewhere these elements are the page's or stand inside a sentence. Changes the tree in place, which
 * must have been parsed for one reading.
 *
 * The depth of the tree must be bounded: it is walked by recursion.
 */
export function setOffSignatures(root: MarkupElement): void {
  /** The `cite` that no word has followed yet. */
  let last: MarkupElement | null = null

  const visit = (element: MarkupElement, inQuotation: boolean): void => {
    const { nodeName } = element
    const isQuotation = QUOTATIONS.has(nodeName)
    const isFooter = nodeName === 'footer' && inQuotation
    if (nodeName === 'figure') setOffCaption(element)
    for (const child of element.childNodes) {
      if (isText(child) && /\S/.test(child.value)) last = null
      else if (isElement(child)) visit(child, (inQuotation || isQuotation) && !isFooter)
    }
    if (nodeName === 'cite' && inQuotation) last = element
    if (isFooter) toParagraph(element)
    if (!isQuotation || last === null) return
    toParagraph(last)
    last = null
  }

  visit(root, false)
}

function setOffCaption({ childNodes }: MarkupElement): void {
  const children = childNodes.filter(isElement)
  if (!children.some(({ nodeName }) => QUOTATIONS.has(nodeName))) return
  // Without a dash it may be a picture's.
  for (const child of children) if (child.nodeName === 'figcaption' && DASH.test(openingOf(child))) toParagraph(child)
}

/** The first text below an element. */
function openingOf(element: MarkupElement): string {
  let node: MarkupNode | undefined = element
  while (node !== undefined && isElement(node))
    node = node.childNodes.find(child => isElement(child) || (isText(child) && /\S/.test(child.value)))
  return node !== undefined && isText(node) ? node.value : ''
}

function toParagraph(element: MarkupElement): void {
  ;(element as { nodeName: string }).nodeName = 'p'
}
