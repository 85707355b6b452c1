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
export function readBlocks(root: MarkupElement, options: BlockOptions): readonly Block[] {
  return new BlockReader(options).read(root)
}

/** Walks a tree and keeps the block that is being written. */
class BlockReader {
  readonly #options: BlockOptions
  readonly #blocks: Block[] = []
  readonly #path: MarkupElement[] = []
  #pieces: string[] = []
  /** Whether the block so far has more than space. */
  #isWritten = false
  /** Characters of the block inside links. */
  #linked = 0
  #afterPicture = false
  /** How many `a`, `pre` and `q` the walk is inside of. */
  #links = 0
  #verbatim = 0
  #quotations = 0

  constructor(options: BlockOptions) {
    this.#options = options
  }

  read(root: MarkupElement): readonly Block[] {
    this.#path.push(root)
    for (const child of root.childNodes) this.#visit(child)
    this.#endBlock()
    return this.#blocks
  }

  #visit(node: MarkupNode): void {
    if (isText(node)) {
      this.#write(this.#verbatim > 0 ? node.value : node.value.replace(SPACES, ' '))
      return
    }
    if (PICTURES.has(node.nodeName) && !this.#isWritten) this.#afterPicture = true
    if (!isElement(node) || this.#options.isLeftOut(node, this.#path.some(isParagraph), this.#blocks.length)) return
    if (node.nodeName === 'br') this.#pieces.push('\n')
    else if (node.nodeName === 'hr') this.#endBlock()
    else this.#visitElement(node)
  }

  #write(text: string): void {
    this.#pieces.push(text)
    this.#isWritten ||= /\S/.test(text)
    if (this.#links > 0) this.#linked += text.trim().length
  }

  #visitElement(element: MarkupElement): void {
    const { nodeName } = element
    // Cells of a row stay on one line.
    const isCell = nodeName === 'td' || nodeName === 'th'
    const isBlock = BLOCKS.has(nodeName) && !isCell
    const isLink = nodeName === 'a' && attributeOf(element, 'href') !== null
    if (isBlock) this.#endBlock()
    this.#path.push(element)
    if (isCell && this.#pieces.length > 0) this.#pieces.push('\t')
    if (isLink) this.#links += 1
    if (nodeName === 'pre') this.#verbatim += 1
    if (nodeName === 'q') this.#pieces.push(this.#quotations++ % 2 === 0 ? '“' : '‘')
    for (const child of element.childNodes) this.#visit(child)
    if (nodeName === 'q') this.#pieces.push(--this.#quotations % 2 === 0 ? '”' : '’')
    if (isBlock) this.#endBlock()
    if (nodeName === 'pre') this.#verbatim -= 1
    if (isLink) this.#links -= 1
    this.#path.pop()
  }

  #endBlock(): void {
    const raw = this.#pieces.length === 1 ? (this.#pieces[0] as string) : this.#pieces.join('')
    this.#pieces = []
    this.#isWritten = false
    if (/\S/.test(raw)) this.#keep(raw)
    this.#linked = 0
  }

  #keep(raw: string): void {
    const isVerbatim = this.#verbatim > 0
    // A space at a time, and the end without an expression: both look at a run from each of its characters on.
    const text = isVerbatim ? raw.replace(/^\n+/, '').trimEnd() : raw.replace(/ {2,}/g, ' ').replace(/ ?\n ?/g, '\n')
    const parts = isVerbatim ? [text] : text.split(/\n{2,}/)
    for (const part of parts) {
      const words = isVerbatim ? part : part.replace(/^[ \n]+|[ \n]+$/g, '')
      // Of a text without paragraphs it is known only as a whole how much is inside links.
      const linked = parts.length === 1 ? this.#linked : Math.round((this.#linked * words.length) / text.length)
      if (!/\S/.test(words)) continue
      this.#blocks.push({ text: words, path: [...this.#path], linked, afterPicture: this.#afterPicture })
      this.#afterPicture = false
    }
  }
}

/** Blocks as the text of an article: a blank line between two. */
export function joinBlocks(blocks: readonly Block[]): string {
  return blocks.map(({ text }) => text).join('\n\n')
}
