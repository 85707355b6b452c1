import process from 'node:process'

/**
 * How many cases a proof by generation tries: a few before every commit, all of them in the long proofs, whose project in
 * `vitest.config.ts` sets the variable.
 */
export function proofSize(quick: number, full: number): number {
  return process.env.HEARSAY_PROOFS === 'full' ? full : quick
}
