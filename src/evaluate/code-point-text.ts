import type { Span } from '../domain/span.ts'

/** A text that is cut by code-point offsets, as every span of gold and predictions has them. */
export class CodePointText {
  readonly #text: string
  /** One entry a code point, or null where UTF-16 offsets are the same. */
  readonly #characters: readonly string[] | null
  /** Length in code points. */
  readonly length: number

  constructor(text: string) {
    this.#text = text
    this.#characters = /[\ud800-\udfff]/.test(text) ? Array.from(text) : null
    this.length = this.#characters?.length ?? text.length
  }

  slice({ start, end }: Span): string {
    return this.#characters?.slice(start, end).join('') ?? this.#text.slice(start, end)
  }
}
