import type { SpanRole } from '../../../domain/labels.ts'
import type { ClaimRecord, ClaimSpan } from '../../../domain/record.ts'
import { CodePointText } from '../../../domain/text/code-point-text.ts'
import type { Paint } from '../paint.ts'
import { toVisible } from '../visible.ts'

/** A claim with the number that it has on the page. */
export interface NumberedClaim {
  readonly number: number
  readonly claim: ClaimRecord
}

interface Mark extends ClaimSpan {
  readonly number: number
}

/** A stretch of text over which nothing changes, with the marks that begin before it and end after it. */
interface Stretch {
  readonly text: string
  readonly begin: readonly Mark[]
  readonly end: readonly Mark[]
  /** The innermost mark that covers it. */
  readonly inside: Mark | null
}

const COLOURS = { source: 'green', cue: 'yellow', content: 'cyan', addressee: 'magenta' } as const
const BRACKETS: Readonly<Record<SpanRole, readonly [string, string]>> = {
  source: ['<', '>'],
  cue: ['{', '}'],
  content: ['[', ']'],
  addressee: ['(', ')'],
}

/** What the marks mean, for the line above the text. */
export function legend(paint: Paint | null): string {
  const roles = ['source', 'cue', 'content', 'addressee'] as const
  return roles.map(role => (paint === null ? BRACKETS[role].join(`1 ${role}`) : paint(COLOURS[role], role))).join('  ')
}

/**
 * An article's text with source, cue, content and addressee of every claim marked and numbered: coloured, or in
 * brackets of a kind each when `paint` is null. A claim inside the content of another is marked in its own right.
 */
export function markUp(text: string, claims: readonly NumberedClaim[], paint: Paint | null): string {
  const marks = claims.flatMap(({ number, claim }) => claim.spans.map(span => ({ ...span, number })))
  return cutAtMarks(text, marks)
    .map(stretch => (paint === null ? inBrackets(stretch) : inColour(stretch, paint)))
    .join('')
}

function inBrackets({ text, begin, end }: Stretch): string {
  const open = begin.map(({ role, number }) => `${BRACKETS[role][0]}${number} `)
  const close = end.map(({ role }) => BRACKETS[role][1])
  return open.join('') + toVisible(text) + close.join('')
}

function inColour({ text, begin, inside }: Stretch, paint: Paint): string {
  const numbers = begin.map(({ number }) => paint('dim', `[${number}]`))
  return numbers.join('') + (inside === null ? toVisible(text) : paint(COLOURS[inside.role], toVisible(text)))
}

function cutAtMarks(text: string, marks: readonly Mark[]): Stretch[] {
  const points = new CodePointText(text)
  const borders = [...new Set([0, points.length, ...marks.flatMap(({ start, end }) => [start, end])])]
  borders.sort((a, b) => a - b)
  // Outer marks open first and close last.
  const outerFirst = marks.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.number - b.number)
  return borders.slice(0, -1).map((start, index) => {
    const end = borders[index + 1] as number
    return {
      text: points.slice({ start, end }),
      begin: outerFirst.filter(mark => mark.start === start),
      end: outerFirst.filter(mark => mark.end === end).toReversed(),
      inside: outerFirst.findLast(mark => mark.start <= start && end <= mark.end) ?? null,
    }
  })
}
