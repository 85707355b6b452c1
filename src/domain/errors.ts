/** Exit codes of every command, as sysexits.h and shell custom have them. */
export const EXIT = {
  ok: 0,
  findings: 1,
  usage: 2,
  someFailed: 3,
  database: 4,
  defect: 70,
  io: 74,
  interrupted: 130,
} as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/**
 * An error that the user can act on. The message is one sentence: what happened, to which input, what to do next.
 * Anything else that is thrown is a defect of Hearsay.
 */
export class HearsayError extends Error {
  override readonly name = 'HearsayError'
  readonly exitCode: ExitCode

  constructor(message: string, exitCode: ExitCode, options?: ErrorOptions) {
    super(message, options)
    this.exitCode = exitCode
  }
}
