import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

/** The checkout. */
export const ROOT = join(import.meta.dirname, '../..')

/** Where the product's code lies; tests, benchmarks and scripts of the checkout may import whatever they try. */
const FOLDERS = '{pipeline,src,training}'

export interface Import {
  readonly from: string
  readonly specifier: string
}

/** All code of the product with its tests, by its path from the checkout. */
export function listSources(): string[] {
  return globSync(`${FOLDERS}/**/*.{ts,js}`, { cwd: ROOT }).map(normalize).toSorted()
}

export function isTest(path: string): boolean {
  return path.endsWith('.test.ts')
}

export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

/** The file without its comments, so that prose about a rule is not taken for a breach of it. */
export function codeOf(path: string): string {
  return textOf(path)
    .replaceAll(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g, '')
    .replaceAll(/(^|\s)\/\/.*$/gm, '')
}

/** What a file imports, statically or when it runs, types too, and what it names beside itself as a URL: workers, word lists. */
export function importsOf(path: string): Import[] {
  const specifiers = codeOf(path).matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*|\bnew URL\(\s*)(['"`])([^'"`\s]+)\1/g)
  return [...specifiers].map(match => ({ from: path, specifier: match[2] as string }))
}

/** The files of the product that a file imports; what it only names as a URL is loaded elsewhere. */
export function modulesOf(path: string): string[] {
  const specifiers = codeOf(path).matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*)(['"`])(\.[^'"`\s]+)\1/g)
  return [...specifiers].map(match => resolveFrom(path, match[2] as string))
}

export function resolveFrom(path: string, specifier: string): string {
  return normalize(join(dirname(path), specifier))
}
