/** `npm test`: the quick tests. `npm test -- NAME…`: the test files whose paths hold one of the names, of either half. */
import { globSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { long } from '../vitest.config.ts'
import { chooseTests } from './shared/choose-tests.ts'

const root = join(import.meta.dirname, '..')
const given = process.argv.slice(2)
const all = globSync('{pipeline,src,test,training}/**/*.test.ts', { cwd: root })
const { project, note } = chooseTests(
  given,
  all.filter(path => !long.includes(path)),
  long,
)
if (note !== null) process.stdout.write(`${note}\n`)

process.argv.splice(2, given.length, 'run', '--project', project, ...given)
await import(pathToFileURL(join(root, 'node_modules/vitest/vitest.mjs')).href)
