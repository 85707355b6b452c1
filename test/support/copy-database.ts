import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Workspace } from '../cli/hearsay.ts'

const DATABASE = 'out/hearsay.db'

/** Gives a workspace the database of another, whose runs have ended. */
export function copyDatabase(from: Workspace, to: Workspace): void {
  to.write(DATABASE, readFileSync(join(from.folder, DATABASE)))
}
