import { type Command, InvalidArgumentError, Option } from 'commander'
import type { SpansByRole } from '../../corrections/ledger-entry.ts'
import { HearsayError } from '../../domain/errors.ts'
import { ACTS, type Act, NAMINGS, type Naming, QUOTATION_TYPES, type QuotationType } from '../../domain/labels.ts'
import type { Span } from '../../domain/span.ts'
import type { NewCorrection } from '../../store/ledger/new-correction.ts'
import type { Verdict } from '../../store/schema.ts'
import { words, wordsOrNone } from '../options/argument.ts'

/** What can be said of a claim. */
export interface CorrectionOptions {
  readonly reject?: boolean
  readonly accept?: boolean
  readonly withdraw?: boolean
  readonly source?: string
  readonly sourceSpan?: readonly Span[]
  readonly cue?: readonly Span[]
  readonly content?: readonly Span[]
  readonly addressee?: readonly Span[]
  readonly act?: Act
  readonly negated?: boolean
  readonly quotation?: QuotationType
  readonly naming?: Naming
  readonly role?: string
  readonly affiliation?: string
  readonly note?: string
  readonly by?: string
}

/** Everything that is said of a claim, but not of who says it and why. */
const SAYING = [
  ...(['reject', 'accept', 'withdraw', 'source', 'sourceSpan', 'cue', 'content', 'addressee', 'act'] as const),
  ...(['negated', 'quotation', 'naming', 'role', 'affiliation'] as const),
] as const satisfies readonly (keyof CorrectionOptions)[]

export function addCorrectionOptions(command: Command): Command {
  const spans = (flags: string, what: string) => new Option(flags, what).argParser(readSpanList)
  return command
    .addOption(new Option('--reject', 'it is no claim: hide it').conflicts(['accept', 'withdraw']))
    .addOption(new Option('--accept', 'it is right, or right after all').conflicts('withdraw'))
    .addOption(new Option('--withdraw', 'take all earlier corrections back').conflicts(['source', ...SAYING.slice(4)]))
    .option('--source <name>', 'name of who really says it', words)
    .addOption(spans('--source-span <spans>', 'where its source stands: 10-20, several with commas, or none'))
    .addOption(spans('--cue <spans>', 'where its cue stands'))
    .addOption(spans('--content <spans>', 'where its content stands'))
    .addOption(spans('--addressee <spans>', 'where its addressee stands'))
    .addOption(new Option('--act <act>', 'what is done by saying it').choices(ACTS))
    .addOption(new Option('--negated <yes|no>', 'whether it says that it was not said').argParser(readTruth))
    .addOption(
      new Option('--quotation <type>', 'how it is quoted, where the marks do not tell').choices(QUOTATION_TYPES),
    )
    .addOption(new Option('--naming <naming>', 'how its source is named').choices(NAMINGS))
    .option('--role <text>', 'role of the source', wordsOrNone('role'))
    .option('--affiliation <text>', 'what the source belongs to', wordsOrNone('affiliation'))
    .option('--note <text>', 'why, or anything else worth keeping', words)
    .addOption(new Option('--by <name>', 'who corrects').env('HEARSAY_BY').argParser(words))
}

export function isSaying(options: CorrectionOptions): boolean {
  return SAYING.some(option => options[option] !== undefined)
}

/** @throws HearsayError (2) where nothing is said at all */
export function readCorrection(options: CorrectionOptions): NewCorrection {
  const { reject, accept, withdraw, source, note, by, act, negated, quotation, naming, role, affiliation } = options
  if (!isSaying(options) && note === undefined)
    throw new HearsayError(
      'Nothing to correct was given: say --reject, --accept, --withdraw, --undo, --note TEXT, or what it is, as --source NAME or --content FROM-TO.',
      'correction-empty',
    )
  for (const name of ['role', 'affiliation'] as const) refuseNone(name, options[name])
  const verdict: Verdict | null = reject ? 'rejected' : accept ? 'accepted' : withdraw ? 'withdrawn' : null
  const spans = readSpans(options)
  return {
    verdict,
    source: source ?? null,
    note: note ?? null,
    correctedBy: by ?? null,
    ...(Object.keys(spans).length === 0 ? {} : { spans }),
    act: act ?? null,
    negated: negated ?? null,
    quotation: quotation ?? null,
    naming: naming ?? null,
    role: role ?? null,
    affiliation: affiliation ?? null,
  }
}

/** What a claim says of its source adds to what the machine found, and takes nothing away. */
function refuseNone(name: 'role' | 'affiliation', value: string | undefined): void {
  if (value?.toLowerCase() === 'none')
    throw new HearsayError(
      `That somebody has no ${name} is said of the voice and not of a claim: hearsay correct --person ID --${name} none.`,
      'argument-conflict',
    )
}

function readSpans({ sourceSpan, cue, content, addressee }: CorrectionOptions): SpansByRole {
  return {
    ...(sourceSpan === undefined ? {} : { source: sourceSpan }),
    ...(cue === undefined ? {} : { cue }),
    ...(content === undefined ? {} : { content }),
    ...(addressee === undefined ? {} : { addressee }),
  }
}

/** `936-1087,1090-1100`, or `none`. */
function readSpanList(value: string): Span[] {
  if (value.trim() === 'none') return []
  return value.split(',').map(part => {
    const [, start, end] = /^\s*(\d+)\s*[-–:]\s*(\d+)\s*$/.exec(part) ?? []
    if (start === undefined || end === undefined)
      throw new InvalidArgumentError(
        'write FROM-TO as explain prints it, counted in characters (code points) from 0, TO behind the last; or none',
      )
    return { start: Number(start), end: Number(end) }
  })
}

/** `1001`, or several with commas. */
export function readOffsets(value: string): number[] {
  return value.split(',').map(part => {
    if (!/^\s*\d+\s*$/.test(part))
      throw new InvalidArgumentError('write an offset in code points, or several with commas')
    return Number(part)
  })
}

function readTruth(value: string): boolean {
  if (value !== 'yes' && value !== 'no') throw new InvalidArgumentError('say yes or no')
  return value === 'yes'
}
