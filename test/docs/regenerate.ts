/** `npm run docs`: rewrites the README's examples with real output, and the reference of the command line. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { generateDocuments } from './generated.ts'

for (const { path, text } of generateDocuments()) {
  const target = join(import.meta.dirname, '../..', path)
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, text)
}
