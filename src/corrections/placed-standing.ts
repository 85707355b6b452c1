import { SPAN_ROLES, type SpanRole } from '../domain/labels.ts'
import type { ClaimSpan } from '../domain/record.ts'
import { hullOf, type Span } from '../domain/span.ts'
import { CodePointText } from '../domain/text/code-point-text.ts'
import { CodePointOffsets } from '../domain/text/code-points.ts'
import type { Standing } from './stand-of.ts'

/** A standing with the words of its spans. All offsets are in code points. */
export interface PlacedStanding extends Standing {
  /** By role, those of one in the order of the text. */
  readonly words: readonly ClaimSpan[]
  /** From its first span to its last; null where it has none. */
  readonly hull: Span | null
  /** The lines that hold its cue and its content, else all its spans; null where it has none. */
  readonly context: Span | null
}

/** What stands in one text: a text is looked through once for all its claims. */
export class StandingPlacer {
  readonly #text: string
  readonly #points: CodePointText
  readonly #offsets: CodePointOffsets

  constructor(text: string) {
    this.#text = text
    this.#points = new CodePointText(text)
    this.#offsets = new CodePointOffsets(text)
  }

  place(standing: Standing): PlacedStanding {
    const words = SPAN_ROLES.flatMap(role =>
      (standing.spans[role] ?? []).map(
        ({ start, end }, sequence): ClaimSpan => ({
          role,
          sequence,
          start,
          end,
          text: this.#points.slice({ start, end }),
        }),
      ),
    )
    const said = words.filter(({ role }) => role === 'cue' || role === 'content')
    return {
      ...standing,
      words,
      hull: hullOf(words),
      context: this.#linesAround(hullOf(said.length > 0 ? said : words)),
    }
  }

  #linesAround(span: Span | null): Span | null {
    if (span === null) return null
    const [start, end] = [this.#points.toUtf16(span.start), this.#points.toUtf16(span.end)]
    const from =
      Math.max(
        ...['\n', '\r', '\u2028', '\u2029'].map(sign => (start === 0 ? -1 : this.#text.lastIndexOf(sign, start - 1))),
      ) + 1
    const rest = this.#text.slice(end).search(/[\n\r\u2028\u2029]/)
    const to = rest < 0 ? this.#text.length : end + rest
    return { start: this.#offsets.at(from), end: this.#offsets.at(to) }
  }
}

/** The words of one role, its spans joined; null where there are none. */
export function joinedWords(words: readonly ClaimSpan[], role: SpanRole, separator: string): string | null {
  const parts = words.filter(span => span.role === role)
  return parts.length === 0 ? null : parts.map(({ text }) => text).join(separator)
}
