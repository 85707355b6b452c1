import type { VoiceField } from '../../../domain/voice-labels.ts'
import type { ShownEvidence } from '../../../store/queries/voices/voices-by-rowid.ts'
import { type Html, html } from '../../page/html.ts'
import { count } from '../../page/words.ts'

/** Places that are told of words that say the same many times. */
const PLACES_SHOWN = 8

/**
 * What a field of a voice rests on: for what it speaks, the words and where they stand, why. The same words are told once, with
 * all their places; what no words of the text say is marked as weak.
 */
export function renderEvidenceOf(evidence: readonly ShownEvidence[], field: VoiceField): Html {
  const own = evidence.filter(one => one.field === field)
  if (own.length === 0) return html``
  const groups = Map.groupBy(own, ({ value, rule, words, reason }) =>
    JSON.stringify([value, rule, words?.toLowerCase() ?? reason]),
  )
  return html`<ul class="evidence">${[...groups.values()].map(renderGroup)}</ul>`
}

function renderGroup(group: readonly ShownEvidence[]): Html {
  const { value, words, start, rule, reason } = group[0] as ShownEvidence
  const isWeak = start === null
  return html`<li><span class="label${isWeak ? ' evidence-weak' : ''}">${value}</span> ${
    words === null ? '' : html`“${words}” ${renderPlaces(group)} `
  }${reason}${isWeak ? html` <strong class="weak">Weak evidence: no words of the text say it.</strong>` : ''} <span class="rule"><code>${rule}</code></span></li>`
}

function renderPlaces(group: readonly ShownEvidence[]): Html {
  const shown = group.slice(0, PLACES_SHOWN)
  const more = group.length - shown.length
  return html`<span class="offsets">${shown.map(({ start, end }) => `${start}–${end}`).join(', ')}${more > 0 ? ` and ${count(more, 'place')} more` : ''}</span>`
}

/** Whether what speaks for a field speaks for more than one thing. */
export function contradicts(evidence: readonly ShownEvidence[], field: VoiceField): boolean {
  return new Set(evidence.filter(one => one.field === field).map(({ value }) => value)).size > 1
}
