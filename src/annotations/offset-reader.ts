import type { Span } from '../domain/span.ts'
import { CodePointText } from '../domain/text/code-point-text.ts'
import { CodePointOffsets } from '../domain/text/code-points.ts'
import { quoted, refuse } from './refuse.ts'
import type { OffsetUnit, ReturnedArticle, ReturnedPart } from './returned-article.ts'

/** Turns the offsets of a tool into code points of the stored text, and holds the words that it gives against it. */
export class OffsetReader {
  readonly text: CodePointText
  readonly #written: CodePointText
  readonly #toPoint: (offset: number) => number | null
  readonly #unit: OffsetUnit

  constructor(stored: string, { unit, writes }: Pick<ReturnedArticle, 'unit' | 'writes'>) {
    this.text = new CodePointText(stored)
    this.#written = new CodePointText(writes(stored))
    this.#unit = unit
    this.#toPoint = converterOf(stored, unit, this.text)
  }

  /** @throws HearsayError (2) when there is no such place in the text, or other words stand there */
  read(where: string, part: ReturnedPart): Span {
    const start = this.#toPoint(part.start)
    const end = this.#toPoint(part.end)
    if (start === null || end === null || start >= end)
      return refuse(where, `marks ${part.start} to ${part.end}, which are no ${this.#unit} of its article`)
    const found = this.#written.slice({ start, end })
    if (part.words !== null && bare(part.words) !== bare(found))
      refuse(
        where,
        `gives ${part.start} to ${part.end} as ${quoted(part.words)}, where the article has ${quoted(found)}`,
      )
    return { start, end }
  }
}

/** Words without white space, of which tools keep more or less. */
function bare(words: string): string {
  return words.replace(/\s+/g, '')
}

function converterOf(stored: string, unit: OffsetUnit, text: CodePointText): (offset: number) => number | null {
  if (unit === 'code points') return offset => (offset <= text.length ? offset : null)
  const points = new CodePointOffsets(stored)
  if (unit === 'utf-16')
    return offset => {
      const isBetween = /[\ud800-\udbff]/.test(stored[offset - 1] ?? '') && /[\udc00-\udfff]/.test(stored[offset] ?? '')
      return offset <= stored.length && !isBetween ? points.at(offset) : null
    }
  const borders = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(stored)].map(({ index }) => index)
  borders.push(stored.length)
  return offset => (offset < borders.length ? points.at(borders[offset] as number) : null)
}
