import { type Dirent, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isSearchedFor } from './discover.ts'
import { extensionOf, extensionsSearchedFor } from './formats.ts'

/** What a search of a folder passes over. */
export interface LeftOut {
  /** The folder as it was given. */
  readonly folder: string
  readonly files: number
  /** Extensions of the files, or whole names where there is none or it does not tell; sorted, each once. */
  readonly sorts: readonly string[]
}

/**
 * Counts the files in folders that `discover` leaves out because of their names, but for hidden ones. Paths that are no
 * folder leave out nothing.
 *
 * @param format name of the only format that folders are searched for
 */
export function findLeftOut(paths: readonly string[], workingFolder: string, format?: string): LeftOut[] {
  const extensions = extensionsSearchedFor(format)
  const found: LeftOut[] = []
  for (const folder of paths) {
    const full = resolve(workingFolder, folder)
    if (folder === '-' || statSync(full, { throwIfNoEntry: false })?.isDirectory() !== true) continue
    const sorts = new Set<string>()
    let files = 0
    for (const name of listFiles(full)) {
      if (isSearchedFor(name, extensions)) continue
      files += 1
      const extension = extensionOf(name)
      sorts.add(extension === '' || extensions.includes(extension) ? name : extension)
    }
    if (files > 0) found.push({ folder, files, sorts: [...sorts].sort() })
  }
  return found
}

function* listFiles(folder: string): Generator<string> {
  for (const entry of readEntries(folder)) {
    if (entry.name.startsWith('.')) continue
    if (entry.isDirectory()) yield* listFiles(join(folder, entry.name))
    else if (entry.isFile()) yield entry.name
  }
}

function readEntries(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    // The search itself reports a folder that is closed.
    return []
  }
}
