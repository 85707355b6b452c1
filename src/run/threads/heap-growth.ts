import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'

/**
 * How far a heap may grow beyond what was alive at its last full collection, in percent. Left alone V8 lets it grow
 * fourfold where much memory is allowed, and the more the busier the machine: with the threads of a run that was
 * 1,030 MB after 10,000 articles and rising, of which a quarter was alive.
 */
const GROWTH_PERCENT = 30

/** Room for young objects in one of the two halves that V8 copies them between, of a thread that analyses. */
const HALF_MB = 16

/**
 * Largest room for young objects of a thread that analyses, which V8 counts as three halves. An article leaves some MB of
 * short-lived objects: with V8's small default a thread is a fifth slower, and twice as much is no faster.
 */
export const YOUNG_MB = 3 * HALF_MB

let mayYoungGrow = true

/**
 * Keeps every heap of this process near what is alive in it, so that long runs take no more memory than short ones. To be
 * called before threads are started: they take over what holds then.
 */
export function boundHeapGrowth(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`)
  // Threads that are started now begin with what they may have, for they may not be let grow.
  setFlagsFromString(`--min-semi-space-size=${HALF_MB}`)
  boundYoungGrowth()
}

/**
 * Lets the calling thread's room for young objects grow while it is small, and no further. To be called again and again
 * by the thread that started the others: V8 takes room from a thread that had little to do.
 */
export function boundYoungGrowth(): void {
  const room = getHeapSpaceStatistics().find(space => space.space_name === 'new_space')?.space_size ?? 0
  const isSmall = room < HALF_MB * 1024 * 1024
  if (isSmall === mayYoungGrow) return
  mayYoungGrow = isSmall
  // V8 doubles the room whenever as much as fits in it has outlived a collection since the last time. However little an
  // article leaves behind in the main thread, a run that is long enough would come to the largest.
  setFlagsFromString(`--semi-space-growth-factor=${isSmall ? 2 : 1}`)
}
