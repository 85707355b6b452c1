import { readdirSync, readFileSync } from 'node:fs'
import process from 'node:process'

/** Ids of the processes that run queries for this one; Linux only. One that was killed is none, though not yet buried. */
export function findQueryProcesses(parent = process.pid): number[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(Number)
    .filter(id => isQueryProcessOf(id, parent))
}

function isQueryProcessOf(id: number, parent: number): boolean {
  try {
    const [state, ofParent] = readFileSync(`/proc/${id}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return (
      state !== 'Z' &&
      Number(ofParent) === parent &&
      readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('query-process')
    )
  } catch {
    return false
  }
}

/** Whether a process still is there, whoever its parent is now. */
export function isAlive(id: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${id}/status`, 'utf8'))
  } catch {
    return false
  }
}
