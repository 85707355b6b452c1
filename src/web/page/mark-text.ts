import type { CodePointText } from '../../domain/code-point-text.ts'
import type { SpanRole } from '../../domain/labels.ts'
import type { CandidateRecord, ClaimRecord } from '../../domain/record.ts'
import type { Span } from '../../domain/span.ts'
import { type Html, html } from './html.ts'

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

export interface MarkedText {
  readonly claims: readonly NumberedClaim[]
  readonly rejected: readonly CandidateRecord[]
  /** Id of the claim that was asked for. */
  readonly chosen: string | null
  /** Whether the first paragraph is the article's title, and so the heading of the page. */
  readonly isHeaded?: boolean
}

/** Words between two parts of a claim that are too few to lose it: a space, a comma, quotation marks. */
const SHORT_GAP = 3

/**
 * Paragraphs of an article with every part of every claim marked. Stretches are cut wherever any mark begins or ends,
 * so that marks that are nested, split or crossing are all shown as they are: the innermost colours the stretch, the
 * others underline it.
 */
export function markText(text: CodePointText, paragraphs: readonly Span[], marked: MarkedText): Html {
  const marks = [
    ...marked.claims.flatMap(({ number, claim }) => toMarks(number, claim)),
    ...marked.rejected.map((candidate, index) => toRejectedMark(candidate, index + 1)),
  ]
  // Outer ones first.
  marks.sort((a, b) => b.end - b.start - (a.end - a.start) || a.number - b.number)
  const linked = new Set<string>()
  return html`${paragraphs.map((paragraph, place) => {
    const inside = marks.filter(mark => mark.start < paragraph.end && paragraph.start < mark.end)
    const borders = new Set([paragraph.start, paragraph.end])
    for (const { start, end } of inside) {
      if (start > paragraph.start) borders.add(start)
      if (end < paragraph.end) borders.add(end)
    }
    const places = [...borders].sort((a, b) => a - b)
    const stretches = places
      .slice(0, -1)
      .map((start, index) => renderStretch(text, { start, end: places[index + 1] as number }, inside, marked, linked))
    return place === 0 && marked.isHeaded === true ? html`<h1>${stretches}</h1>` : html`<p>${stretches}</p>`
  })}`
}

function renderStretch(
  text: CodePointText,
  stretch: Span,
  marks: readonly Mark[],
  { chosen }: MarkedText,
  linked: Set<string>,
): Html | string {
  const covering = marks.filter(mark => mark.start <= stretch.start && stretch.end <= mark.end)
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
      html`<sup class="mark-number ${role}" aria-label="${label}">${number}${part === null ? '' : html`<i>${part}</i>`}</sup>`,
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
    label: `rejected candidate ${number}: ${reason}`,
    isNumbered: false,
    part: null,
  }
}
