import type { LeftOutPassage } from '../../domain/articles/left-out.ts'
import { attributeOf, elementsOf, isElement, isText, type MarkupElement } from '../markup/html/markup-node.ts'

/** A paragraph, heading, item of a list or row of a table, as a reader of the document sees it. */
export interface DocumentBlock {
  readonly text: string
  /** Name of its style in lower case, `heading 1`, or empty for plain paragraphs. */
  readonly style: string
}

export interface DocumentText {
  readonly blocks: readonly DocumentBlock[]
  /** Notes that the text refers to, in that order, by the names of their elements and their ids: `footnote 2`. */
  readonly notes: readonly string[]
  readonly leftOut: readonly LeftOutPassage[]
}

/** Changes that a reader of the document has not accepted yet are shown as they would be: what is deleted is not read. */
const DELETED: ReadonlySet<string> = new Set(['del', 'movefrom'])
/** Elements around paragraphs or runs that say nothing about whether they are read. */
const AROUND: ReadonlySet<string> = new Set([
  'ins',
  'moveto',
  'customxml',
  'smarttag',
  'sdt',
  'sdtcontent',
  'hyperlink',
  'fldsimple',
  'dir',
  'bdo',
  'body',
  'document',
  'ruby',
  'rubybase',
])
/** Styles of paragraphs that are no part of the article, by why they are left out. */
const STYLES_LEFT_OUT: readonly (readonly [style: RegExp, reason: string])[] = [
  [/^caption$/, 'image caption'],
  [/^(?:toc \d|toc heading|table of figures)$/, 'table of contents'],
  [/^(?:header|footer)$/, 'page header or footer'],
  [/^(?:annotation text|comment text)$/, 'comment'],
]
/** Characters that have an element of their own. */
const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  ptab: '\t',
  cr: '\n',
  nobreakhyphen: '\u2011',
  softhyphen: '\u00ad',
}

/**
 * The text below an element of a Word document: its paragraphs in order, text boxes after the paragraph that they hang on,
 * rows of a table in one line each. Tracked deletions, hidden text and captions are left out.
 *
 * The depth of the tree must be bounded: it is walked by recursion.
 *
 * @param styles names of the styles, in lower case, by their ids
 */
export function readDocumentText(root: MarkupElement, styles: ReadonlyMap<string, string>): DocumentText {
  const walk = new Walk(styles)
  walk.visitAll(root)
  walk.end()
  return walk
}

class Walk implements DocumentText {
  readonly blocks: DocumentBlock[] = []
  readonly notes: string[] = []
  readonly leftOut: LeftOutPassage[] = []
  readonly #styles: ReadonlyMap<string, string>
  readonly #boxes: MarkupElement[] = []
  /** What stands before a paragraph mark that was deleted: the next paragraph goes on with it. */
  #begun = ''
  #hidden = ''

  constructor(styles: ReadonlyMap<string, string>) {
    this.#styles = styles
  }

  visitAll(root: MarkupElement): void {
    for (const child of root.childNodes) if (isElement(child)) this.#visit(child)
  }

  end(): void {
    this.#keep(this.#begun, '')
    this.#begun = ''
  }

