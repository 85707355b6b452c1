import process from 'node:process'
import { execute } from '../../../src/cli/execute.ts'
import { surroundingsOfProcess } from '../../../src/cli/surroundings.ts'

/* The command line as it is, except that its worker threads obey poisons. */

const learned = new URL('./poison.ts', import.meta.url)
const analysers = { encoder: learned, linear: learned, rules: new URL('./poison-rules.ts', import.meta.url) }
await execute(process.argv.slice(2), { ...surroundingsOfProcess(), analysers })
