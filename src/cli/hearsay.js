#!/usr/bin/env node
import { existsSync } from 'node:fs'
import process from 'node:process'
import { setFlagsFromString } from 'node:v8'
import { requireNode } from '../launch.js'

requireNode()
if (process.argv[2] === 'serve') keepMemorySmall()
// A checkout has the source beside this file; the published package has what was compiled from it.
const source = new URL('./main.ts', import.meta.url)
const main = existsSync(source) ? source : new URL('../../dist/src/cli/main.js', import.meta.url)
await import(main.href)

/**
 * The site reads an index of all claims in short-lived rows, and so each page. Measured on a million claims, V8 keeps
 * 150 MB more of them with its own size of the space for what is new, and 70 MB more where the rest may double before it
 * is cleared. It has to be told before anything else is loaded: later it has grown, and does not give all of it back.
 */
function keepMemorySmall() {
  setFlagsFromString('--max-semi-space-size=2')
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString('--heap-growing-percent=30')
}
