import type { Forest } from '../../pipeline/attributions/linear/model/trees.ts'

export interface Outcome {
  /** Log-odds that the verifier gave, on an article that it had not seen. */
  readonly score: number
  readonly right: boolean
}

const ROUNDS = 50

/**
 * Platt's line: the slope and intercept that turn scores into the log-odds that outcomes bear out, by Newton's method.
 */
export function fitLine(outcomes: readonly Outcome[]): { slope: number; intercept: number } {
  let slope = 1
  let intercept = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-6, 0, 1e-6]
    for (const { score, right } of outcomes) {
      const p = 1 / (1 + Math.exp(-(slope * score + intercept)))
      const error = p - (right ? 1 : 0)
      const weight = p * (1 - p)
      g0 += error * score
      g1 += error
      h00 += weight * score * score
      h01 += weight * score
      h11 += weight
    }
    const determinant = h00 * h11 - h01 * h01
    if (Math.abs(determinant) < 1e-9) break
    slope -= (h11 * g0 - h01 * g1) / determinant
    intercept -= (h00 * g1 - h01 * g0) / determinant
  }
  return { slope, intercept }
}

/** A forest whose scores are those of `forest`, put on a line. */
export function straighten(forest: Forest, { slope, intercept }: { slope: number; intercept: number }): Forest {
  return { ...forest, base: forest.base * slope + intercept, value: forest.value.map(value => value * slope) }
}
