import type { Explanation } from '../../../audit/explain.ts'
import { SPAN_ROLES } from '../../../domain/labels.ts'
import type { Span } from '../../../domain/span.ts'
import { CodePointText } from '../../../domain/text/code-point-text.ts'
import { type Html, html } from '../html.ts'

/** The sentences of a claim with its parts marked, and, paler, what stands around them in the paragraph. */
export function renderContext({ context, spans }: Pick<Explanation, 'context' | 'spans'>): Html {
  const shown = new CodePointText(`${context.before}${context.text}${context.after}`)
  const first = context.start - new CodePointText(context.before).length
  const inside = (span: Span): Span => ({ start: span.start - first, end: span.end - first })
  const marks = spans
    .map(span => ({ role: span.role, ...inside(span) }))
    .filter(({ start, end }) => start >= 0 && end <= shown.length)
  const sentences = inside(context)
  const borders = new Set([
    0,
    shown.length,
    sentences.start,
    sentences.end,
    ...marks.flatMap(({ start, end }) => [start, end]),
  ])
  const places = [...borders].sort((a, b) => a - b)
  const stretches = places.slice(0, -1).map((start, index) => {
    const end = places[index + 1] as number
    const words = shown.slice({ start, end })
    const mark = marks.find(mark => mark.start <= start && end <= mark.end)
    if (mark !== undefined) return html`<span class="mark ${mark.role}">${words}</span>`
    return sentences.start <= start && end <= sentences.end ? words : html`<span class="around">${words}</span>`
  })
  const roles = SPAN_ROLES.filter(role => marks.some(mark => mark.role === role))
  return html`<p class="in-context">${stretches}</p>
    <p class="legend"><span class="legend-name">Marked:</span> ${roles.map(role => html`<span class="mark ${role}">${role}</span> `)}</p>`
}
