import type { ExitCode } from './exit-codes.ts'

/** Status of an answer over HTTP that is none of what was asked for. */
export type FailureStatus = 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 500 | 503

/** What there is to know of one kind of fault, whatever place it is found in. */
export interface ErrorKind {
  /** What a command ends with. */
  readonly exit: ExitCode
  /** What the site and its API answer with; for what no request can cause, what would be right. */
  readonly status: FailureStatus
  /** Why it happens, in whole sentences. */
  readonly cause: string
  /** What to do next, as an order. */
  readonly remedy: string
}
