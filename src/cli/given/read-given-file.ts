import { constants } from 'node:fs'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type ErrorCode, HearsayError } from '../../domain/errors.ts'

/** Larger ones cannot be held as one string. */
const MOST_BYTES = 500_000_000

/**
 * Opens a file that an option names. A pipe or a device may never end, so only regular files are read.
 *
 * @param what it is to be, for the error: `manifest`
 * @throws HearsayError (2) when it is not there or no regular file; (74) when it cannot be read
 */
export async function openGivenFile(what: string, name: string, workingFolder: string): Promise<FileHandle> {
  const path = resolve(workingFolder, name)
  try {
    // Opening some devices does something already, and a pipe waits.
    if (!(await stat(path)).isFile()) throw refuse(what, name, 'is no regular file')
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
    if ((await file.stat()).isFile()) return file
    await file.close()
    throw refuse(what, name, 'is no regular file')
  } catch (error) {
    if (error instanceof HearsayError) throw error
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') throw refuse(what, name, 'is not there', 'path-not-found')
    throw new HearsayError(`The ${what} ${name} cannot be read (${code}); check who may read it.`, 'file-unreadable', {
      cause: error,
    })
  }
}

/**
 * The text of a file that an option names.
 *
 * @throws HearsayError as {@link openGivenFile}; (2) also when it is too large, or no UTF-8 text
 */
export async function readGivenFile(
  what: string,
  name: string,
  workingFolder: string,
  mostBytes = MOST_BYTES,
): Promise<string> {
  const file = await openGivenFile(what, name, workingFolder)
  try {
    if ((await file.stat()).size > mostBytes) throw refuse(what, name, `has more than ${mostBytes} bytes`)
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.readFile())
  } catch (error) {
    if (error instanceof HearsayError) throw error
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') throw refuse(what, name, 'is no UTF-8 text')
    throw new HearsayError(`The ${what} ${name} cannot be read (${code}); check the disk.`, 'file-unreadable')
  } finally {
    await file.close()
  }
}

function refuse(what: string, name: string, problem: string, as: ErrorCode = 'path-unsuitable'): HearsayError {
  return new HearsayError(`The ${what} ${name} ${problem}; give another file.`, as)
}
