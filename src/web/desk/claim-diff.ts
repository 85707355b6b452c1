import type { Correction } from '../../store/queries/corrections.ts'
import type { ClaimView } from '../../store/schema.ts'
import { type Html, html } from '../page/html.ts'
import { instant } from '../page/words.ts'

/** What of a claim a correction may say otherwise, as columns of `v_claim`; the machine's stand in `machine_` columns. */
const FIELDS = [
  ['status', 'status'],
  ['who says it', 'name'],
  ['naming', 'naming'],
  ['role', 'role'],
  ['affiliation', 'affiliation'],
  ['source', 'source'],
  ['cue', 'cue'],
  ['content', 'content'],
  ['addressee', 'addressee'],
  ['act', 'act'],
  ['quotation', 'quotation'],
  ['negated', 'negated'],
] as const

/** What the machine found and what stands after the corrections, field by field, where they differ. */
export function renderDiff(row: ClaimView, corrections: readonly Correction[]): Html | string {
  const columns = row as unknown as Readonly<Record<string, string | number | null>>
  const rows = FIELDS.flatMap(([label, column]) => {
    const machine = `machine_${column}`
    if (!(machine in columns) || columns[machine] === columns[column]) return []
    return [{ label, machine: inWords(column, columns[machine]), stands: inWords(column, columns[column]) }]
  })
  const last = corrections.findLast(({ state }) => state === 'in force')
  if (rows.length === 0 || last === undefined) return ''
  return html`<section class="diff"><h2>Machine and editor</h2>
    <div class="scroll" tabindex="0" role="group" aria-label="What the machine found and what stands now"><table>
      <thead><tr><th scope="col">Field</th><th scope="col">The machine found</th><th scope="col">Stands now</th></tr></thead>
      <tbody>${rows.map(
        ({ label, machine, stands }) =>
          html`<tr><th scope="row">${label}</th><td>${machine === null ? html`<span class="none">none</span>` : html`<del>${machine}</del>`}</td><td>${
            stands === null ? html`<span class="none">none</span>` : html`<ins>${stands}</ins>`
          }</td></tr>`,
      )}</tbody></table></div>
    <p class="meta">By ${last.corrected_by ?? 'somebody who gave no name'}, ${instant(last.corrected_at)}${last.note === null ? '' : html`: “${last.note}”`}</p></section>`
}

function inWords(column: string, value: string | number | null | undefined): string | null {
  if (value === null || value === undefined) return null
  if (column === 'negated') return Number(value) === 1 ? 'yes' : 'no'
  return String(value)
}
