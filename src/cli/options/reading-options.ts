import { type Command, InvalidArgumentError, Option } from 'commander'
import { FORMATS } from '../../read/formats.ts'
import { DEEPEST, DEFAULT_LIMITS, LARGEST_BYTES, type ReadLimits } from '../../read/limits/limits.ts'
import { FIELD_ROLES, type RecordFields } from '../../read/records/record-fields.ts'
import { seconds, wholeNumber } from './argument.ts'

/** What the options of {@link addReadingOptions} leave. */
export interface ReadingOptions {
  readonly format?: string
  readonly field?: RecordFields
  readonly anyLanguage?: boolean
  readonly whole?: boolean
  readonly maxBytes: number
  readonly maxPageBytes: number
  readonly maxRatio: number
  readonly maxEntries: number
  readonly maxElements: number
  readonly maxDepth: number
  readonly readTimeout: number
}

/** Adds the options that say how inputs are read. */
export function addReadingOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--format <name>', 'format of every input, instead of what content and name say').choices(
        FORMATS.map(({ name }) => name),
      ),
    )
    .option(
      '--field <role=name>',
      `field of JSON or column of a table that holds the ${FIELD_ROLES.join(', ')}; can be given for each`,
      readField,
    )
    .option('--any-language', 'read articles in languages other than English too')
    .option(
      '--whole',
      'keep all of a plain text: bylines, share lines, comments and what else stands around its article',
    )
    .option(
      '--max-bytes <n>',
      'largest file, or entry of a file with several',
      wholeNumber(1, LARGEST_BYTES),
      DEFAULT_LIMITS.maxBytes,
    )
    .option('--max-page-bytes <n>', 'largest web page', wholeNumber(1, LARGEST_BYTES), DEFAULT_LIMITS.maxPageBytes)
    .option('--max-entries <n>', 'most entries of one file', wholeNumber(1), DEFAULT_LIMITS.maxEntries)
    .option('--max-elements <n>', 'most elements of a page or XML file', wholeNumber(1), DEFAULT_LIMITS.maxElements)
    .option(
      '--max-depth <n>',
      `deepest nesting of elements or objects, at most ${DEEPEST}`,
      wholeNumber(1, DEEPEST),
      DEFAULT_LIMITS.maxDepth,
    )
    .option(
      '--max-ratio <n>',
      'how many times its size a gzip archive may unpack to',
      wholeNumber(1),
      DEFAULT_LIMITS.maxRatio,
    )
    .addOption(
      new Option('--read-timeout <seconds>', 'most processor time for reading the markup of one article')
        .argParser(seconds)
        .default(DEFAULT_LIMITS.timeoutMs, String(DEFAULT_LIMITS.timeoutMs / 1000)),
    )
}

/** How inputs are read, as it is noted of a run. */
export interface Reading {
  /** Null where each input says itself. */
  readonly format: string | null
  readonly fields: RecordFields
  readonly anyLanguage: boolean
  /** Whether all of a plain text was kept. */
  readonly whole: boolean
  readonly limits: ReadLimits
}

/** What was given, with what holds where nothing was. */
export function readingOf(options: ReadingOptions): Reading {
  const { format = null, field: fields = {}, anyLanguage = false, whole = false } = options
  return { format, fields, anyLanguage, whole, limits: limitsOf(options) }
}

function limitsOf(options: ReadingOptions): ReadLimits {
  const { maxBytes, maxPageBytes, maxRatio, maxEntries, maxElements, maxDepth, readTimeout: timeoutMs } = options
  return { maxBytes, maxPageBytes, maxRatio, maxEntries, maxElements, maxDepth, timeoutMs }
}

function readField(value: string, before: RecordFields = {}): RecordFields {
  const [, role, name] = /^([a-z]+)=(.+)$/.exec(value) ?? []
  const known = FIELD_ROLES.find(known => known === role)
  if (known === undefined || name === undefined) {
    throw new InvalidArgumentError(`write role=name, the role being one of ${FIELD_ROLES.join(', ')}`)
  }
  return { ...before, [known]: name }
}
