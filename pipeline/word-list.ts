import { readFileSync } from 'node:fs'

/** Reads a word list that lies beside the caller: one lower-case entry a line. Throws when the file is missing. */
export function readWordList(url: URL): ReadonlySet<string> {
  const lines = readFileSync(url, 'utf8').split('\n')
  return new Set(lines.map(line => line.trim()).filter(line => line !== ''))
}
