import { HearsayError } from '../../domain/errors.ts'

/** The database can take another run only when this one has ended. */
export function heldByRun(path: string, runId: number, process: number): HearsayError {
  return new HearsayError(
    `${path} is in use by run ${runId}, process ${process}; wait until it has ended, or stop it, and run again.`,
    'database-in-use',
  )
}

/** Whether an error is that one. */
export function isHeldByRun(error: unknown): boolean {
  return error instanceof HearsayError && error.code === 'database-in-use'
}
