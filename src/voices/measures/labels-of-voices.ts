import { NAMINGS, SOURCE_KINDS } from '../../domain/labels.ts'
import { GENDERS, SOURCE_TYPES, VOICE_FUNCTIONS } from '../../domain/voice-labels.ts'
import type { VoiceColumns } from '../columns/voice-columns.ts'
import type { VoiceDimension } from '../voice-selection.ts'

/** A dimension of voices: its labels, by the number that columns have for them, and whom it is counted of. */
export interface VoiceLabels {
  readonly labels: readonly string[]
  /** Shown even where nobody has them: that nobody does is what somebody looks for. */
  readonly always: readonly string[]
  /** The number of the label that says that nothing is known; -1 where there is none. */
  readonly unknown: number
  readonly columnOf: (columns: VoiceColumns) => Uint8Array
  /** Only people have a gender: bodies, groups and documents are not counted in. */
  readonly ofPeople: boolean
}

export const PERSON = SOURCE_KINDS.indexOf('person')

export const VOICE_LABELS: Readonly<Record<VoiceDimension, VoiceLabels>> = {
  gender: toLabels(GENDERS, columns => columns.gender, { always: ['woman', 'man'], ofPeople: true }),
  type: toLabels(SOURCE_TYPES, columns => columns.type),
  function: toLabels(VOICE_FUNCTIONS, columns => columns.function),
  naming: toLabels(NAMINGS, columns => columns.naming, { always: ['anonymous'] }),
  kind: toLabels(SOURCE_KINDS, columns => columns.kind),
}

function toLabels(
  labels: readonly string[],
  columnOf: VoiceLabels['columnOf'],
  { always = [], ofPeople = false }: { readonly always?: readonly string[]; readonly ofPeople?: boolean } = {},
): VoiceLabels {
  return { labels, always, unknown: labels.indexOf('unknown'), columnOf, ofPeople }
}
