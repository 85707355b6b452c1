import { attributeOf, elementsOf, isElement, isText, type MarkupElement, type MarkupNode } from '../html/markup-node.ts'

const DASH = /^\s*(?:--|[-–—―~])/
/** What styles of pages set before a signature that has no dash of its own. */
const SET_BEFORE = '— '
const QUOTATIONS: ReadonlySet<string> = new Set(['blockquote', 'bq'])
/** Classes of whoever is quoted, in a quotation. */
const QUOTED_CLASS = /(?:^|[\s_-])(?:attribution|author|cite|citation|speaker)(?:$|[\s_-])/i
const LINES: ReadonlySet<string> = new Set(['div', 'p', 'small', 'span'])
const PICTURES: ReadonlySet<string> = new Set(['iframe', 'img', 'picture', 'video'])

/**
 * Makes paragraphs of what signs a block quotation: its `footer`, a `cite` at its end, the `figcaption` beside it in a `figure`. They
 * are words of the article, and elsewhere these elements are the page's or stand inside a sentence. As a browser shows quotation marks
 * around a `q`, pages show a dash before a signature: one that has a line of its own gets it. Changes the tree in place, which must have
 * been parsed for one reading.
 *
 * The depth of the tree must be bounded: it is walked by recursion.
 */
export function setOffSignatures(root: MarkupElement): void {
  /** The `cite` that no word has followed yet, and whether no word of its own line stands before it. */
  let last: { readonly element: MarkupElement; readonly alone: boolean } | null = null
  /** Whether words stand in the line so far. */
  let inLine = false

  const visit = (element: MarkupElement, inQuotation: boolean): void => {
    const { nodeName } = element
    const isQuotation = QUOTATIONS.has(nodeName)
    const isFooter = nodeName === 'footer' && inQuotation
    const isSigned = isFooter || (inQuotation && LINES.has(nodeName) && isOfQuoted(element))
    const isCite = nodeName === 'cite' && inQuotation
    if (nodeName === 'figure') setOffCaption(element)
    if (nodeName !== 'cite' && !INLINE.has(nodeName)) inLine = false
    const alone = !inLine
    for (const child of element.childNodes) {
      if (isText(child) && /\S/.test(child.value)) {
        last = null
        inLine = true
      } else if (isElement(child)) visit(child, (inQuotation || isQuotation) && !isSigned)
    }
    if (!INLINE.has(nodeName)) inLine = false
    if (isCite) last = { element, alone }
    if (isSigned) toSignature(element, alone)
    if (!isQuotation || last === null) return
    toSignature(last.element, last.alone)
    last = null
  }

  visit(root, false)
}

/** Elements that begin no line. */
const INLINE: ReadonlySet<string> = new Set(['a', 'abbr', 'b', 'cite', 'em', 'i', 'q', 'small', 'span', 'strong', 'u'])

function isOfQuoted(element: MarkupElement): boolean {
  return QUOTED_CLASS.test((attributeOf(element, 'class') ?? '').slice(0, 200))
}

function setOffCaption(figure: MarkupElement): void {
  const children = figure.childNodes.filter(isElement)
  if (!children.some(({ nodeName }) => QUOTATIONS.has(nodeName))) return
  // Beside a picture, without a dash, it may be the picture's.
  const hasPicture = elementsOf(figure).some(({ nodeName }) => PICTURES.has(nodeName))
  for (const child of children) {
    if (child.nodeName === 'figcaption' && (!hasPicture || DASH.test(openingOf(child)))) toSignature(child, true)
  }
}

/** The first text below an element. */
function openingOf(element: MarkupElement): string {
  let node: MarkupNode | undefined = element
  while (node !== undefined && isElement(node))
    node = node.childNodes.find(child => isElement(child) || (isText(child) && /\S/.test(child.value)))
  return node !== undefined && isText(node) ? node.value : ''
}

function toSignature(element: MarkupElement, alone: boolean): void {
  const own = element as { nodeName: string; attrs: MarkupElement['attrs']; childNodes: readonly MarkupNode[] }
  own.nodeName = 'p'
  // A class such as "author" would make a byline of it.
  own.attrs = []
  if (alone && openingOf(element) !== '' && !DASH.test(openingOf(element)))
    own.childNodes = [{ nodeName: '#text', value: SET_BEFORE }, ...element.childNodes]
}
