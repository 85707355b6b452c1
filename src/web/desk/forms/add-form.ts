import { ACTS } from '../../../domain/labels.ts'
import { type Html, html } from '../../page/html.ts'
import { DESK_FORM } from '../cards/desk-card.ts'
import { renderPlaces, renderWhy } from './edit-form.ts'
import { LONGEST_TEXT } from './read-form.ts'

const PARTS = [
  ['cue', 'Cue'],
  ['content', 'Content'],
  ['source', 'Source'],
  ['addressee', 'Addressee'],
] as const

/** The form for a claim that was missed. With scripts its places are filled from what is selected in the text. */
export function renderAddForm(articleId: string, back: string, names: readonly string[], editor: string | null): Html {
  return html`<details class="add-claim" id="add-claim"><summary>Add a claim that was missed</summary>
    <form class="correct" method="post" action="/articles/${articleId}/claims" aria-label="Add a claim that was missed">
      <input type="hidden" name="back" value="${back}">
      <p class="meta with-script" hidden>Select words in the text, and say what they are. A claim needs its content, its cue, or both.</p>
      ${PARTS.map(
        ([
          part,
          label,
        ]) => html`<fieldset class="part-of-claim" data-part="${part}"><legend class="role ${part}">${label}</legend>
        <div class="places-of-part">${renderPlaces(`${part}_`, `add-${part}`, label)}</div>
        <output class="words" for="add-${part}-start add-${part}-end"></output></fieldset>`,
      )}
      <div class="field"><label for="add-name">Who says it</label><input id="add-name" name="source" list="all-names" maxlength="${LONGEST_TEXT}" autocomplete="off">
        <datalist id="all-names">${names.map(name => html`<option value="${name}"></option>`)}</datalist></div>
      <div class="field"><label for="add-act">Act</label><select id="add-act" name="act">${ACTS.map(
        act => html`<option value="${act}">${act}</option>`,
      )}</select></div>
      ${renderWhy('add-note', 'add-by', editor)}
      <p class="buttons"><button type="submit">Add the claim</button> <button type="button" class="cancel with-script" hidden>Cancel</button></p>
      <p class="meta needs-script">Places count code points from the start of the article, the end behind the last character.</p>
    </form>
  </details>`
}

/** What the buttons of the cards send along: who says so, and where to come back to. */
export function renderDeskForm(back: string, editor: string | null): Html {
  return html`<form class="desk-form" id="${DESK_FORM}" method="post" aria-label="Who corrects">
    <input type="hidden" name="back" value="${back}">
    <label for="desk-by">Your name</label> <input id="desk-by" name="by" maxlength="${LONGEST_TEXT}" value="${editor ?? ''}" autocomplete="name">
  </form>`
}

/** Offers what the selected words may be; shown by scripts beside what is selected. */
export function renderMarking(): Html {
  return html`<div class="marking" role="toolbar" aria-label="The selected words" hidden>
    <span class="marking-of"></span>
    ${PARTS.map(([part, label]) => html`<button type="button" class="small" data-mark="${part}"><span class="mark ${part}">${label}</span></button>`)}
    <button type="button" class="small" data-how="add" aria-pressed="false" title="Keep what is marked, and mark these words, too">+ also</button>
    <button type="button" class="small" data-split>Split here</button>
    <button type="button" class="small" data-new>New claim</button>
  </div>`
}
