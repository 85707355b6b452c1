import { toProbability } from '../probability.ts'

/** A token that may be one of a cue, at a peak of what the model says of its neighbours. */
export interface Anchor {
  readonly token: number
  /** That it is one of a cue. */
  readonly probability: number
}

/** Neighbours this far from a peak belong to it when all between are likely, too ("was quoted as saying"). */
const REACH = 6

/**
 * Tokens whose probability is at least `least`, one for each run of such neighbours, or several where a run is long.
 *
 * @param logits one a token
 * @returns in the order of the text
 */
export function findAnchors(logits: Float32Array, least: number): Anchor[] {
  const probabilities = Float64Array.from(logits, toProbability)
  const likely: number[] = []
  for (let i = 0; i < probabilities.length; i += 1) if ((probabilities[i] as number) >= least) likely.push(i)
  const isTaken = new Uint8Array(probabilities.length)
  const anchors: Anchor[] = []
  for (const token of likely.toSorted((a, b) => (probabilities[b] as number) - (probabilities[a] as number) || a - b)) {
    if (isTaken[token] === 1) continue
    anchors.push({ token, probability: probabilities[token] as number })
    for (const direction of [-1, 1])
      for (let distance = 1; distance <= REACH; distance += 1) {
        const neighbour = token + direction * distance
        if (!((probabilities[neighbour] ?? 0) >= least)) break
        isTaken[neighbour] = 1
      }
  }
  return anchors.toSorted((a, b) => a.token - b.token)
}
