import { sayOfVoice } from '../../../corrections/say-of-voice.ts'
import type { VoiceCorrection } from '../../../store/queries/corrections/voice-corrections.ts'
import { type Html, html } from '../../page/html.ts'
import { day } from '../../page/words.ts'

/** Everything that people said of a voice, the last first, with who and when. */
export function renderVoiceCorrections(corrections: readonly VoiceCorrection[]): Html {
  if (corrections.length === 0) return html``
  return html`<ul class="evidence" aria-label="Corrections">${corrections
    .toReversed()
    .map(
      correction =>
        html`<li><span class="label plain">corrected${
          correction.corrected_by === null ? '' : html` by ${correction.corrected_by}`
        } on ${day(correction.corrected_at)}</span> ${sayOfVoice(correction).join('; ')}${
          correction.note === null ? '' : html` “${correction.note}”`
        }${correction.state === 'in force' ? '' : html` <span class="meta">${correction.state}</span>`}</li>`,
    )}</ul>`
}
