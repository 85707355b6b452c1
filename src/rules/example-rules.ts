import { readFileSync } from 'node:fs'

/** The text of the commented example that ships with Hearsay, to begin from. */
export function readExampleRules(): string {
  return readFileSync(new URL('./example-rules.yaml', import.meta.url), 'utf8')
}