  #visit(element: MarkupElement): void {
    const { nodeName } = element
    if (nodeName === 'p') this.#visitParagraph(element)
    else if (nodeName === 'tbl') this.#visitTable(element)
    else if (DELETED.has(nodeName)) this.#leaveOut('deleted text', deletedWordsOf(element))
    else if (nodeName === 'alternatecontent') this.#visitAlternative(element, child => this.visitAll(child))
    else if (AROUND.has(nodeName)) this.visitAll(element)
  }

  #visitParagraph(paragraph: MarkupElement): void {
    const properties = childCalled(paragraph, 'ppr')
    const styled = properties === null ? null : childCalled(properties, 'pstyle')
    const id = styled === null ? null : attributeOf(styled, 'val')
    const style = id === null ? '' : (this.#styles.get(id) ?? id.toLowerCase())
    const text = this.#begun + this.#runsOf(paragraph)
    this.#begun = ''
    this.#leaveOut('hidden text', this.#hidden)
    this.#hidden = ''
    const mark = properties === null ? null : childCalled(properties, 'rpr')
    if (mark !== null && childCalled(mark, 'del') !== null) this.#begun = text
    else this.#keep(text, style)
    for (const box of this.#boxes.splice(0)) this.visitAll(box)
  }

  #keep(text: string, style: string): void {
    const words = text.replace(/^[ \t\n]+/, '').trimEnd()
    if (words === '') return
    const reason = STYLES_LEFT_OUT.find(([pattern]) => pattern.test(style))?.[1]
    if (reason === undefined) this.blocks.push({ text: words, style })
    else this.#leaveOut(reason, words)
  }

  /** Cells stay on one line. A cell with several paragraphs only lays out the page, and is read as if there were no table. */
  #visitTable(table: MarkupElement): void {
    for (const row of rowsOf(table)) {
      if (childCalled(childCalled(row, 'trpr') ?? row, 'del') !== null) {
        this.#leaveOut('deleted text', deletedWordsOf(row))
        continue
      }
      const cells = [...cellsOf(row)]
      const first = this.blocks.length
      const starts = cells.map(cell => {
        const start = this.blocks.length
        this.visitAll(cell)
        this.end()
        return start
      })
      const counts = starts.map((start, index) => (starts[index + 1] ?? this.blocks.length) - start)
      if (cells.length < 2 || counts.some(count => count > 1)) continue
      const line = this.blocks.splice(first).map(({ text }) => text.replaceAll('\n', ' '))
      if (line.length > 0) this.blocks.push({ text: line.join('\t'), style: '' })
    }
  }

  #runsOf(element: MarkupElement): string {
    let text = ''
    for (const child of element.childNodes) {
      if (!isElement(child)) continue
      const { nodeName } = child
      if (nodeName === 'r') text += this.#runOf(child)
      else if (DELETED.has(nodeName)) this.#leaveOut('deleted text', deletedWordsOf(child))
      else if (AROUND.has(nodeName)) text += this.#runsOf(child)
      else if (nodeName === 'alternatecontent') {
        this.#visitAlternative(child, chosen => {
          text += this.#runsOf(chosen)
        })
      }
    }
    return text
  }

  #runOf(run: MarkupElement): string {
    const properties = childCalled(run, 'rpr')
    const vanish = properties === null ? null : childCalled(properties, 'vanish')
    const isHidden = vanish !== null && !/^(?:0|false|off)$/.test(attributeOf(vanish, 'val') ?? '')
    let text = ''
    for (const child of run.childNodes) {
      if (!isElement(child)) continue
      const { nodeName } = child
      if (nodeName === 't') text += textOf(child)
      else if (nodeName === 'br') text += attributeOf(child, 'type') === null ? '\n' : ' '
      else if (nodeName === 'sym') text += symbolOf(child)
      else if (nodeName === 'footnotereference') this.notes.push(`footnote ${attributeOf(child, 'id')}`)
      else if (nodeName === 'endnotereference') this.notes.push(`endnote ${attributeOf(child, 'id')}`)
      else if (nodeName === 'alternatecontent') this.#visitAlternative(child, chosen => this.#collectBoxes(chosen))
      else if (nodeName === 'drawing' || nodeName === 'pict' || nodeName === 'object') this.#collectBoxes(child)
      else text += CHARACTERS[nodeName] ?? ''
    }
    if (!isHidden) return text
    this.#hidden += text
    return ''
  }

  /** The same in two ways, for old programs and new ones: one of them is read. */
  #visitAlternative(element: MarkupElement, visit: (chosen: MarkupElement) => void): void {
    const chosen = childCalled(element, 'choice') ?? childCalled(element, 'fallback')
    if (chosen !== null) visit(chosen)
  }

  /** A box in a box is found when its own is read. */
  #collectBoxes(drawing: MarkupElement): void {
    const waiting: MarkupElement[] = [drawing]
    for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
      if (element.nodeName === 'txbxcontent') this.#boxes.push(element)
      else if (element.nodeName === 'alternatecontent') this.#visitAlternative(element, chosen => waiting.push(chosen))
      else for (const child of element.childNodes.toReversed()) if (isElement(child)) waiting.push(child)
    }
  }

  #leaveOut(reason: string, text: string): void {
    if (text.trim() !== '') this.leftOut.push({ reason, text: text.trim() })
  }
}

/** First child of that name, or null. */
export function childCalled(element: MarkupElement, name: string): MarkupElement | null {
  for (const child of element.childNodes) if (child.nodeName === name && isElement(child)) return child
  return null
}

/** All characters below an element, spaces too. */
export function textOf(element: MarkupElement): string {
  return element.childNodes.map(node => (isText(node) ? node.value : '')).join('')
}

function deletedWordsOf(element: MarkupElement): string {
  const words: string[] = []
  for (const below of elementsOf(element)) {
    if (below.nodeName === 'deltext' || below.nodeName === 't') words.push(textOf(below))
    else if (below.nodeName === 'p' && words.length > 0) words.push('\n')
  }
  return words.join('')
}

/** A sign of a font of its own (Wingdings, Symbol), whose character only that font knows. */
function symbolOf(element: MarkupElement): string {
  const code = Number.parseInt(attributeOf(element, 'char') ?? '', 16)
  return code > 0 && code <= 0xffff ? String.fromCodePoint(code).toWellFormed() : ''
}

function* rowsOf(table: MarkupElement): Generator<MarkupElement> {
  for (const child of table.childNodes) {
    if (!isElement(child)) continue
    if (child.nodeName === 'tr') yield child
    else if (AROUND.has(child.nodeName)) yield* rowsOf(child)
  }
}

function* cellsOf(row: MarkupElement): Generator<MarkupElement> {
  for (const child of row.childNodes) {
    if (!isElement(child)) continue
    if (child.nodeName === 'tc') yield child
    else if (AROUND.has(child.nodeName)) yield* cellsOf(child)
  }
}
