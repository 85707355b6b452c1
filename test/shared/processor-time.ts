import { readFileSync } from 'node:fs'
import process from 'node:process'
import { afterAll } from 'vitest'

/*
 * Notes with every test file how much processor time it took, its child processes included where the system tells
 * (Linux), for the list of the slowest files. What the shared server and browser do for it is not in it.
 */

declare module 'vitest' {
  interface TaskMeta {
    processorSeconds?: number
  }
}

/** The unit of `/proc`, whatever the machine. */
const TICKS_PER_SECOND = 100

const before = readProcessorSeconds()
// biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern which fixtures the hook wants: none.
afterAll(({}, file) => {
  file.meta.processorSeconds = readProcessorSeconds() - before
})

function readProcessorSeconds(): number {
  if (process.platform !== 'linux') {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1e6
  }
  const stat = readFileSync('/proc/self/stat', 'utf8')
  // The name of the program, in parentheses, may hold anything; user, system and those of children stand 12th to 15th after it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS_PER_SECOND
}
