import { type ErrorCode, HearsayError } from '../../domain/errors.ts'

/** An error on its way between threads, where its class and code would be lost. */
export interface CarriedError {
  readonly message: string
  /** Null for a defect of Hearsay. */
  readonly code: ErrorCode | null
  readonly stack: string | null
}

export function carryError(thrown: unknown): CarriedError {
  if (!(thrown instanceof Error)) return { message: String(thrown), code: null, stack: null }
  const code = thrown instanceof HearsayError ? thrown.code : null
  return { message: thrown.message, code, stack: thrown.stack ?? null }
}

/** An equal error in this thread; the stack stays that of the thread where it was thrown. */
export function restoreError({ message, code, stack }: CarriedError): Error {
  const error = code === null ? new Error(message) : new HearsayError(message, code)
  if (stack !== null) error.stack = stack
  return error
}
