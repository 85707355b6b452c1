import { type Command, Option } from 'commander'
import { HearsayError } from '../../domain/errors.ts'
import {
  GENDERS,
  type Gender,
  SOURCE_TYPES,
  type SourceType,
  VOICE_FUNCTIONS,
  type VoiceFunction,
} from '../../domain/voice-labels.ts'
import type { NewVoiceCorrection } from '../../store/ledger/new-voice-correction.ts'

/** What can be said of a voice besides what `CorrectionOptions` has. */
export interface VoiceCorrectionOptions {
  readonly person?: readonly string[]
  readonly gender?: Gender
  readonly type?: SourceType
  readonly function?: VoiceFunction
  readonly sameAs?: string
  readonly apartFrom?: string
}

/** What of a voice is said by options that claims have not. */
const OF_VOICES = ['gender', 'type', 'function', 'sameAs', 'apartFrom'] as const

/** What may stand beside `--person` of the options that claims have, too. */
const OF_BOTH: ReadonlySet<string> = new Set(['role', 'affiliation', 'note', 'by', 'undo'])

/** What says where, and how it is printed. */
const OF_EVERY_COMMAND: ReadonlySet<string> = new Set(['db', 'json', 'nl', 'csv', 'table', 'quotations'])

export function addVoiceCorrectionOptions(command: Command): Command {
  return command
    .option(
      '--person <voices...>',
      'correct these voices instead: ids of v_person and v_voice, or the beginnings of some',
    )
    .addOption(new Option('--gender <gender>', 'of a voice, what it is').choices(GENDERS))
    .addOption(new Option('--type <type>', 'of a voice, what kind of source it is').choices(SOURCE_TYPES))
    .addOption(
      new Option('--function <function>', 'of a voice, what it is in the article for').choices(VOICE_FUNCTIONS),
    )
    .option('--same-as <voice>', 'the person of this voice, in another article, is the same')
    .option('--apart-from <voice>', 'the person of this voice is somebody else')
}

/**
 * Whether voices are corrected, and not claims.
 *
 * @param claims that were named
 * @throws HearsayError (2) where options of both are mixed
 */
export function isOfVoices(
  claims: readonly string[],
  options: VoiceCorrectionOptions & Readonly<Record<string, unknown>>,
): boolean {
  const given = OF_VOICES.filter(name => options[name] !== undefined)
  if (options.person === undefined) {
    if (given.length === 0) return false
    throw new HearsayError(
      `--${toFlag(given[0] as string)} is said of a voice: name it by --person.`,
      'argument-missing',
    )
  }
  const known = new Set<string>([...OF_VOICES, ...OF_BOTH, ...OF_EVERY_COMMAND, 'person'])
  const other = Object.keys(options).find(name => options[name] !== undefined && !known.has(name))
  if (other !== undefined || claims.length > 0)
    throw new HearsayError(
      `${other === undefined ? `"${claims[0]}"` : `--${toFlag(other)}`} is about claims, and --person about voices: correct one at a time.`,
      'argument-conflict',
    )
  if (
    options.undo === true &&
    [...given, ...['role', 'affiliation', 'note'].filter(name => options[name] !== undefined)].length > 0
  )
    throw new HearsayError(
      '--undo takes the last correction of the voice back and says nothing more of it; leave the others out.',
      'argument-conflict',
    )
  return true
}

export function readVoiceCorrection(
  { gender, type, function: of }: VoiceCorrectionOptions,
  { role, affiliation, note, by }: Readonly<Partial<Record<'role' | 'affiliation' | 'note' | 'by', string>>>,
): NewVoiceCorrection {
  return {
    gender: gender ?? null,
    sourceType: type ?? null,
    function: of ?? null,
    role: orNone(role),
    affiliation: orNone(affiliation),
    note: note ?? null,
    correctedBy: by ?? null,
  }
}

function orNone(value: string | undefined): string | null {
  return value === undefined ? null : value.toLowerCase() === 'none' ? '' : value
}

function toFlag(name: string): string {
  return name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
}
