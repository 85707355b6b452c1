import { readFileSync } from 'node:fs'
import { findPackageJSON } from 'node:module'

/** Packages that what is found, or how it is stored, depends on. */
const LIBRARIES = ['better-sqlite3', 'compromise', 'wink-eng-lite-web-model', 'wink-nlp'] as const

/** Version of Hearsay itself. */
export function readVersion(): string {
  return versionIn(findPackageJSON(import.meta.url))
}

/** Version of each library that output depends on, by package name. */
export function readLibraryVersions(): Readonly<Record<string, string>> {
  return Object.fromEntries(LIBRARIES.map(name => [name, versionIn(findPackageJSON(name, import.meta.url))]))
}

function versionIn(packageFile: string | undefined): string {
  if (packageFile === undefined) return 'unknown'
  return (JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }).version
}
