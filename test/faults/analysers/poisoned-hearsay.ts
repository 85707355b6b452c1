import process from 'node:process'
import { execute } from '../../../src/cli/execute.ts'
import { surroundingsOfProcess } from '../../../src/cli/surroundings.ts'

/* The command line as it is, except that its worker threads obey poisons. */

const analyser = new URL('./poison.ts', import.meta.url)
const rulesAnalyser = new URL('./poison-rules.ts', import.meta.url)
await execute(process.argv.slice(2), { ...surroundingsOfProcess(), analyser, rulesAnalyser })
