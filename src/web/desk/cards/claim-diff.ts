import type { Explanation } from '../../../audit/explain.ts'
import { readSpans } from '../../../corrections/ledger-entry.ts'
import type { SpanRole } from '../../../domain/labels.ts'
import type { Correction } from '../../../store/queries/corrections/corrections.ts'
import { type Html, html } from '../../page/html.ts'
import { instant } from '../../page/words.ts'

/** Fields by names that people know them by; the others are known by their own. */
const LABELS: Readonly<Record<string, string>> = { name: 'who says it', source: 'source', status: 'verdict' }

/** What the machine found and what an editor says, field by field, each with by whom, when and why. */
export function renderDiff({ differences, corrections, machine }: Explanation): Html | string {
  if (differences.length === 0) return ''
  return html`<section class="diff"><h2>Machine and editor</h2>
    ${machine === null ? html`<p class="note">The machine did not find this claim; somebody added it.</p>` : ''}
    <div class="scroll" tabindex="0" role="group" aria-label="What the machine found and what the editor says"><table>
      <thead><tr><th scope="col">Field</th><th scope="col">Machine</th><th scope="col">Editor</th><th scope="col">By whom and why</th></tr></thead>
      <tbody>${differences.map(
        difference =>
          html`<tr><th scope="row">${LABELS[difference.field] ?? difference.field}</th><td>${
            difference.machine === null ? html`<span class="none">none</span>` : html`<del>${difference.machine}</del>`
          }</td><td>${
            difference.editor === null ? html`<span class="none">none</span>` : html`<ins>${difference.editor}</ins>`
          }</td><td class="meta">${renderBy(corrections.findLast(one => one.state === 'in force' && saysOf(one, difference.field)))}</td></tr>`,
      )}</tbody></table></div></section>`
}

function renderBy(correction: Correction | undefined): Html | string {
  if (correction === undefined) return ''
  const { corrected_by, corrected_at, note } = correction
  return html`${corrected_by === null ? '' : html`${corrected_by}, `}${instant(corrected_at)}${note === null ? '' : html`: “${note}”`}`
}

function saysOf(correction: Correction, field: string): boolean {
  const { adds, verdict, source, naming } = correction
  if (adds === 1) return true
  switch (field) {
    case 'status':
      return verdict !== null
    // Whoever says that a source is not named says with it that it has no name.
    case 'name':
    case 'naming':
      return naming !== null || source !== null
    case 'source':
    case 'cue':
    case 'content':
    case 'addressee':
      return readSpans(correction.spans)[field satisfies SpanRole] !== undefined
    case 'quotation':
      return correction.quotation !== null
    default:
      return (correction as unknown as Readonly<Record<string, unknown>>)[field] !== null
  }
}
