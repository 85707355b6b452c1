/*
 * A linear-chain conditional random field over a few labels. Scores come in as flat arrays:
 * `node[i * L + y]` for label y at position i, `edge[i * L * L + x * L + y]` for the step from x at i - 1 to y at i.
 */

/** Forward-backward with scaling; its arrays are reused across calls, to keep the garbage collector out of the loop. */
export class Lattice {
  readonly labels: number
  /** Scores to fill in after `reset`; they must stay within ±500, except that a node may be far below to forbid it. */
  node = new Float64Array(0)
  edge = new Float64Array(0)
  /** Probability of each label at each position, after `run`. */
  marginal = new Float64Array(0)
  #forward = new Float64Array(0)
  #backward = new Float64Array(0)
  #nodeFactor = new Float64Array(0)
  #edgeFactor = new Float64Array(0)
  /** What the forward values of each position were divided by. */
  #scale = new Float64Array(0)

  constructor(labels: number) {
    this.labels = labels
  }

  /** Makes room for `length` positions and clears all scores. */
  reset(length: number): void {
    const { labels } = this
    if (length <= this.#scale.length) {
      this.node.fill(0, 0, length * labels)
      this.edge.fill(0, 0, length * labels * labels)
      return
    }
    const size = Math.ceil(length * 1.5)
    this.node = new Float64Array(size * labels)
    this.edge = new Float64Array(size * labels * labels)
    this.marginal = new Float64Array(size * labels)
    this.#forward = new Float64Array(size * labels)
    this.#backward = new Float64Array(size * labels)
    this.#nodeFactor = new Float64Array(size * labels)
    this.#edgeFactor = new Float64Array(size * labels * labels)
    this.#scale = new Float64Array(size)
  }

  /** Fills `marginal`; returns the log of the partition function. */
  run(length: number): number {
    const { labels: L, node, edge, marginal } = this
    const forward = this.#forward
    const backward = this.#backward
    const nodeFactor = this.#nodeFactor
    const edgeFactor = this.#edgeFactor
    const scale = this.#scale
    for (let at = L * L; at < length * L * L; at += 1) edgeFactor[at] = Math.exp(edge[at] as number)
    let total = 0
    for (let i = 0; i < length; i += 1) {
      const here = i * L
      let top = -Infinity
      for (let y = 0; y < L; y += 1) if ((node[here + y] as number) > top) top = node[here + y] as number
      let sum = 0
      for (let y = 0; y < L; y += 1) {
        const factor = Math.exp((node[here + y] as number) - top)
        nodeFactor[here + y] = factor
        let reached = i === 0 ? 1 : 0
        if (i > 0) {
          for (let x = 0; x < L; x += 1) {
            reached += (forward[here - L + x] as number) * (edgeFactor[(here + x) * L + y] as number)
          }
        }
        forward[here + y] = reached * factor
        sum += reached * factor
      }
      for (let y = 0; y < L; y += 1) forward[here + y] = (forward[here + y] as number) / sum
      scale[i] = sum
      total += top + Math.log(sum)
    }
    for (let y = 0; y < L; y += 1) backward[(length - 1) * L + y] = 1
    for (let i = length - 2; i >= 0; i -= 1) {
      const next = (i + 1) * L
      for (let x = 0; x < L; x += 1) {
        let sum = 0
        for (let y = 0; y < L; y += 1) {
          const onward = (nodeFactor[next + y] as number) * (backward[next + y] as number)
          sum += (edgeFactor[(next + x) * L + y] as number) * onward
        }
        backward[i * L + x] = sum / (scale[i + 1] as number)
      }
    }
    for (let at = 0; at < length * L; at += 1) marginal[at] = (forward[at] as number) * (backward[at] as number)
    return total
  }

  /** Probability of the step x → y into position i, after `run`. */
  step(i: number, x: number, y: number): number {
    const L = this.labels
    const into = (this.#edgeFactor[(i * L + x) * L + y] as number) * (this.#nodeFactor[i * L + y] as number)
    const through = (this.#forward[(i - 1) * L + x] as number) * into * (this.#backward[i * L + y] as number)
    return through / (this.#scale[i] as number)
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

// Best score that reaches each cell under given labels, and the label before. Reused across calls.
let pathScores = new Float64Array(0)
let pathBefore = new Uint8Array(0)

/** Marks a position whose label {@link completePath} chooses. */
export const FREE = 255

/** The best label sequence that has the given labels wherever they are not {@link FREE}. */
export function completePath({ labels: L, node, edge }: Lattice, length: number, given: Uint8Array): Path {
  if (pathScores.length < length * L) {
    pathScores = new Float64Array(length * L * 2)
    pathBefore = new Uint8Array(length * L * 2)
  }
  for (let i = 0; i < length; i += 1) {
    for (let y = 0; y < L; y += 1) {
      const cell = i * L + y
      if (given[i] !== FREE && given[i] !== y) {
        pathScores[cell] = -Infinity
        continue
      }
      let top = i === 0 ? 0 : -Infinity
      for (let x = 0; i > 0 && x < L; x += 1) {
        const score = (pathScores[cell - y - L + x] as number) + (edge[(i * L + x) * L + y] as number)
        if (score <= top) continue
        top = score
        pathBefore[cell] = x
      }
      pathScores[cell] = top + (node[cell] as number)
    }
  }
  const labels = new Uint8Array(length)
  let y = 0
  for (let x = 1; x < L; x += 1) {
    const end = (length - 1) * L
    if ((pathScores[end + x] as number) > (pathScores[end + y] as number)) y = x
  }
  const score = pathScores[(length - 1) * L + y] as number
  for (let i = length - 1; i >= 0; i -= 1) {
    labels[i] = y
    y = pathBefore[i * L + y] as number
  }
  return { labels, score }
}
