import { randomUUID } from 'node:crypto'
import {
  chmodSync,
  createWriteStream,
  lstatSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { finished } from 'node:stream/promises'
import { HearsayError } from '../../domain/errors.ts'
import { type Write, writeTo } from '../../export/write.ts'
import { isPostgres } from '../../store/database-name.ts'

/** What SQLite keeps beside a database: to overwrite one of them is to damage the database. */
const DATABASE_SUFFIXES = ['', '-wal', '-shm', '-journal']

/** Where an export goes: a new file, or what stands there already. */
export interface OutputFile {
  /** As the user gave it, for messages. */
  readonly name: string
  /** Absolute, and free of symbolic links. */
  readonly path: string
  readonly stats: Stats | null
}

/**
 * Finds what stands at `name`.
 *
 * @throws HearsayError (exit code 2) when it is the database or a file that belongs to it, under whatever name, or a
 * symbolic link that leads nowhere; (exit code 74) when its folder cannot be looked at
 */
export function findOutputFile(name: string, workingFolder: string, database: string): OutputFile {
  try {
    const output = resolveLinks(name, resolve(workingFolder, name))
    // A database on a server is no file here.
    for (const suffix of isPostgres(database) ? [] : DATABASE_SUFFIXES) {
      const own = resolveLinks(name, resolve(workingFolder, database) + suffix)
      const beside = resolveLinks(name, resolve(workingFolder, database)).path + suffix
      if (output.path === own.path || output.path === beside || isSameFile(output.stats, own.stats)) {
        const belongs = suffix === '' ? 'is the database itself' : 'belongs to the database'
        throw new HearsayError(`${name} ${belongs}; give another file.`, 'output-unsuitable')
      }
    }
    return output
  } catch (error) {
    throw describeFailure(error, name)
  }
}

/**
 * Fills an output file and gives back what `fill` does. A regular file gets its name only when all is well, so that no
 * half export ever bears it; anything else (a pipe, a device) is written to as it stands and never replaced.
 *
 * @throws HearsayError (exit code 74) when it cannot be written
 */
export async function fillOutputFile(
  { name, path, stats }: OutputFile,
  fill: (write: Write) => Promise<number>,
): Promise<number> {
  const isReplaced = stats === null || stats.isFile()
  const place = isReplaced ? `${path}.${randomUUID()}.partial` : path
  const stream = createWriteStream(place, { flags: isReplaced ? 'wx' : 'w' })
  const closed = finished(stream)
  closed.catch(() => {})
  try {
    const count = await Promise.race([fill(writeTo(stream)), closed.then(() => 0)])
    stream.end()
    await closed
    if (isReplaced) {
      if (stats !== null) chmodSync(place, stats.mode)
      renameSync(place, path)
    }
    return count
  } catch (error) {
    stream.destroy()
    // Until it is closed it may not even have been made yet: taken away too early, it would come back.
    await closed.catch(() => {})
    if (isReplaced) rmSync(place, { force: true })
    throw describeFailure(error, name)
  }
}

function resolveLinks(name: string, full: string): OutputFile {
  if (statSync(full, { throwIfNoEntry: false }) !== undefined) {
    const path = realpathSync(full)
    return { name, path, stats: statSync(path) }
  }
  if (lstatSync(full, { throwIfNoEntry: false })?.isSymbolicLink()) {
    throw new HearsayError(
      `${name} is a symbolic link that leads nowhere; give its target instead.`,
      'output-unsuitable',
    )
  }
  return { name, path: join(realpathSync(dirname(full)), basename(full)), stats: null }
}

/** A hard link has another path and is the same file all the same. */
function isSameFile(one: Stats | null, other: Stats | null): boolean {
  return one !== null && other !== null && one.dev === other.dev && one.ino === other.ino
}

function describeFailure(error: unknown, name: string): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (error instanceof HearsayError || code === undefined) return error
  return new HearsayError(
    `${name} cannot be written (${code}); check the folder and the space on the disk.`,
    'output-unwritable',
  )
}
