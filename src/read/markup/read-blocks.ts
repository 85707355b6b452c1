import { isParagraph } from './is-paragraph.ts'
import { attributeOf, isElement, isText, type MarkupElement, type MarkupNode } from './markup-node.ts'
import { BLOCKS, PICTURES } from './vocabulary.ts'

/** A paragraph, heading, item of a list or row of a table. */
export interface Block {
  readonly text: string
  /** Elements that it stands in, from the root to its own. */
  readonly path: readonly MarkupElement[]
  /** How many of its characters are inside links. */
  readonly linked: number
  /** Whether nothing but a picture stands right before it. */
  readonly afterPicture: boolean
}

export interface BlockOptions {
  /**
   * Elements that are passed over with all they hold.
   *
   * @param before how many blocks have ended
   */
  isLeftOut(element: MarkupElement, isInParagraph: boolean, before: number): boolean
}

/** HTML's white space; a no-break space is none, it is a character of the text. */
const SPACES = /[ \t\r\n\f]+/g

/**
 * The blocks of text below an element, in document order, as a browser would show them: white space collapses except in
 * `pre`, `br` breaks the line and two of them the paragraph, `q` brings its quotation marks.
 *
 * The depth of the tree must be bounded: it is walked by recursion.
 */
export function readBlocks(root: MarkupElement, { isLeftOut }: BlockOptions): readonly Block[] {
  const blocks: Block[] = []
  const path: MarkupElement[] = []
  let pieces: string[] = []
  let linked = 0
  let links = 0
  let afterPicture = false
  /** Whether the block so far has more than space. */
  let isWritten = false
  let quotations = 0
  let verbatim = 0

  const endBlock = () => {
    const raw = pieces.length === 1 ? (pieces[0] as string) : pieces.join('')
    pieces = []
    isWritten = false
    if (!/\S/.test(raw)) {
      linked = 0
      return
    }
    // A space at a time, and the end without an expression: both look at a run from each of its characters on.
    const text = verbatim > 0 ? raw.replace(/^\n+/, '').trimEnd() : raw.replace(/ {2,}/g, ' ').replace(/ ?\n ?/g, '\n')
    const parts = verbatim > 0 ? [text] : text.split(/\n{2,}/)
    for (const part of parts) {
      const words = verbatim > 0 ? part : part.replace(/^[ \n]+|[ \n]+$/g, '')
      // Of a text without paragraphs it is known only as a whole how much is inside links.
      const share = parts.length === 1 ? linked : Math.round((linked * words.length) / text.length)
      if (!/\S/.test(words)) continue
      blocks.push({ text: words, path: [...path], linked: share, afterPicture })
      afterPicture = false
    }
    linked = 0
  }

  const visit = (node: MarkupNode): void => {
    if (isText(node)) {
      const text = verbatim > 0 ? node.value : node.value.replace(SPACES, ' ')
      pieces.push(text)
      isWritten ||= /\S/.test(text)
      if (links > 0) linked += text.trim().length
      return
    }
    if (PICTURES.has(node.nodeName) && !isWritten) afterPicture = true
    if (isElement(node) && !isLeftOut(node, path.some(isParagraph), blocks.length)) {
      visitElement(node)
    }
  }

  const visitElement = (element: MarkupElement): void => {
    const { nodeName } = element
    if (nodeName === 'br') {
      pieces.push('\n')
      return
    }
    if (nodeName === 'hr') {
      endBlock()
      return
    }
    // Cells of a row stay on one line.
    const isCell = nodeName === 'td' || nodeName === 'th'
    const isBlock = BLOCKS.has(nodeName) && !isCell
    if (isBlock) endBlock()
    path.push(element)
    if (isCell && pieces.length > 0) pieces.push('\t')
    if (nodeName === 'a' && attributeOf(element, 'href') !== null) links += 1
    if (nodeName === 'pre') verbatim += 1
    if (nodeName === 'q') pieces.push(quotations++ % 2 === 0 ? '“' : '‘')
    for (const child of element.childNodes) visit(child)
    if (nodeName === 'q') pieces.push(--quotations % 2 === 0 ? '”' : '’')
    if (isBlock) endBlock()
    if (nodeName === 'pre') verbatim -= 1
    if (nodeName === 'a' && attributeOf(element, 'href') !== null) links -= 1
    path.pop()
  }

  path.push(root)
  for (const child of root.childNodes) visit(child)
  endBlock()
  return blocks
}

/** Blocks as the text of an article: a blank line between two. */
export function joinBlocks(blocks: readonly Block[]): string {
  return blocks.map(({ text }) => text).join('\n\n')
}
