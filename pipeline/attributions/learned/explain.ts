import { contributions, type Forest } from './trees.ts'
import { VERIFICATION_FEATURES, VERIFICATION_SIZE } from './verification-features.ts'

/** One feature's share in a decision. */
export interface Reason {
  readonly feature: string
  readonly value: number
  /** By how much it moved the log-odds; negative speaks against. */
  readonly weight: number
}

const SHOWN = 5

/** The five features that spoke loudest for an attribution, and the five that spoke loudest against it. */
export function explainDecision(
  verifier: Forest,
  values: Float32Array,
): { readonly for: readonly Reason[]; readonly against: readonly Reason[] } {
  const moved = contributions(verifier, values, VERIFICATION_SIZE)
  const reasons: Reason[] = []
  for (let f = 0; f < VERIFICATION_SIZE; f += 1) {
    const weight = round(moved[f] as number)
    if (weight === 0) continue
    reasons.push({ feature: VERIFICATION_FEATURES[f] as string, value: round(values[f] as number), weight })
  }
  const strongest = reasons.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
  return {
    for: strongest.filter(({ weight }) => weight > 0).slice(0, SHOWN),
    against: strongest.filter(({ weight }) => weight < 0).slice(0, SHOWN),
  }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
