/*
 * A linear-chain conditional random field over a few labels. Scores come in as flat arrays:
 * `node[i * L + y]` for label y at position i, `edge[i * L * L + x * L + y]` for the step from x at i - 1 to y at i.
 */

/** Forward-backward in log space; reused across calls to keep the garbage collector out of the inner loop. */
export class Lattice {
  readonly labels: number
  node: Float64Array
  edge: Float64Array
  #forward: Float64Array
  #backward: Float64Array
  /** Probability of each label at each position, after `run`. */
  marginal: Float64Array
  #size = 0

  constructor(labels: number) {
    this.labels = labels
    this.node = new Float64Array(0)
    this.edge = new Float64Array(0)
    this.#forward = new Float64Array(0)
    this.#backward = new Float64Array(0)
    this.marginal = new Float64Array(0)
  }

  /** Makes room for `length` positions and clears all scores. */
  reset(length: number): void {
    const { labels } = this
    if (length > this.#size) {
      this.#size = Math.ceil(length * 1.5)
      this.node = new Float64Array(this.#size * labels)
      this.edge = new Float64Array(this.#size * labels * labels)
      this.#forward = new Float64Array(this.#size * labels)
      this.#backward = new Float64Array(this.#size * labels)
      this.marginal = new Float64Array(this.#size * labels)
    } else {
      this.node.fill(0, 0, length * labels)
      this.edge.fill(0, 0, length * labels * labels)
    }
  }

  /** Fills `marginal`; returns the log of the partition function. */
  run(length: number): number {
    const { labels: L, node, edge, marginal } = this
    const forward = this.#forward
    const backward = this.#backward
    for (let y = 0; y < L; y += 1) forward[y] = node[y] as number
    for (let i = 1; i < length; i += 1) {
      for (let y = 0; y < L; y += 1) {
        let top = -Infinity
        for (let x = 0; x < L; x += 1) {
          const score = (forward[(i - 1) * L + x] as number) + (edge[(i * L + x) * L + y] as number)
          if (score > top) top = score
        }
        let sum = 0
        for (let x = 0; x < L; x += 1) {
          const gap = (forward[(i - 1) * L + x] as number) + (edge[(i * L + x) * L + y] as number) - top
          if (gap > -30) sum += Math.exp(gap)
        }
        forward[i * L + y] = top + Math.log(sum) + (node[i * L + y] as number)
      }
    }
    const last = (length - 1) * L
    let top = -Infinity
    for (let y = 0; y < L; y += 1) {
      backward[last + y] = 0
      if ((forward[last + y] as number) > top) top = forward[last + y] as number
    }
    let sum = 0
    for (let y = 0; y < L; y += 1) sum += Math.exp((forward[last + y] as number) - top)
    const total = top + Math.log(sum)
    for (let i = length - 2; i >= 0; i -= 1) {
      for (let x = 0; x < L; x += 1) {
        let best = -Infinity
        for (let y = 0; y < L; y += 1) {
          const at = (i + 1) * L + y
          const score = (edge[((i + 1) * L + x) * L + y] as number) + (node[at] as number) + (backward[at] as number)
          if (score > best) best = score
        }
        let part = 0
        for (let y = 0; y < L; y += 1) {
          const at = (i + 1) * L + y
          const gap = (edge[((i + 1) * L + x) * L + y] as number) + (node[at] as number) + (backward[at] as number) - best
          if (gap > -30) part += Math.exp(gap)
        }
        backward[i * L + x] = best + Math.log(part)
      }
    }
    for (let i = 0; i < length * L; i += 1) {
      marginal[i] = Math.exp((forward[i] as number) + (backward[i] as number) - total)
    }
    return total
  }

  /** Probability of the step x → y into position i, after `run` gave `total`. */
  step(i: number, x: number, y: number, total: number): number {
    const L = this.labels
    return Math.exp(
      (this.#forward[(i - 1) * L + x] as number) +
        (this.edge[(i * L + x) * L + y] as number) +
        (this.node[i * L + y] as number) +
        (this.#backward[i * L + y] as number) -
        total,
    )
  }
}

export interface Path {
  readonly labels: Uint8Array
  readonly score: number
}

// Ranked ways to reach each cell (position × label): score, label before, rank there. Reused across calls.
let ranks = 0
let scores = new Float64Array(0)
let labelsBefore = new Uint8Array(0)
let ranksBefore = new Uint8Array(0)
/** How many ways are known for each cell, and for each cell and label before, the next rank to try. */
let known = new Uint8Array(0)
let heads = new Uint8Array(0)

function makeRoom(cells: number, labels: number, k: number): void {
  if (known.length < cells || ranks !== k) {
    ranks = k
    const size = Math.ceil(cells * 1.5)
    scores = new Float64Array(size * k)
    labelsBefore = new Uint8Array(size * k)
    ranksBefore = new Uint8Array(size * k)
    known = new Uint8Array(size)
    heads = new Uint8Array(size * labels)
  } else {
    known.fill(0, 0, cells)
    heads.fill(0, 0, cells * labels)
  }
}

/**
 * The `k` best label sequences (at most 255), best first.
 *
 * Ranks beyond the first are worked out only where a sequence asks for them (Huang and Chiang 2005, algorithm 3), so
 * that sixteen sequences cost little more than one.
 */
export function findBestPaths(lattice: Lattice, length: number, k: number): Path[] {
  const L = lattice.labels
  const { node, edge } = lattice
  makeRoom(length * L, L, k)
  for (let y = 0; y < L; y += 1) {
    scores[y * k] = node[y] as number
    known[y] = 1
  }
  /** Finds the next best way to reach label y at position i; false when there is none. */
  const extend = (i: number, y: number): boolean => {
    const cell = i * L + y
    const rank = known[cell] as number
    if (i === 0 || rank === k) return false
    if (rank > 0) {
      // Only the label taken last has moved on; its next rank may have to be worked out first.
      const last = cell * k + rank - 1
      const x = labelsBefore[last] as number
      const next = (ranksBefore[last] as number) + 1
      heads[cell * L + x] = next
      if (next >= (known[(i - 1) * L + x] as number)) extend(i - 1, x)
    }
    let top = -Infinity
    let from = -1
    for (let x = 0; x < L; x += 1) {
      const before = (i - 1) * L + x
      const head = heads[cell * L + x] as number
      if (head >= (known[before] as number)) continue
      const score = (scores[before * k + head] as number) + (edge[(i * L + x) * L + y] as number)
      if (score > top) {
        top = score
        from = x
      }
    }
    if (from < 0) return false
    const at = cell * k + rank
    scores[at] = top + (node[cell] as number)
    labelsBefore[at] = from
    ranksBefore[at] = heads[cell * L + from] as number
    known[cell] = rank + 1
    return true
  }
  for (let i = 1; i < length; i += 1) for (let y = 0; y < L; y += 1) extend(i, y)
  const paths: Path[] = []
  const next = new Uint8Array(L)
  while (paths.length < k) {
    let top = -Infinity
    let end = -1
    for (let y = 0; y < L; y += 1) {
      const cell = (length - 1) * L + y
      const rank = next[y] as number
      if (rank >= (known[cell] as number) && !extend(length - 1, y)) continue
      const score = scores[cell * k + rank] as number
      if (score > top) {
        top = score
        end = y
      }
    }
    if (end < 0) break
    paths.push({ labels: traceBack(length, L, k, end, next[end] as number), score: top })
    next[end] = (next[end] as number) + 1
  }
  return paths
}

function traceBack(length: number, L: number, k: number, end: number, rank: number): Uint8Array {
  const labels = new Uint8Array(length)
  let y = end
  let r = rank
  for (let i = length - 1; i >= 0; i -= 1) {
    labels[i] = y
    const at = (i * L + y) * k + r
    y = labelsBefore[at] as number
    r = ranksBefore[at] as number
  }
  return labels
}
