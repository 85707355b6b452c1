import process from 'node:process'
import { execute } from '../../../src/cli/execute.ts'
import { surroundingsOfProcess } from '../../../src/cli/surroundings.ts'

/* The command line as it is, except that its rules are those of a later release. */

const surroundings = surroundingsOfProcess()
const rules = new URL('./newer.ts', import.meta.url)
await execute(process.argv.slice(2), { ...surroundings, analysers: { ...surroundings.analysers, rules } })
