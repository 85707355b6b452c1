import type { SpanRole } from '../../../domain/labels.ts'
import type { CandidateRecord, ClaimRecord } from '../../../domain/record.ts'
import type { Span } from '../../../domain/span.ts'
import type { CodePointText } from '../../../domain/text/code-point-text.ts'
import { type Html, html } from '../html.ts'

/** A claim with the number that it has on the page. */
export interface NumberedClaim {
  readonly number: number
  readonly claim: Pick<ClaimRecord, 'id' | 'spans' | 'context'>
}

/** Something that covers a stretch of the text: a part of a claim, or a candidate that was rejected. */
interface Mark extends Span {
  readonly role: SpanRole | 'rejected'
  /** Of the card or the row that tells of it. */
  readonly target: string
  readonly number: number
  /** What a reader who cannot see the colours hears: `claim 3, content, part 2 of 2`. */
  readonly label: string
  /** Whether the number stands before it: at the beginning, and wherever other words stand between. */
  readonly isNumbered: boolean
  /** `2/3` for the second of three parts. */
  readonly part: string | null
}

/** A sign before the words that somebody should look at. */
export interface Flag {
  /** Of the first of the words, in code points. */
  readonly start: number
  readonly sign: Html
}

export interface MarkedText {
  readonly claims: readonly NumberedClaim[]
  readonly rejected: readonly CandidateRecord[]
  /** Id of the claim that was asked for. */
  readonly chosen: string | null
  readonly flags?: readonly Flag[]
}

/** Words between two parts of a claim that are too few to lose it: a space, a comma, quotation marks. */
const SHORT_GAP = 3

/**
 * The inner markup of each paragraph, with every part of every claim marked. Stretches are cut wherever any mark begins
 * or ends, so that marks that are nested, split or crossing are all shown as they are: the innermost colours the stretch,
 * the others underline it. What is no part of the text (numbers, flags) bears `data-apart`.
 */
export function markParagraphs(text: CodePointText, paragraphs: readonly Span[], marked: MarkedText): Html[] {
  const marks = [
    ...marked.claims.flatMap(({ number, claim }) => toMarks(number, claim)),
    ...marked.rejected.map((candidate, index) => toRejectedMark(candidate, index + 1)),
  ]
  // Outer ones first.
  marks.sort((a, b) => b.end - b.start - (a.end - a.start) || a.number - b.number)
  const linked = new Set<string>()
  return paragraphs.map(paragraph => {
    const inside = marks.filter(mark => mark.start < paragraph.end && paragraph.start < mark.end)
    const flags = (marked.flags ?? []).filter(({ start }) => paragraph.start <= start && start < paragraph.end)
    const stretches = cutAtBorders(paragraph, inside, flags)
    const flagsAt = Map.groupBy(flags, ({ start }) => start)
    return html`${coverStretches(stretches, inside).map(
      ([stretch, covering]) =>
        html`${(flagsAt.get(stretch.start) ?? []).map(({ sign }) => sign)}${renderStretch(text, stretch, covering, marked, linked)}`,
    )}`
  })
}

/** Paragraphs of an article, each with what `markParagraphs` puts into it. */
export function markText(text: CodePointText, paragraphs: readonly Span[], marked: MarkedText): Html {
  return html`${markParagraphs(text, paragraphs, marked).map(inner => html`<p>${inner}</p>`)}`
}

function cutAtBorders(paragraph: Span, inside: readonly Mark[], flags: readonly Flag[]): Span[] {
  const borders = new Set([paragraph.start, paragraph.end, ...flags.map(({ start }) => start)])
  for (const { start, end } of inside) {
    if (start > paragraph.start) borders.add(start)
    if (end < paragraph.end) borders.add(end)
  }
  const places = [...borders].sort((a, b) => a - b)
  return places.slice(0, -1).map((start, index) => ({ start, end: places[index + 1] as number }))
}

/** Each stretch with the marks that cover it, in their order: one pass, since a paragraph may hold thousands of both. */
function coverStretches(stretches: readonly Span[], marks: readonly Mark[]): [stretch: Span, covering: Mark[]][] {
  const order = new Map(marks.map((mark, index) => [mark, index]))
  const coming = marks.toSorted((a, b) => b.start - a.start)
  let open: Mark[] = []
  return stretches.map(stretch => {
    const before = open.length
    open = open.filter(({ end }) => end > stretch.start)
    let isChanged = open.length !== before
    for (let next = coming.at(-1); next !== undefined && next.start <= stretch.start; next = coming.at(-1)) {
      coming.pop()
      open.push(next)
      isChanged = true
    }
    if (isChanged) open = open.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
    return [stretch, open]
  })
}

function renderStretch(
  text: CodePointText,
  stretch: Span,
  covering: readonly Mark[],
  { chosen }: MarkedText,
  linked: Set<string>,
): Html | string {
  const innermost = covering.at(-1)
  // The first half of a line end that a mark, or the paragraph, cuts in two.
  const isCut = text.slice({ start: stretch.end - 1, end: stretch.end + 1 }) === '\r\n'
  const words = text.slice({ start: stretch.start, end: isCut ? stretch.end - 1 : stretch.end })
  if (innermost === undefined) return words
  const outer = [...new Set(covering.slice(0, -1).map(({ role }) => role))].filter(role => role !== innermost.role)
  const depth = covering.filter(({ role }) => role === innermost.role).length
  const classes = [
    'mark',
    innermost.role,
    ...outer.map(role => `in-${role}`),
    ...(depth > 1 ? ['deep'] : []),
    ...(covering.some(({ target }) => target === `claim-${chosen}`) ? ['is-chosen'] : []),
  ]
  const targets = [...new Set(covering.map(({ target }) => target))]
  const numbers = covering.filter(mark => mark.isNumbered && mark.start === stretch.start)
  // A space between two marks is no link: it would have no name.
  if (/^\s*$/.test(text.slice(stretch)))
    return html`<span class="${classes.join(' ')}" data-claims="${targets.join(' ')}">${words}</span>`
  // The tab key stops once at each claim, not at each of its stretches.
  const isFirst = !linked.has(innermost.target)
  linked.add(innermost.target)
  return html`${numbers.map(
    ({ number, part, role, label }) =>
      html`<sup class="mark-number ${role}" data-apart aria-label="${label}">${number}${part === null ? '' : html`<i>${part}</i>`}</sup>`,
  )}<a class="${classes.join(' ')}" href="#${innermost.target}" data-claims="${targets.join(' ')}"${
    isFirst ? '' : html` tabindex="-1"`
  }>${words}</a>`
}

function toMarks(number: number, claim: NumberedClaim['claim']): Mark[] {
  const spans = claim.spans.toSorted((a, b) => a.start - b.start)
  return spans.map((span, index) => {
    const former = spans[index - 1]
    const parts = spans.filter(({ role }) => role === span.role).length
    return {
      start: span.start,
      end: span.end,
      role: span.role,
      target: `claim-${claim.id}`,
      number,
      label: `claim ${number}, ${span.role}${parts > 1 ? `, part ${span.sequence + 1} of ${parts}` : ''}`,
      isNumbered: former === undefined || span.start - former.end > SHORT_GAP,
      part: parts > 1 ? `${span.sequence + 1}/${parts}` : null,
    }
  })
}

function toRejectedMark({ start, end, reason }: CandidateRecord, number: number): Mark {
  return {
    start,
    end,
    role: 'rejected',
    target: `rejected-${number}`,
    number,
    label: `considered and rejected ${number}: ${reason}`,
    isNumbered: false,
    part: null,
  }
}
