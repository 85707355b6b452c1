import { VERIFICATION_FEATURES, VERIFICATION_SIZE } from '../choice/verification-features.ts'
import { contributions, type Forest } from '../model/trees.ts'

/** One feature's share in a decision. */
export interface Reason {
  readonly feature: string
  readonly value: number
  /** By how much it moved the log-odds; negative speaks against. */
  readonly weight: number
}

const SHOWN = 4
/** Log-odds. A feature that moved them less tells a reader nothing; with them the database was an eighth larger. */
const LEAST_SHOWN = 0.05

/** The features that spoke loudest for an attribution, and those that spoke loudest against it: up to four each. */
export function explainDecision(
  verifier: Forest,
  values: Float32Array,
): { readonly for: readonly Reason[]; readonly against: readonly Reason[] } {
  const moved = contributions(verifier, values, VERIFICATION_SIZE)
  return { for: findStrongest(moved, values, 1), against: findStrongest(moved, values, -1) }
}

/** The strongest features that moved the score in one direction (1 or -1), the first of equals first. */
function findStrongest(moved: Float64Array, values: Float32Array, direction: number): Reason[] {
  const strongest: Reason[] = []
  for (let f = 0; f < VERIFICATION_SIZE; f += 1) {
    const weight = round(moved[f] as number)
    let at = strongest.length
    while (at > 0 && weight * direction > (strongest[at - 1] as Reason).weight * direction) at -= 1
    if (weight * direction < LEAST_SHOWN || at === SHOWN) continue
    const reason = { feature: VERIFICATION_FEATURES[f] as string, value: round(values[f] as number), weight }
    if (strongest.length === SHOWN) strongest.pop()
    strongest.splice(at, 0, reason)
  }
  return strongest
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
