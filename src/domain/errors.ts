import { type ErrorCode, kindOfError } from './errors/catalogue.ts'
import type { ExitCode } from './errors/exit-codes.ts'

export type { ErrorCode } from './errors/catalogue.ts'
export { EXIT, type ExitCode } from './errors/exit-codes.ts'

/**
 * An error that the user can act on. The message is one sentence: what happened, to which input, what to do next. `code` says
 * of which kind it is, whatever the words; `exitCode`, which a command ends with, follows from it. docs/reference/errors.md lists all codes.
 * Anything else that is thrown is a defect of Hearsay.
 *
 * @example
 * const trouble = await openDatabase('gone.db').catch(error => error.code)
 * trouble // → 'database-missing'
 */
export class HearsayError extends Error {
  override readonly name = 'HearsayError'
  readonly code: ErrorCode
  readonly exitCode: ExitCode

  constructor(message: string, code: ErrorCode, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.exitCode = kindOfError(code).exit
  }
}
