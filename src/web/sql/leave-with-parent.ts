/**
 * A thread of the process for queries that ends the process when its parent has gone: while a query runs, nothing else
 * of that process would notice, and a query may run for ever.
 */
import process from 'node:process'

const LOOK_EVERY_MS = 500
const parent = process.ppid

setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
}, LOOK_EVERY_MS)
