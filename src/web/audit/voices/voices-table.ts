import { GENDERS, SOURCE_TYPES, VOICE_FUNCTIONS } from '../../../domain/voice-labels.ts'
import type { ListedVoice } from '../../../store/queries/voices/voices-by-rowid.ts'
import { NONE, type VoiceColumns } from '../../../voices/columns/voice-columns.ts'
import { address, articleAddress } from '../../page/address.ts'
import { type Html, html } from '../../page/html.ts'
import { voiceLabels } from '../../page/voice-words.ts'
import { count, day, namingLabel, number, title } from '../../page/words.ts'

/** A voice of a list: its row, and what the columns say of it, in which corrections are regarded. */
export interface VoiceInList {
  readonly index: number
  readonly row: ListedVoice
}

/** Voices as a table: who, what they are, how much they say, and where. */
export function renderVoices(voices: readonly VoiceInList[], columns: VoiceColumns): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Sources"><table class="ledger voices" role="table">
    <thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Source</th><th scope="col" role="columnheader">Naming</th><th scope="col" role="columnheader">As the text has it</th><th scope="col" role="columnheader" class="number">Claims</th><th scope="col" role="columnheader" class="number">Quoted words</th><th scope="col" role="columnheader">Article</th></tr></thead>
    <tbody role="rowgroup">${voices.map(({ index, row }) => renderVoice(row, index, columns))}</tbody></table></div>`
}

function renderVoice(row: ListedVoice, index: number, columns: VoiceColumns): Html {
  const claims = columns.claims[index] as number
  const said = address('/claims', { one: row.id })
  const details = [row.role, row.affiliation].filter(detail => detail !== null)
  return html`<tr role="row">
    <th scope="row" role="rowheader"><a href="${voiceAddress(row, index, columns)}">${row.name ?? row.text}</a>${
      details.length === 0
        ? ''
        : html`<span class="meta">${details.map((detail, place) => html`${place === 0 ? '' : ' · '}${detail}`)}</span>`
    }</th>
    <td role="cell" class="naming">${namingLabel(row.naming)}</td>
    <td role="cell">${voiceLabels(labelsOf(columns, index))}${
      columns.first[index] === 1 ? html`<span class="label plain">first voice</span> ` : ''
    }${columns.last[index] === 1 ? html`<span class="label plain">last voice</span>` : ''}</td>
    <td role="cell" class="number" data-label="claims">${claims === 0 ? '0' : html`<a href="${said}">${number(claims)}</a>`}</td>
    <td role="cell" class="number" data-label="quoted words">${number(columns.quotedWords[index] as number)}</td>
    <td role="cell" class="in-article"><a href="${articleAddress(row.article_id)}">${title(row)}</a>${
      row.publisher === null && row.published_utc === null
        ? ''
        : html`<span class="meta">${row.publisher ?? ''}${row.publisher === null || row.published_utc === null ? '' : ' · '}${day(row.published_utc)}</span>`
    }</td>
  </tr>`
}

/** What is known of a voice, corrections regarded. */
export function labelsOf({ gender, type, function: functions }: VoiceColumns, index: number) {
  return {
    gender: GENDERS[gender[index] as number] ?? 'unknown',
    type: SOURCE_TYPES[type[index] as number] ?? 'unknown',
    function: VOICE_FUNCTIONS[functions[index] as number] ?? 'unknown',
  } as const
}

/** The page of a person; of who is none, or has no name, what it says. */
function voiceAddress(row: ListedVoice, index: number, { speaker }: VoiceColumns): string {
  const isPerson = row.kind === 'person' && row.name !== null
  if (isPerson) return `/people/${row.id}`
  return address('/claims', speaker[index] === NONE ? { one: row.id } : { speaker: row.id })
}

/** `34 sources`, or what else is listed. */
export function countVoices(voices: number, who: 'sources' | 'unquoted' | 'people'): string {
  return who === 'sources' ? count(voices, 'source') : `${number(voices)} ${voices === 1 ? 'person' : 'people'}`
}
