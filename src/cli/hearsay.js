#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { requireNode } from '../launch.js'

requireNode()
// A checkout has the source beside this file; the published package has what was compiled from it.
const source = new URL('./main.ts', import.meta.url)
const main = existsSync(source) ? source : new URL('../../dist/src/cli/main.js', import.meta.url)
await import(main.href)
