import type { Span } from '../span.ts'

/**
 * Converts UTF-16 offsets of one text into Unicode code-point offsets.
 *
 * Texts without characters outside the Basic Multilingual Plane (nearly all) cost nothing: both units agree.
 *
 * @example
 * const points = new CodePointOffsets('😀 he said')
 * points.of({ start: 3, end: 5 }) // → { start: 2, end: 4 }
 */
export class CodePointOffsets {
  /** Start offsets (UTF-16) of every surrogate pair, ascending. */
  readonly #pairs: readonly number[]
  /** Length of the text in code points. */
  readonly length: number

  constructor(text: string) {
    const pairs: number[] = []
    // A lone surrogate never gets here (`toWellFormed` at reading), so a high surrogate always opens a pair.
    for (const match of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) pairs.push(match.index)
    this.#pairs = pairs
    this.length = text.length - pairs.length
  }

  /** Code-point offset of a UTF-16 offset that lies on a character boundary. */
  at(offset: number): number {
    let low = 0
    let high = this.#pairs.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#pairs[middle] as number) < offset) low = middle + 1
      else high = middle
    }
    return offset - low
  }

  /** The same span in code points. */
  of(span: Span): Span {
    return { start: this.at(span.start), end: this.at(span.end) }
  }
}
