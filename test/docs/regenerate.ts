/**
 * `npm run docs`: rewrites examples with real output, and all references. `npm run docs -- NAME…` only the files whose paths
 * hold one of the names.
 */

import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { generateDocuments } from './generated.ts'

// What is shown is shown as to whoever has set nothing.
process.env.TZ = 'UTC'
delete process.env.HEARSAY_DB
delete process.env.HEARSAY_ENGINE

const names = process.argv.slice(2)
const isWanted = (path: string) => names.length === 0 || names.some(name => path.includes(name))

const documents = await generateDocuments(isWanted)
if (documents.length === 0) {
  process.stderr.write(`No generated document has "${names.join('" or "')}" in its path; npm run docs writes all.\n`)
  process.exitCode = 2
}
for (const { path, text } of documents) {
  const target = join(import.meta.dirname, '../..', path)
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, text)
}
