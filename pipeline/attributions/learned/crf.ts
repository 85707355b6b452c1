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

/** The `k` best label sequences, best first. */
export function findBestPaths(lattice: Lattice, length: number, k: number): Path[] {
  const L = lattice.labels
  const { node, edge } = lattice
  const width = L * k
  const scores = new Float64Array(length * width).fill(-Infinity)
  const back = new Int32Array(length * width)
  for (let y = 0; y < L; y += 1) scores[y * k] = node[y] as number
  const heads = new Int32Array(L)
  for (let i = 1; i < length; i += 1) {
    const before = (i - 1) * width
    for (let y = 0; y < L; y += 1) {
      heads.fill(0)
      const here = i * width + y * k
      for (let r = 0; r < k; r += 1) {
        let top = -Infinity
        let from = -1
        for (let x = 0; x < L; x += 1) {
          const head = heads[x] as number
          if (head >= k) continue
          const score = (scores[before + x * k + head] as number) + (edge[(i * L + x) * L + y] as number)
          if (score > top) {
            top = score
            from = x
          }
        }
        if (from < 0) break
        scores[here + r] = top + (node[i * L + y] as number)
        back[here + r] = from * k + (heads[from] as number)
        heads[from] = (heads[from] as number) + 1
      }
    }
  }
  const last = (length - 1) * width
  const ends = Array.from({ length: width }, (_, at) => at)
    .filter(at => (scores[last + at] as number) > -Infinity)
    .sort((a, b) => (scores[last + b] as number) - (scores[last + a] as number) || a - b)
    .slice(0, k)
  return ends.map(end => {
    const labels = new Uint8Array(length)
    let at = end
    for (let i = length - 1; i >= 0; i -= 1) {
      labels[i] = (at / k) | 0
      at = back[i * width + at] as number
    }
    return { labels, score: scores[last + end] as number }
  })
}
