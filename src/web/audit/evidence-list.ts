import type { VoiceField } from '../../domain/voice-labels.ts'
import type { ShownEvidence } from '../../store/queries/voices-by-rowid.ts'
import { type Html, html } from '../page/html.ts'

/** What a field of a voice rests on: for what it speaks, the words and where they stand, why; what no text says is marked weak. */
export function renderEvidenceOf(evidence: readonly ShownEvidence[], field: VoiceField): Html {
  const own = evidence.filter(one => one.field === field)
  if (own.length === 0) return html``
  return html`<ul class="evidence">${own.map(({ value, words, start, end, rule, reason }) => {
    const isWeak = start === null
    return html`<li><span class="label${isWeak ? ' evidence-weak' : ''}">${value}</span> ${
      words === null ? '' : html`“${words}” <span class="offsets">${start}–${end}</span> `
    }${reason}${isWeak ? html` <strong class="weak">Weak evidence: a list says it, not the text.</strong>` : ''} <span class="rule"><code>${rule}</code></span></li>`
  })}</ul>`
}

/** Whether what speaks for a field speaks for more than one thing. */
export function contradicts(evidence: readonly ShownEvidence[], field: VoiceField): boolean {
  return new Set(evidence.filter(one => one.field === field).map(({ value }) => value)).size > 1
}
