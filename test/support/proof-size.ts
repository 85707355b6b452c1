import process from 'node:process'

/**
 * How many cases a proof by generation tries, or which: a few before every commit, all of them in the long proofs, whose
 * project in `vitest.config.ts` sets the variable.
 */
export function proofSize<Size>(quick: Size, full: Size): Size {
  return process.env.HEARSAY_PROOFS === 'full' ? full : quick
}

/**
 * Whether what is not generated has its turn: a file of both projects has it in `npm test`, and not once more in the long
 * proofs.
 */
export const isTurnOfOthers: boolean = proofSize(true, false)
