/** Boosted trees in flat arrays; a node with `feature` -1 is a leaf. The right child follows the left one. */
export interface Forest {
  readonly base: number
  readonly roots: Int32Array
  readonly feature: Int32Array
  readonly threshold: Float32Array
  readonly left: Int32Array
  /** Mean score of the training rows that reach the node. */
  readonly value: Float32Array
}

/** Sum of the leaves that the features reach; a value below a threshold goes left. */
export function scoreForest(forest: Forest, values: Float32Array, offset = 0): number {
  const { feature, threshold, left, value, roots } = forest
  let score = forest.base
  for (let t = 0; t < roots.length; t += 1) {
    let node = roots[t] as number
    let f = feature[node] as number
    while (f >= 0) {
      node = (left[node] as number) + ((values[offset + f] as number) < (threshold[node] as number) ? 0 : 1)
      f = feature[node] as number
    }
    score += value[node] as number
  }
  return score
}

/**
 * {@link scoreForest} of `count` rows of `size` features each that follow one another. One tree reads all rows before the
 * next one's turn, while it is in the processor's nearest memory.
 */
export function scoreRows(forest: Forest, rows: Float32Array, count: number, size: number): Float64Array {
  const { feature, threshold, left, value, roots } = forest
  const scores = new Float64Array(count).fill(forest.base)
  for (let t = 0; t < roots.length; t += 1) {
    const root = roots[t] as number
    for (let r = 0, offset = 0; r < count; r += 1, offset += size) {
      let node = root
      let f = feature[node] as number
      while (f >= 0) {
        node = (left[node] as number) + ((rows[offset + f] as number) < (threshold[node] as number) ? 0 : 1)
        f = feature[node] as number
      }
      scores[r] = (scores[r] as number) + (value[node] as number)
    }
  }
  return scores
}

/** How much each feature moved the score: along every path, the change of a node's mean is credited to its feature. */
export function contributions(forest: Forest, values: Float32Array, size: number, offset = 0): Float64Array {
  const { feature, threshold, left, value, roots } = forest
  const moved = new Float64Array(size)
  for (const root of roots) {
    let node = root
    let f = feature[node] as number
    while (f >= 0) {
      const next = (left[node] as number) + ((values[offset + f] as number) < (threshold[node] as number) ? 0 : 1)
      moved[f] = (moved[f] as number) + (value[next] as number) - (value[node] as number)
      node = next
      f = feature[node] as number
    }
  }
  return moved
}
