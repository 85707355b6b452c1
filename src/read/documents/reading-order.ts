import type { PdfLine } from './pdf-lines.ts'

/** Lines that follow one another in one column. */
export type Column = readonly PdfLine[]

/** Places across a region at which a gutter is looked for. */
const PLACES = 400
/** Share of the lines that may reach across a gutter: headlines, captions. */
const MOST_ACROSS = 0.2
/** Of each side of a gutter, the least share of the lines and the least number of them. */
const LEAST_SHARE = 0.15
const FEWEST_LINES = 4
/** Narrowest gutter and narrowest column, in sizes of type: columns of figures are a table. */
const NARROWEST_GUTTER = 0.6
const NARROWEST_COLUMN = 7
const MOST_COLUMNS_DEEP = 4

/** The lines of a page in the order in which people read them, column by column. */
export function toColumns(lines: readonly PdfLine[], depth = 0): Column[] {
  const sorted = lines.toSorted((a, b) => b.y - a.y || a.left - b.left)
  const gutter = depth < MOST_COLUMNS_DEEP ? findGutter(sorted) : null
  if (gutter === null) return sorted.length === 0 ? [] : [sorted]
  const columns: Column[] = []
  let left: PdfLine[] = []
  let right: PdfLine[] = []
  const close = () => {
    columns.push(...toColumns(left, depth + 1), ...toColumns(right, depth + 1))
    left = []
    right = []
  }
  let across: PdfLine[] = []
  for (const line of sorted) {
    const isAcross = line.left < gutter && line.right > gutter
    if (isAcross) {
      if (left.length + right.length > 0) close()
      across.push(line)
      continue
    }
    if (across.length > 0) columns.push(across)
    across = []
    if (line.right <= gutter) left.push(line)
    else right.push(line)
  }
  if (across.length > 0) columns.push(across)
  close()
  return columns
}

/** Where two columns are parted, or null: the widest strip that few lines reach across. */
function findGutter(lines: readonly PdfLine[]): number | null {
  if (lines.length < 2 * FEWEST_LINES) return null
  const left = lines.reduce((least, line) => Math.min(least, line.left), Number.POSITIVE_INFINITY)
  const right = lines.reduce((greatest, line) => Math.max(greatest, line.right), Number.NEGATIVE_INFINITY)
  const step = (right - left) / PLACES
  if (!(step > 0)) return null
  // How many lines reach across each place, by where they begin and end.
  const changes = new Array<number>(PLACES + 2).fill(0)
  for (const line of lines) {
    const from = Math.max(0, Math.floor((line.left - left) / step))
    const to = Math.min(PLACES, Math.ceil((line.right - left) / step))
    changes[from] = (changes[from] as number) + 1
    changes[to] = (changes[to] as number) - 1
  }
  const size = median(lines.map(line => line.size))
  let across = 0
  let begun: number | null = null
  let best: { readonly at: number; readonly width: number } | null = null
  for (let place = 0; place < PLACES; place += 1) {
    across += changes[place] as number
    if (across <= MOST_ACROSS * lines.length) {
      begun ??= place
      continue
    }
    if (begun !== null && begun > 0) {
      const width = (place - begun) * step
      const at = left + ((begun + place) / 2) * step
      if (width >= NARROWEST_GUTTER * size && (best === null || width > best.width) && partsColumns(lines, at, size))
        best = { at, width }
    }
    begun = null
  }
  return best?.at ?? null
}

/** Whether both sides hold running text, beside one another. */
function partsColumns(lines: readonly PdfLine[], at: number, size: number): boolean {
  const sides = [lines.filter(line => line.right <= at), lines.filter(line => line.left >= at)]
  const heights = sides.map(side => [side.at(-1)?.y ?? 0, side[0]?.y ?? 0] as const)
  const [first, second] = heights as [readonly [number, number], readonly [number, number]]
  const isBeside = Math.min(first[1], second[1]) > Math.max(first[0], second[0])
  return (
    isBeside &&
    sides.every(
      side =>
        side.length >= Math.max(FEWEST_LINES, LEAST_SHARE * lines.length) &&
        median(side.map(line => line.right - line.left)) >= NARROWEST_COLUMN * size,
    )
  )
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
