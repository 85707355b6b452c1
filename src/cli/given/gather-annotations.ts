import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { mayBeOf, type Tool } from '../../annotations/formats.ts'
import { HearsayError } from '../../domain/errors.ts'

/** Larger files are no annotations of articles. */
const MOST_BYTES = 500_000_000

/**
 * The files that somebody names, by their names: of a folder those that may be annotations, and of brat's `.ann` the text beside
 * it and the list of what went out.
 *
 * @throws HearsayError (2) when one is not there, or a folder holds none; (74) when one cannot be read
 */
export function gatherAnnotations(
  names: readonly string[],
  tool: Tool | null,
  workingFolder: string,
): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  for (const name of names) {
    const path = resolve(workingFolder, name)
    const isFolder = statusOf(name, path).isDirectory()
    const own = isFolder ? filesIn(name, path, tool) : [name]
    for (const file of own) {
      files.set(file, read(file, resolve(workingFolder, file)))
      if (/\.ann$/i.test(file)) addBeside(files, file, workingFolder)
    }
  }
  return files
}

function filesIn(name: string, path: string, tool: Tool | null): string[] {
  const found = readdirSync(path)
    .filter(file => mayBeOf(tool, file) && file !== 'hearsay.json')
    .toSorted()
    .map(file => join(name, file))
  if (found.length === 0)
    throw new HearsayError(
      `${name} holds no file of annotations; name the folder or the files that a tool wrote.`,
      'nothing-to-read',
    )
  return found
}

function addBeside(files: Map<string, Uint8Array>, file: string, workingFolder: string): void {
  const beside = [`${basename(file).replace(/\.ann$/i, '')}.txt`, 'hearsay.json'].map(name => join(dirname(file), name))
  for (const name of beside) {
    const path = resolve(workingFolder, name)
    if (statSync(path, { throwIfNoEntry: false })?.isFile() === true) files.set(name, read(name, path))
  }
}

function statusOf(name: string, path: string) {
  const status = statSync(path, { throwIfNoEntry: false })
  if (status === undefined) throw new HearsayError(`${name} is not there; check the path.`, 'path-not-found')
  return status
}

function read(name: string, path: string): Uint8Array {
  const status = statusOf(name, path)
  if (!status.isFile())
    throw new HearsayError(`${name} is no regular file; give a file that a tool wrote.`, 'path-unsuitable')
  if (status.size > MOST_BYTES)
    throw new HearsayError(`${name} has more than ${MOST_BYTES} bytes; take it back in parts.`, 'path-unsuitable')
  try {
    return readFileSync(path)
  } catch (error) {
    throw new HearsayError(
      `${name} cannot be read (${(error as NodeJS.ErrnoException).code}); check who may read it.`,
      'file-unreadable',
      { cause: error },
    )
  }
}
