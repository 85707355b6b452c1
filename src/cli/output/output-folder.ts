import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { HearsayError } from '../../domain/errors.ts'

/**
 * Fills a new folder and gives back what `fill` does. It gets its name only when all is well, so that no half export
 * ever bears it; an empty folder that stands there is replaced, and nothing else ever is.
 *
 * @param name as the user gave it, for messages
 * @throws HearsayError (exit code 2) when something stands there; (exit code 74) when it cannot be written
 */
export async function fillOutputFolder<Result>(
  name: string,
  workingFolder: string,
  fill: (folder: string) => Promise<Result>,
): Promise<Result> {
  let partial: string | null = null
  try {
    const path = findPlace(name, resolve(workingFolder, name))
    partial = `${path}.${randomUUID()}.partial`
    mkdirSync(partial)
    const result = await fill(partial)
    if (existsSync(path)) rmdirSync(path)
    renameSync(partial, path)
    return result
  } catch (error) {
    if (partial !== null) rmSync(partial, { recursive: true, force: true })
    const { code } = error as NodeJS.ErrnoException
    if (error instanceof HearsayError || code === undefined) throw error
    throw new HearsayError(
      `${name} cannot be written (${code}); check the folder and the space on the disk.`,
      'output-unwritable',
      { cause: error },
    )
  }
}

/** Its path without symbolic links. */
function findPlace(name: string, full: string): string {
  if (!existsSync(full)) return join(realpathSync(dirname(full)), basename(full))
  const path = realpathSync(full)
  if (readdirSync(path).length > 0)
    throw new HearsayError(
      `${name} is there already and not empty; give a folder that is not there yet.`,
      'output-exists',
    )
  return path
}
