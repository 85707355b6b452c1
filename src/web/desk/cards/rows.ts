import type { Article } from '../../../domain/article.ts'
import type { CandidateRecord } from '../../../domain/record.ts'
import type { Span } from '../../../domain/span.ts'
import type { CodePointText } from '../../../domain/text/code-point-text.ts'
import type { Policy } from '../../../policy/policy.ts'
import { markParagraphs } from '../../page/article/mark-text.ts'
import { type Html, html } from '../../page/html.ts'
import { languageOf } from '../../page/language.ts'
import { type NumberedFinding, renderFinding, renderFlag } from './finding.ts'
import type { DeskClaim } from './read-desk.ts'

/** What stands in the rows of a desk. */
export interface DeskRows {
  readonly article: Pick<Article, 'language'>
  readonly text: CodePointText
  readonly paragraphs: readonly Span[]
  /** Whether the first paragraph is the article's title, and so the heading of the page. */
  readonly isHeaded: boolean
  /** Those that are shown, in reading order. */
  readonly claims: readonly DeskClaim[]
  readonly findings: readonly NumberedFinding[]
  readonly rejected: readonly CandidateRecord[]
  readonly chosen: string | null
  /** Words that somebody was led to, which are no claim's. */
  readonly at: Span | null
  readonly policy: Policy
  readonly claimOf: (id: string) => DeskClaim | undefined
  readonly addressOf: (claimId: string) => string
  readonly renderCard: (claim: DeskClaim) => Html
}

/** The text, paragraph by paragraph, each with its findings and claims beside it. */
export function renderRows(rows: DeskRows): Html {
  const { text, paragraphs, claims, findings, chosen, rejected } = rows
  const inners = markParagraphs(text, paragraphs, {
    claims: claims.map(({ number, id, spans, context }) => ({ number, claim: { id, spans, context } })),
    rejected,
    chosen,
    flags: [
      ...(rows.at === null ? [] : [{ start: rows.at.start, sign: POINTER }]),
      ...findings.flatMap(one =>
        one.finding.span === null ? [] : [{ start: one.finding.span.start, sign: renderFlag(one) }],
      ),
    ],
  })
  const claimsAt = Map.groupBy(claims, ({ row }) => paragraphAt(paragraphs, row.start))
  const findingsAt = Map.groupBy(findings, ({ finding }) => paragraphAt(paragraphs, finding.span?.start ?? 0))
  return html`${paragraphs.map((paragraph, place) => {
    const measured = html`data-at="${paragraph.start}"${renderReturns(text, paragraph)}`
    const inner = inners[place] ?? ''
    return html`<div class="row">
      <div class="text" lang="${languageOf(rows.article.language)}" dir="auto">${
        place === 0 && rows.isHeaded ? html`<h1 ${measured}>${inner}</h1>` : html`<p ${measured}>${inner}</p>`
      }</div>
      ${renderMargin(rows, findingsAt.get(place) ?? [], claimsAt.get(place) ?? [])}
    </div>`
  })}`
}

const POINTER = html`<span id="at" class="pointer" data-apart tabindex="-1" role="img" aria-label="The words that the link leads to">☞</span>`

function renderMargin(
  rows: DeskRows,
  findings: readonly NumberedFinding[],
  claims: readonly DeskClaim[],
): Html | string {
  if (findings.length === 0 && claims.length === 0) return ''
  const here = new Set(claims.map(({ id }) => id))
  // A finding stands before the claim that it concerns first; what concerns none that is here, before all.
  const before = Map.groupBy(findings, ({ finding }) => finding.claims.find(id => here.has(id)) ?? null)
  const render = (some: readonly NumberedFinding[] = []) =>
    some.map(one => renderFinding(one, rows.policy, rows.claimOf, rows.addressOf))
  return html`<ol class="margin">${render(before.get(null))}${claims.map(
    claim => html`${render(before.get(claim.id))}${rows.renderCard(claim)}`,
  )}</ol>`
}

/** Which paragraph an offset stands in, or before which it stands last. */
function paragraphAt(paragraphs: readonly Span[], offset: number): number {
  let low = 0
  let high = paragraphs.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((paragraphs[middle] as Span).start <= offset) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}

/**
 * Where carriage returns of line ends stand, in code points: a page has a line feed alone for both, and whoever counts
 * what was selected on it has to know.
 */
function renderReturns(text: CodePointText, paragraph: Span): Html | string {
  const words = text.slice(paragraph)
  if (!words.includes('\r\n')) return ''
  const returns: number[] = []
  let at = paragraph.start
  let before = ''
  for (const character of words) {
    if (before === '\r' && character === '\n') returns.push(at - 1)
    before = character
    at++
  }
  return html` data-returns="${returns.join(' ')}"`
}
