import { globSync, readdirSync, statSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { HearsayError } from '../domain/errors.ts'
import { extensionOf, extensionsSearchedFor } from './formats.ts'

/** Something to read, or why it will not be read. `uri` names it in the database and in messages. */
export type Discovered =
  | { readonly kind: 'file'; readonly uri: string; readonly path: string }
  | { readonly kind: 'standard-input'; readonly uri: '-' }
  | { readonly kind: 'bytes'; readonly uri: string; readonly bytes: Uint8Array }
  | { readonly kind: 'skipped'; readonly uri: string; readonly reason: string }
  | { readonly kind: 'unreadable'; readonly uri: string; readonly error: string }

/** Files that describe a folder of articles rather than being one. */
const ABOUT_THE_FOLDER = /^(?:changelog|contributing|licen[cs]e|notice|readme)(?:[.-]|$)/i
const SYMLINK = 'symbolic link: give its target instead'
/** To read a pipe is to wait for whoever writes to it: nobody asked for that who gave a folder. */
const NO_FILE = 'pipe, socket or device: give it by its own name'

/**
 * Finds what the given paths stand for, in a fixed order: as given, folders sorted by name and searched to the bottom.
 *
 * A path is a file (of any name), a folder (files whose extension a format claims, packed or not, without hidden ones and
 * without README, LICENSE and the like), a glob pattern, or `-`. Symbolic links, pipes, sockets and devices inside folders and
 * globs are skipped and reported; one that is given by name is followed, or read. Everything is checked at once; the search itself is made
 * anew whenever the result is iterated.
 *
 * @param format name of the only format that folders are searched for
 * @throws HearsayError (exit code 2) for a path that does not exist and a folder or pattern without articles
 */
export function discover(paths: readonly string[], workingFolder: string, format?: string): Iterable<Discovered> {
  const extensions = extensionsSearchedFor(format)
  const roots = paths.map(path => openRoot(path, workingFolder, extensions))
  return {
    *[Symbol.iterator]() {
      for (const root of roots) yield* root()
    },
  }
}

/**
 * Finds the articles of folders as {@link discover} does, but of folders that may still be empty, which hold whatever
 * they hold when the result is iterated.
 *
 * @throws HearsayError (exit code 2) for a path that is no folder
 */
export function discoverFolders(
  paths: readonly string[],
  workingFolder: string,
  format?: string,
): Iterable<Discovered> {
  const extensions = extensionsSearchedFor(format)
  const folders = paths.map(path => resolve(workingFolder, path))
  for (const [index, folder] of folders.entries()) {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) continue
    throw new HearsayError(`${paths[index]} is no folder: only folders can be watched.`, 'path-unsuitable')
  }
  return {
    *[Symbol.iterator]() {
      for (const folder of folders) yield* searchFolder(folder, workingFolder, extensions)
    },
  }
}

function openRoot(path: string, workingFolder: string, extensions: readonly string[]): () => Iterable<Discovered> {
  if (path === '-') return () => [{ kind: 'standard-input', uri: '-' }]
  // Resolved it would be the working folder, which nobody asked for whose variable was not set.
  if (path === '') throw new HearsayError('One of the paths is empty: name a file or a folder.', 'argument-missing')
  const full = resolve(workingFolder, path)
  const stats = statSync(full, { throwIfNoEntry: false })
  if (stats?.isDirectory()) {
    const search = () => searchFolder(full, workingFolder, extensions)
    requireFile(search(), `There is no article in folder ${path}: it holds no ${extensions.join(', ')} file.`)
    return search
  }
  if (stats !== undefined) return () => [{ kind: 'file', uri: uriOf(full, workingFolder), path: full }]
  if (!/[*?[{]/.test(path)) {
    throw new HearsayError(`There is no file or folder ${path}: check the path and run again.`, 'path-not-found')
  }
  const matches = expandPattern(path, workingFolder)
  requireFile(matches, `No file matches ${path}: check the pattern and run again.`)
  return () => matches
}

function requireFile(found: Iterable<Discovered>, sentence: string): void {
  for (const { kind } of found) if (kind === 'file') return
  throw new HearsayError(sentence, 'nothing-to-read')
}

function* searchFolder(folder: string, workingFolder: string, extensions: readonly string[]): Generator<Discovered> {
  let entries: ReturnType<typeof readFolder>
  try {
    entries = readFolder(folder)
  } catch (error) {
    const message = `the folder cannot be read (${(error as NodeJS.ErrnoException).code}): check its permissions`
    yield { kind: 'unreadable', uri: uriOf(folder, workingFolder), error: message }
    return
  }
  for (const entry of entries) {
    const path = join(folder, entry.name)
    const uri = uriOf(path, workingFolder)
    if (entry.name.startsWith('.')) continue
    if (entry.isDirectory()) yield* searchFolder(path, workingFolder, extensions)
    else if (entry.isSymbolicLink() && leadsToFolder(path)) yield { kind: 'skipped', uri, reason: SYMLINK }
    else if (!isSearchedFor(entry.name, extensions)) continue
    else if (entry.isSymbolicLink()) yield { kind: 'skipped', uri, reason: SYMLINK }
    else if (entry.isFile()) yield { kind: 'file', uri, path }
    else yield { kind: 'skipped', uri, reason: NO_FILE }
  }
}

/** Whether a folder is searched for files of that name. `findLeftOut` tells of the others. */
export function isSearchedFor(name: string, extensions: readonly string[]): boolean {
  return extensions.includes(extensionOf(name)) && !ABOUT_THE_FOLDER.test(name)
}

function leadsToFolder(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
  } catch {
    // A link in a circle, or into a folder that is closed to us.
    return false
  }
}

function readFolder(folder: string) {
  // By code unit, not by locale: the order must not depend on the machine.
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
}

function expandPattern(pattern: string, workingFolder: string): Discovered[] {
  const found: Discovered[] = []
  for (const entry of globSync(pattern, { cwd: workingFolder, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const uri = uriOf(path, workingFolder)
    if (entry.name.startsWith('.')) continue
    if (entry.isSymbolicLink()) found.push({ kind: 'skipped', uri, reason: SYMLINK })
    else if (entry.isFile()) found.push({ kind: 'file', uri, path })
    else if (!entry.isDirectory()) found.push({ kind: 'skipped', uri, reason: NO_FILE })
  }
  return found.sort((a, b) => (a.uri < b.uri ? -1 : 1))
}

function uriOf(path: string, workingFolder: string): string {
  return relative(workingFolder, path).split(sep).join('/')
}
