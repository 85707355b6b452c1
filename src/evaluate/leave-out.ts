import { ATTITUDES } from '../domain/labels.ts'
import type { ScoredPair } from './compare.ts'
import type { ScoredAttribution } from './gold/gold.ts'

/** Pairs without some of their attributions, and how many those were. */
export interface Remaining {
  readonly pairs: readonly ScoredPair[]
  readonly leftOut: { readonly gold: number; readonly predicted: number }
}

/** Leaves out attitudes on both sides, so that what is scored is what `hearsay claims` lists unless asked for more. */
export function leaveOutAttitudes(pairs: readonly ScoredPair[]): Remaining {
  return leaveOut(pairs, ({ act }) => act !== null && ATTITUDES.includes(act))
}

/**
 * Leaves out predictions that stand in the content of another, for gold whose annotators mark none of that kind: of
 * PolNeAR's attributions none has its cue in the content of another, in train as in dev.
 */
export function leaveOutNested(pairs: readonly ScoredPair[]): Remaining {
  return leaveOut(pairs, ({ nested }) => nested === true)
}

function leaveOut(pairs: readonly ScoredPair[], drop: (attribution: ScoredAttribution) => boolean): Remaining {
  const leftOut = { gold: 0, predicted: 0 }
  const remaining = pairs.map(pair => {
    const keep = (side: keyof typeof leftOut) => {
      const attributions = pair[side].attributions.filter(attribution => !drop(attribution))
      leftOut[side] += pair[side].attributions.length - attributions.length
      return { ...pair[side], attributions }
    }
    return { gold: keep('gold'), predicted: keep('predicted') }
  })
  return { pairs: remaining, leftOut }
}
