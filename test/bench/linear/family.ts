import process from 'node:process'
import type { HostileKind } from './hostile-kind.ts'

/** What is measured together, because one needs what the other gives: all stages, or one reader. */
export interface Family {
  readonly name: string
  readonly kinds: readonly HostileKind[]
  /** Sizes between which inputs are doubled, in UTF-16 units. */
  readonly smallest: number
  readonly largest: number
  /** Doubling ends when all of the family together took so long. */
  readonly enoughMs: number
  load(): Promise<Measure>
}

/** Milliseconds of processor time by subject; null when a limit refuses an input of that size. */
export type Measure = (input: string) => Promise<ReadonlyMap<string, number> | null>

/** Milliseconds of this thread's processor time since `from`, or since the process began. */
export function cpuMs(from = 0): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000 - from
}
