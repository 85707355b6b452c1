import { readFileSync } from 'node:fs'

/** A process, told from a later one that got the same number. */
export interface ProcessIdentity {
  readonly process: number
  /** Boot and clock tick at which it started; null where the system does not say. */
  readonly started: string | null
}

export function identifyThisProcess(): ProcessIdentity {
  return { process: process.pid, started: readStart(process.pid) }
}

/** Whether that very process still runs. A number that was given to another process since does not count. */
export function isAlive(identity: ProcessIdentity): boolean {
  try {
    process.kill(identity.process, 0)
  } catch (error) {
    // EPERM: it runs, but belongs to somebody else.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  const started = readStart(identity.process)
  return identity.started === null || started === null || started === identity.started
}

/** Linux only: field 22 of /proc/PID/stat, counted after the command's name, which may hold spaces. */
function readStart(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
    return ticks === undefined ? null : `${boot}:${ticks}`
  } catch {
    return null
  }
}
