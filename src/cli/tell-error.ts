import { CommanderError } from 'commander'
import { type ErrorCode, HearsayError } from '../domain/errors.ts'

/** What goes to standard error, and what the exit code follows from. */
export interface Told {
  readonly code: ErrorCode
  /** With the code behind it, which docs/reference/errors.md explains. */
  readonly sentence: string
}

/** What a command says of whatever ended it; null where nothing is wrong. */
export function tellError(error: unknown): Told | null {
  if (error instanceof HearsayError) return tell(error.code, error.message)
  if (error instanceof CommanderError) {
    // Help and version, which commander has printed.
    return error.exitCode === 0 ? null : tell('command-line-invalid', describeUsage(error))
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { code: 'defect', sentence: `A defect of Hearsay, please report it: ${stack}` }
}

function tell(code: ErrorCode, sentence: string): Told {
  return { code, sentence: `${sentence} [${code}]` }
}

/**
 * `error: unknown option '--jsn'⏎(Did you mean --json?)` as one sentence; what a value has to be, which comes as a sentence of its own
 * without a capital, as the end of it.
 */
function describeUsage({ message }: CommanderError): string {
  const [first = '', suggestion] = message.replace(/^error: /, '').split('\n')
  const hint = /\(Did you mean (.*)\?\)/.exec(suggestion ?? '')?.[1]
  const problem = toCapital(
    first.replace(REASON, '$1: ').replace(': Allowed choices are', ': choose from').replace(/[.]$/, ''),
  )
  return hint === undefined ? `${problem}; hearsay --help lists what there is.` : `${problem}; did you mean ${hint}?`
}

/** Behind it commander puts what a value has to be, as a sentence of its own. */
const REASON = /( is invalid(?: for argument '[^']*')?)[.] /

function toCapital(sentence: string): string {
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`
}
