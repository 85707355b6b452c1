import type { Piece } from './piece.ts'
import type { TextLine } from './text-lines.ts'

/** A part of a text that is left out: UTF-16, half-open. */
interface Cut {
  readonly start: number
  readonly end: number
  readonly reason: string
}

/** Longest passage, in UTF-16 units: longer ones are kept in several, since what is stored of each is limited. */
const LONGEST_PASSAGE = 1800

/**
 * Divides a text into what is kept and what is left out. Blank lines below a line that is left out go with it where one above it
 * stays. Where none stands on either side, the line break stays and leaves a blank line: what stood apart must not become one
 * paragraph that is wrapped.
 *
 * @param reasons the lines that are left out, by index
 * @param labels offsets behind the labels that are cut off the beginning of lines, by index
 */
export function cutLines(
  text: string,
  {
    from,
    lines,
    reasons,
    labels,
  }: {
    readonly from: number
    readonly lines: readonly TextLine[]
    readonly reasons: ReadonlyMap<number, string>
    readonly labels: ReadonlyMap<number, number>
  },
): readonly Piece[] {
  const cuts: Cut[] = from > 0 ? [{ start: 0, end: from, reason: 'front matter' }] : []
  let isApart = true
  for (const [i, line] of lines.entries()) {
    const reason = reasons.get(i)
    const label = labels.get(i)
    isApart ||= line.isSetOff
    if (reason !== undefined) {
      const next = lines[i + 1]
      const runsOn = !isApart && next?.isSetOff === false && !reasons.has(i + 1)
      const end = isApart ? (next?.start ?? text.length) : runsOn ? endOfWords(text, line) : line.end
      cuts.push({ start: line.start, end, reason })
    } else {
      if (label !== undefined) cuts.push({ start: line.start, end: label, reason: 'field label' })
      isApart = false
    }
  }
  return toPieces(text, cuts)
}

function endOfWords(text: string, { start, end }: TextLine): number {
  return start + text.slice(start, end).replace(/(?:\r\n|\n|\r)$/u, '').length
}

function toPieces(text: string, cuts: readonly Cut[]): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { start, end, reason } of cuts) {
    if (start > at) pieces.push({ text: text.slice(at, start), reason: null })
    const last = pieces.at(-1)
    const passage = text.slice(start, end)
    if (last?.reason === reason && last.text.length + passage.length <= LONGEST_PASSAGE)
      pieces[pieces.length - 1] = { text: last.text + passage, reason }
    else pieces.push({ text: passage, reason })
    at = end
  }
  if (at < text.length) pieces.push({ text: text.slice(at), reason: null })
  return pieces
}
