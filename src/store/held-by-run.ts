import { EXIT, HearsayError } from '../domain/errors.ts'

/** The database can take another run only when this one has ended. */
export function heldByRun(path: string, runId: number, process: number): HearsayError {
  return new HearsayError(
    `${path} is in use by run ${runId}, process ${process}; wait until it has ended, or stop it, and run again.`,
    EXIT.database,
  )
}

/** Whether an error is that one. It is known by its words: between threads an error keeps nothing else. */
export function isHeldByRun(error: unknown): boolean {
  return error instanceof HearsayError && / is in use by run \d+, process \d+; wait until/.test(error.message)
}
