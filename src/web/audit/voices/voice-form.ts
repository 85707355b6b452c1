import { GENDERS, SOURCE_TYPES, VOICE_FUNCTIONS } from '../../../domain/voice-labels.ts'
import type { ListedVoice } from '../../../store/queries/voices/voices-by-rowid.ts'
import { renderWhy } from '../../desk/forms/edit-form.ts'
import { LONGEST_TEXT } from '../../desk/forms/read-form.ts'
import { type Html, html } from '../../page/html.ts'
import { title } from '../../page/words.ts'

/** What the form of a voice takes from what stands around it. */
export interface VoiceFormOptions {
  /** Other voices of the same person. */
  readonly others: readonly ListedVoice[]
  /** How many corrections the voice had when the form was made. */
  readonly seen: number
  /** Whether one of them can be taken back. */
  readonly isCorrected: boolean
  readonly editor: string | null
}

/** All that can be said of a voice. Fields hold what stands; whoever leaves one as it is says nothing of it. */
export function renderVoiceForm(voice: ListedVoice, { others, seen, isCorrected, editor }: VoiceFormOptions): Html {
  const action = `/people/${voice.id}`
  const text = (name: 'role' | 'affiliation', label: string) =>
    html`<div class="field"><label for="${name}">${label}</label><input id="${name}" name="${name}" maxlength="${LONGEST_TEXT}" value="${voice[name] ?? ''}" autocomplete="off"></div>`
  return html`<div class="edit"><form class="correct" method="post" action="${action}/correct" aria-labelledby="correct">
      <h4 id="correct">Correct who this is here</h4><input type="hidden" name="seen" value="${seen}">
      ${select('gender', 'Gender', GENDERS, voice.gender)}
      ${select('type', 'Source type', SOURCE_TYPES, voice.source_type)}
      ${select('function', 'Function', VOICE_FUNCTIONS, voice.function)}
      ${text('role', 'Role, or none')}
      ${text('affiliation', 'Affiliation, or none')}
      <div class="field wide"><label for="same">Same person as: the address of their page</label><input id="same" name="same" maxlength="${LONGEST_TEXT}" placeholder="/people/…" autocomplete="off"></div>
      ${
        others.length === 0
          ? ''
          : html`<div class="field wide"><label for="apart">Somebody else than in</label><select id="apart" name="apart"><option value=""></option>${others.map(
              other => html`<option value="${other.id}">${title(other)}</option>`,
            )}</select></div>`
      }
      ${renderWhy('note', 'by', editor)}
      <p class="buttons"><button type="submit">Save</button>${isCorrected ? html` <button formaction="${action}/undo">Undo last</button>` : ''}</p>
      <p class="meta">It holds for this article; what was judged is kept beside it, and every figure follows at once.</p>
    </form></div>`
}

function select(name: string, label: string, values: readonly string[], stands: string): Html {
  return html`<div class="field"><label for="${name}">${label}</label><select id="${name}" name="${name}">${values.map(
    value => html`<option value="${value}"${value === stands ? html` selected` : ''}>${value}</option>`,
  )}</select></div>`
}
