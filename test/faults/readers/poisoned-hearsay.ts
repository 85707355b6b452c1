import process from 'node:process'
import { execute } from '../../../src/cli/execute.ts'
import { surroundingsOfProcess } from '../../../src/cli/surroundings.ts'

/* The command line as it is, except that its reading thread obeys poisons. */

const readerModule = new URL('./poison.ts', import.meta.url)
await execute(process.argv.slice(2), { ...surroundingsOfProcess(), readerModule })
