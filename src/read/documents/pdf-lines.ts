/** A piece of text as a PDF places it. Lengths are in points, from the lower left corner of the page. */
export interface PdfItem {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  /** Size of its type. */
  readonly size: number
  readonly isUpright: boolean
}

/** A line of a column, or what looks like one. */
export interface PdfLine {
  readonly text: string
  readonly left: number
  readonly right: number
  /** Of its base line. */
  readonly y: number
  readonly size: number
}

/** How far in sizes of its type a piece may lie from the one before to be of the same line: columns are further apart. */
const WIDEST_GAP = 1.2
const FARTHEST_BACK = 0.6
/** A gap of this many sizes is a space, where the PDF has none. */
const SPACE = 0.18
/** How far in sizes of type base lines of one line may differ: raised figures, small capitals. */
const SAME_LINE = 0.45

/** Puts pieces that follow one another into lines, in the order in which the PDF draws them. */
export function toLines(items: readonly PdfItem[]): PdfLine[] {
  const lines: PdfLine[] = []
  let open: PdfItem[] = []
  const close = () => {
    const line = toLine(open)
    if (line !== null) lines.push(line)
    open = []
  }
  let end = 0
  let size = 0
  let y = 0
  for (const item of items) {
    // The library fills what lies between two pieces with a space, however wide.
    if (item.text.trim() === '' && item.width > WIDEST_GAP * item.size) continue
    const largest = Math.max(size, item.size)
    const gap = item.x - end
    const goesOn =
      open.length > 0 &&
      Math.abs(item.y - y) <= SAME_LINE * largest &&
      gap <= WIDEST_GAP * largest &&
      gap >= -FARTHEST_BACK * largest
    if (!goesOn) close()
    // A raised figure does not raise the line.
    if (!goesOn || item.size >= size) {
      y = item.y
      size = item.size
    }
    open.push(item)
    end = Math.max(goesOn ? end : item.x, item.x + item.width)
  }
  close()
  return lines
}

function toLine(items: readonly PdfItem[]): PdfLine | null {
  const pieces: string[] = []
  let end = 0
  let largest = items[0]
  for (const [index, item] of items.entries()) {
    const isApart = index > 0 && item.x - end > SPACE * item.size
    if (isApart && !/\s$/.test(pieces.at(-1) ?? ' ') && !/^\s/.test(item.text)) pieces.push(' ')
    pieces.push(item.text)
    end = item.x + item.width
    if (largest === undefined || (item.text.trim() !== '' && item.text.length > largest.text.length)) largest = item
  }
  const text = pieces.join('').replace(/\s+/g, ' ').trim()
  if (text === '' || largest === undefined) return null
  let left = Number.POSITIVE_INFINITY
  let right = Number.NEGATIVE_INFINITY
  for (const item of items) {
    if (item.text.trim() === '') continue
    left = Math.min(left, item.x)
    right = Math.max(right, item.x + item.width)
  }
  return { text, left, right, y: largest.y, size: largest.size }
}
