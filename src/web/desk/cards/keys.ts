import { address } from '../../page/address.ts'
import { type Html, html } from '../../page/html.ts'
import type { DeskClaim } from './read-desk.ts'

/** What each key of the desk does, in the order in which it is told; those of the second kind need `--edit`. */
const KEYS: readonly (readonly [keys: readonly string[], does: string, isEditing?: boolean])[] = [
  [['j', 'n'], 'next claim'],
  [['k', 'p'], 'previous claim'],
  [['Enter'], 'why it is a claim'],
  [['a'], 'accept it', true],
  [['r'], 'reject it; asks once', true],
  [['u'], 'undo its last correction', true],
  [['e'], 'edit it', true],
  [['m'], 'mark words by the keyboard: arrows choose words, Shift adds, Enter offers what they are', true],
  [['/'], 'search'],
  [['?'], 'these keys'],
  [['Esc'], 'close, or leave off'],
]

/** What is marked how, and the keys: open to who asks, with and without scripts. */
export function renderKeys(isEditable: boolean): Html {
  return html`<details class="keys-help" id="keys"><summary>Keys</summary>
    <div class="keys-box"><dl>${KEYS.filter(([, , isEditing]) => isEditable || isEditing !== true).map(
      ([keys, does]) => html`<div><dt>${keys.map(key => html`<kbd>${key}</kbd> `)}</dt><dd>${does}</dd></div>`,
    )}</dl>
    <p class="meta needs-script">Keys need scripts, which are off here.</p>
    <p class="with-script" hidden><label><input type="checkbox" class="keys-on" checked> Single keys work on this page</label></p></div>
  </details>`
}

/** On a narrow screen: where one is among the claims, and the ways on and back. Steps with the keys and the cards. */
export function renderStrip(claims: readonly DeskClaim[], chosen: string | null): Html | string {
  const at = Math.max(
    0,
    claims.findIndex(({ id }) => id === chosen),
  )
  const claim = claims[at]
  if (claim === undefined) return ''
  const { row, who, number } = claim
  const link = (other: DeskClaim | undefined, words: string, sign: string) =>
    other === undefined
      ? html`<span class="off" aria-hidden="true">${sign}</span>`
      : html`<a href="${address('', {}, `claim-${other.id}`)}" data-claim="${other.id}" aria-label="${words}">${sign}</a>`
  return html`<nav class="strip" aria-label="Claims, one after another">
    ${link(claims[at - 1], 'Previous claim', '‹')}
    <a class="strip-claim" href="#claim-${claim.id}" data-claim="${claim.id}"><span class="card-number">${number}</span> <span class="role source">${who.shown ?? 'No source'}</span> <span class="role cue">${row.cue}</span> <span class="what">${row.content ?? ''}</span></a>
    ${link(claims[at + 1], 'Next claim', '›')}
  </nav>`
}
