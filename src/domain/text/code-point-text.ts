import type { Span } from '../span.ts'

/**
 * A text that is cut by code-point offsets, as records, rows and exports have them.
 *
 * @example
 * new CodePointText('😀 he said').slice({ start: 2, end: 4 }) // → 'he'
 */
export class CodePointText {
  readonly #text: string
  /** Code-point offset of every character that takes two UTF-16 units, ascending. */
  readonly #wide: readonly number[]
  /** Length in code points. */
  readonly length: number

  constructor(text: string) {
    const wide: number[] = []
    for (const match of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) wide.push(match.index - wide.length)
    this.#text = text
    this.#wide = wide
    this.length = text.length - wide.length
  }

  /** The words of a span. Like `String.prototype.slice`, gives what there is when the span ends beyond the text. */
  slice(span: Span): string {
    return this.#text.slice(this.toUtf16(span.start), this.toUtf16(span.end))
  }

  /** UTF-16 offset of a code-point offset. */
  toUtf16(offset: number): number {
    let low = 0
    let high = this.#wide.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#wide[middle] as number) < offset) low = middle + 1
      else high = middle
    }
    return offset + low
  }
}
