/*
 * Plain JavaScript, so that a Node that is too old for the rest still gets as far as saying so.
 *
 * `node src/launch.js SCRIPT ARGUMENTS…` runs a script after the check; `hearsay.js` imports only the check.
 */
import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'

const OLDEST_MAJOR = 24
const OLDEST_MINOR = 10

/** Ends the process with exit code 2 and one sentence when this Node is too old for Hearsay. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > OLDEST_MAJOR || (major === OLDEST_MAJOR && minor >= OLDEST_MINOR)) return
  process.stderr.write(
    `Hearsay needs Node ${OLDEST_MAJOR}.${OLDEST_MINOR} or newer and this is Node ${process.versions.node}: ` +
      'in a checkout run it through npm or npx after npm ci, which installs the right Node, and elsewhere update Node.\n',
  )
  process.exit(2)
}

const [, self, script, ...rest] = process.argv
if (self !== undefined && realpathSync(self) === fileURLToPath(import.meta.url)) {
  requireNode()
  if (script === undefined) {
    process.stderr.write('Nothing to run: give a script, as in node src/launch.js bench.ts.\n')
    process.exit(2)
  }
  const path = resolve(script)
  process.argv = [process.argv[0], path, ...rest]
  await import(pathToFileURL(path).href)
}
