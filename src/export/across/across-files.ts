import type { StoreDatabase } from '../../store/schema.ts'
import type { Write } from '../write.ts'
import type { AcrossFile } from './across-file.ts'
import { quotationFamilies } from './quotation-families.ts'
import { replies } from './replies.ts'
import { versionChanges } from './version-changes.ts'

/** All that is found across articles, a file a kind. */
export const ACROSS_FILES: readonly AcrossFile[] = [quotationFamilies, versionChanges, replies]

/**
 * Writes each file.
 *
 * @param fill makes a file of a name, and lets it be filled
 * @returns how many lines each has, by its name
 */
export async function writeAcross(
  database: StoreDatabase,
  fill: (name: string, content: (write: Write) => Promise<number>) => Promise<number>,
): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {}
  for (const { name, write } of ACROSS_FILES) counts[name] = await fill(name, to => write(database, to))
  return counts
}
