import type { Span } from '../domain/span.ts'
import { CodePointOffsets } from '../domain/text/code-points.ts'

/** Lines and columns count from 1, columns in code points; the end is the first character behind the span. */
export interface LineSpan {
  readonly startLine: number
  readonly startColumn: number
  readonly endLine: number
  readonly endColumn: number
}

/**
 * Finds the lines of code-point offsets of one text. A line ends with its line feed, or carriage return and line feed.
 *
 * @example
 * new LineIndex('one\n😀 two').at({ start: 6, end: 9 })
 * // → { startLine: 2, startColumn: 3, endLine: 2, endColumn: 6 }
 */
export class LineIndex {
  /** Code-point offset at which each line begins. */
  readonly #starts: readonly number[]

  constructor(text: string) {
    const offsets = new CodePointOffsets(text)
    const starts = [0]
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(offsets.at(at + 1))
    this.#starts = starts
  }

  at({ start, end }: Span): LineSpan {
    const [startLine, endLine] = [this.#lineOf(start), this.#lineOf(end)]
    const columnOf = (offset: number, line: number) => offset - (this.#starts[line - 1] as number) + 1
    return { startLine, startColumn: columnOf(start, startLine), endLine, endColumn: columnOf(end, endLine) }
  }

  #lineOf(offset: number): number {
    let low = 0
    let high = this.#starts.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#starts[middle] as number) <= offset) low = middle + 1
      else high = middle
    }
    return low
  }
}
