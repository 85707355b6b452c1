import process from 'node:process'

/** Milliseconds of processor time that this thread has used. */
export function processorMs(): number {
  return inMs(process.threadCpuUsage())
}

/** The processor time that Node gives for a thread, in milliseconds. */
export function inMs({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000
}
