import { NAMINGS } from '../../../domain/labels.ts'
import type { Parameters } from '../../page/address.ts'
import { type Html, html } from '../../page/html.ts'
import { number } from '../../page/words.ts'
import { type DeskRequest, keptParameters } from './desk-request.ts'
import type { DeskClaim } from './read-desk.ts'

/** Whether the page's address asks for a claim. */
export function isShown({ row, hasFinding }: DeskClaim, { naming, withFindings }: DeskRequest): boolean {
  return (naming.length === 0 || naming.includes(row.naming)) && (!withFindings || hasFinding)
}

/** Links that narrow the claims by naming and findings; each says how many there are, and takes itself back. */
export function renderFilters(
  claims: readonly DeskClaim[],
  request: DeskRequest,
  addressWith: (parameters: Parameters) => string,
): Html {
  const { naming, withFindings } = request
  const isAll = naming.length === 0 && !withFindings
  const namings = NAMINGS.map(one => {
    const isChosen = naming.includes(one)
    const asked = { ...request, naming: isChosen ? naming.filter(other => other !== one) : [...naming, one] }
    const count = claims.filter(({ row }) => row.naming === one).length
    return count === 0 && !isChosen ? '' : renderFilter(one, count, isChosen, addressWith(keptParameters(asked)))
  })
  const concerned = claims.filter(({ hasFinding }) => hasFinding).length
  const findings = addressWith(keptParameters({ ...request, withFindings: !withFindings }))
  const all = addressWith(keptParameters({ ...request, naming: [], withFindings: false }))
  return html`<nav class="filters" aria-label="Claims shown">${renderFilter('all', claims.length, isAll, all)}${namings}${
    concerned === 0 && !withFindings ? '' : renderFilter('with findings', concerned, withFindings, findings)
  }</nav>`
}

function renderFilter(name: string, count: number, isChosen: boolean, address: string): Html {
  return html`<a href="${address}"${isChosen ? html` class="is-chosen" aria-current="true"` : ''}>${name} <span class="number">${number(count)}</span></a>`
}
