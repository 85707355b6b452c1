import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

interface LockedPackage {
  readonly version?: string
  readonly resolved?: string
  readonly gypfile?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const root = join(import.meta.dirname, '..')
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, LockedPackage>>
}
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly devDependencies: Readonly<Record<string, string>>
}

describe('package-lock.json', () => {
  it('keeps npm from compiling better-sqlite3, which ships its binaries', () => {
    // npm drops this field whenever it rewrites the file, and then demands a compiler (npm/cli#9837): put it back.
    expect(lock.packages['node_modules/better-sqlite3']?.gypfile).toBe(false)
  })

  it('names no registry, so that `npm ci` works behind any mirror', () => {
    const named = Object.entries(lock.packages).filter(([, { resolved }]) => resolved !== undefined)
    expect(named.map(([path]) => path)).toEqual([])
  })

  it('locks every optional dependency, so that `npm ci` works on every platform', () => {
    const missing = Object.entries(lock.packages).flatMap(([path, locked]) =>
      Object.keys(locked.optionalDependencies ?? {}).filter(
        name =>
          lock.packages[`node_modules/${name}`] === undefined &&
          lock.packages[`${path}/node_modules/${name}`] === undefined,
      ),
    )
    expect(missing).toEqual([])
  })

  it('pins the Node that every script runs on, and this is it', () => {
    expect(manifest.devDependencies.node).toBe(lock.packages['node_modules/node']?.version)
    expect(process.versions.node).toBe(manifest.devDependencies.node)
  })
})
