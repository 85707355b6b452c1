import type { Token } from '../../../../../src/domain/layers.ts'

/** What a step returns where the phrase ends. */
export const STOP = -1

/** Reads one kind of part of a phrase. Returns the token to go on at, or `STOP`, or null where the token is no such part. */
export type Step<Walk> = (walk: Walk, at: number, token: Token) => number | null

/** What the first step that fits returns; where none does, the phrase ends. */
export function takeStep<Walk>(steps: readonly Step<Walk>[], walk: Walk, at: number, token: Token): number {
  for (const step of steps) {
    const next = step(walk, at, token)
    if (next !== null) return next
  }
  return STOP
}
