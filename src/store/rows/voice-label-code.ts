import { NAMINGS, SOURCE_KINDS } from '../../domain/labels.ts'
import { GENDERS, SOURCE_TYPES, VOICE_FUNCTIONS } from '../../domain/voice-labels.ts'

/*
 * All labels of a voice as one whole number, which the stores make: as many values, or one text of them all, for each of a
 * million rows took longer to hand over and to read than all else of a row.
 */

const YES_OR_NO = ['0', '1'] as const

/** What the number is made of, the least digit first: labels in the order of their closed sets, and yes or no. */
const DIGITS = [
  { name: 'kind', labels: SOURCE_KINDS, value: byLabel('kind', SOURCE_KINDS) },
  { name: 'naming', labels: NAMINGS, value: byLabel('naming', NAMINGS) },
  { name: 'gender', labels: GENDERS, value: byLabel('gender', GENDERS) },
  { name: 'type', labels: SOURCE_TYPES, value: byLabel('source_type', SOURCE_TYPES) },
  { name: 'function', labels: VOICE_FUNCTIONS, value: byLabel('function', VOICE_FUNCTIONS) },
  { name: 'hasAffiliation', labels: YES_OR_NO, value: 'CASE WHEN affiliation IS NULL THEN 0 ELSE 1 END' },
  { name: 'first', labels: YES_OR_NO, value: 'first_voice' },
  { name: 'last', labels: YES_OR_NO, value: 'last_voice' },
] as const

export type VoiceDigit = (typeof DIGITS)[number]['name']
/** Numbers of labels in their closed sets; 1 or 0 for yes or no. */
export type VoiceDigits = Readonly<Record<VoiceDigit, number>>
export const VOICE_DIGITS: readonly VoiceDigit[] = DIGITS.map(({ name }) => name)

/** The number of a row of `voice`, as an expression of SQL that both stores understand. */
export const VOICE_LABEL_CODE = DIGITS.map(({ value }, at) => `(${value}) * ${weightOf(at)}`).join(' + ')

export function readLabelCode(code: number): VoiceDigits {
  const digits = DIGITS.map(({ name, labels }, at) => [name, Math.floor(code / weightOf(at)) % labels.length] as const)
  return Object.fromEntries(digits) as VoiceDigits
}

function weightOf(at: number): number {
  return DIGITS.slice(0, at).reduce((product, { labels }) => product * labels.length, 1)
}

/** What most voices are is asked first: the store compares one label after the other. */
function byLabel(column: string, labels: readonly string[]): string {
  const numbered = labels.map((label, number) => ({ label, number }))
  const likeliest = numbered.toSorted((a, b) => Number(b.label === 'unknown') - Number(a.label === 'unknown'))
  return `CASE "${column}" ${likeliest.map(({ label, number }) => `WHEN '${label}' THEN ${number}`).join(' ')} END`
}
