import { Option } from 'commander'
import { EXIT, HearsayError } from '../../domain/errors.ts'
import { updateAcross } from '../../families/update.ts'
import { note, type Surroundings } from '../surroundings.ts'
import type { RunLog } from './run-log.ts'

export interface QuotationsOption {
  readonly quotations?: boolean | undefined
}

/** From so many articles on it is said what takes a while. */
const MANY = 10_000

/** `--no-quotations`, which every command takes that stores or changes claims. */
export function quotationsOption(): Option {
  return new Option('--no-quotations', 'leave it to another time to look for the same words in other articles')
}

export interface QuotationsUpdate extends QuotationsOption {
  readonly quiet?: boolean | undefined
  /** Breaks it off; what waits is entered the next time. */
  readonly signal?: AbortSignal | undefined
  /** Told, too, why it was not done. */
  readonly log?: Pick<RunLog, 'notCompared'> | null
  /** Whether the command serves on, whatever goes wrong with this. */
  readonly isService?: boolean
}

/**
 * Enters across articles what waits for it. What is stored stays so whatever goes wrong with that, and what waits is entered the
 * next time: it is told, with what to do, in the log too, and the exit code says what it was (4, 74), or that it was broken off (130).
 */
export async function updateQuotations(
  db: string,
  { quotations = true, quiet = false, signal, log, isService = false }: QuotationsUpdate,
  surroundings: Surroundings,
): Promise<void> {
  if (!quotations) return
  try {
    const { isStopped } = await updateAcross(db, {
      signal,
      onAllAtOnce: articles => {
        if (!quiet && articles >= MANY)
          note(surroundings, `Looking for the same words in ${articles} articles; --no-quotations leaves that out.`)
      },
    })
    if (!isStopped) return
    note(surroundings, `Stopped looking for the same words in other articles. ${WHAT_WAITS}`)
    surroundings.setExitCode(EXIT.interrupted)
  } catch (error) {
    log?.notCompared(error, REMEDY)
    noteNotUpdated(surroundings, error)
    if (!isService) surroundings.setExitCode(error instanceof HearsayError ? error.exitCode : EXIT.defect)
  }
}

const REMEDY = 'hearsay quotations --update'
const WHAT_WAITS = `What waits is done with the next run, or by: ${REMEDY}`

export function noteNotUpdated(surroundings: Surroundings, error: unknown): void {
  note(surroundings, describeNotUpdated(error))
}

/** That it was not done, and what to do about it. */
export function describeNotUpdated(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error)
  return `The same words in other articles were not looked for: ${reason.replace(/\.$/, '')}. ${WHAT_WAITS}`
}
