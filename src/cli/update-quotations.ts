import { Option } from 'commander'
import { updateAcross } from '../families/update.ts'
import { note, type Surroundings } from './surroundings.ts'

export interface QuotationsOption {
  readonly quotations?: boolean | undefined
}

/** From so many articles on it is said what takes a while. */
const MANY = 10_000

/** `--no-quotations`, which every command takes that stores or changes claims. */
export function quotationsOption(): Option {
  return new Option('--no-quotations', 'leave it to another time to look for the same words in other articles')
}

/** Enters across articles what waits for it. Whatever goes wrong with that is told, and fails nothing: what waits is entered next time. */
export async function updateQuotations(
  db: string,
  { quotations = true, quiet = false }: QuotationsOption & { readonly quiet?: boolean },
  surroundings: Surroundings,
): Promise<void> {
  if (!quotations) return
  try {
    await updateAcross(db, {
      onAllAtOnce: articles => {
        if (!quiet && articles >= MANY)
          note(surroundings, `Looking for the same words in ${articles} articles; --no-quotations leaves that out.`)
      },
    })
  } catch (error) {
    noteNotUpdated(surroundings, error)
  }
}

export function noteNotUpdated(surroundings: Surroundings, error: unknown): void {
  note(surroundings, describeNotUpdated(error))
}

/** That it was not done, and what to do about it. */
export function describeNotUpdated(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error)
  return `The same words in other articles were not looked for: ${reason.replace(/\.$/, '')}. What waits is done with the next run, or by: hearsay quotations --update`
}
