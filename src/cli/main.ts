import process from 'node:process'
import { execute } from './execute.ts'
import { surroundingsOfProcess } from './surroundings.ts'

await execute(process.argv.slice(2), surroundingsOfProcess())
