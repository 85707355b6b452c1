import { setFlagsFromString } from 'node:v8'

/**
 * How far a heap may grow beyond what was alive at its last full collection, in percent. Left alone V8 lets it grow
 * fourfold where much memory is allowed, and the more the busier the machine: with the threads of a run that was
 * 1,030 MB after 10,000 articles and rising, of which a quarter was alive.
 */
const GROWTH_PERCENT = 50

/** Keeps every heap of this process near what is alive in it, so that long runs take no more memory than short ones. */
export function boundHeapGrowth(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`)
}
