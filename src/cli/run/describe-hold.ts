import { nameOfDatabase } from '../../store/database-name.ts'
import { toVisibleLine } from '../output/visible.ts'

/** What is told while other programs hold something in the database. */
export function describeHold(db: string, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error)
  return toVisibleLine(`Others hold what is needed in ${nameOfDatabase(db)} (${reason}); waiting for them.`)
}
