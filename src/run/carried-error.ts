import { type ExitCode, HearsayError } from '../domain/errors.ts'

/** An error on its way between threads, where its class and exit code would be lost. */
export interface CarriedError {
  readonly message: string
  /** Null for a defect of Hearsay. */
  readonly exitCode: ExitCode | null
  readonly stack: string | null
}

export function carryError(thrown: unknown): CarriedError {
  if (!(thrown instanceof Error)) return { message: String(thrown), exitCode: null, stack: null }
  const exitCode = thrown instanceof HearsayError ? thrown.exitCode : null
  return { message: thrown.message, exitCode, stack: thrown.stack ?? null }
}

/** An equal error in this thread; the stack stays that of the thread where it was thrown. */
export function restoreError({ message, exitCode, stack }: CarriedError): Error {
  const error = exitCode === null ? new Error(message) : new HearsayError(message, exitCode)
  if (stack !== null) error.stack = stack
  return error
}
