import type { Settings } from '../../open-model.ts'

/** Labels of a token around an anchor, by their numbers in the model. */
export const LABELS = { none: 0, source: 1, content: 2, cue: 3 } as const
export const LABEL_COUNT = 4

/** A linear-chain CRF's transitions. */
export type Transitions = Settings['crf']

/** The likeliest labels of a run of tokens. */
export interface Path {
  readonly labels: Uint8Array
  /** Log probability of the whole path. */
  readonly logProbability: number
}

/**
 * The likeliest path (Viterbi) and its log probability (forward algorithm).
 *
 * @param scores logits, `scores[(from + i) * LABEL_COUNT + label]` for token i
 * @param from first token of the run
 * @param to after the last one; at least one token
 */
export function findPath(scores: Float32Array, from: number, to: number, { next, first, last }: Transitions): Path {
  const length = to - from
  const scoreOf = (i: number, label: number) => scores[(from + i) * LABEL_COUNT + label] as number
  const back = new Uint8Array(length * LABEL_COUNT)
  let best = first.map((score, label) => score + scoreOf(0, label))
  let total = [...best]
  for (let i = 1; i < length; i += 1) {
    const onward: number[] = []
    const sums: number[] = []
    for (let label = 0; label < LABEL_COUNT; label += 1) {
      let from_ = 0
      const steps = next.map((row, previous) => (total[previous] as number) + (row[label] as number))
      for (let previous = 1; previous < LABEL_COUNT; previous += 1)
        if (step(best, next, previous, label) > step(best, next, from_, label)) from_ = previous
      back[i * LABEL_COUNT + label] = from_
      onward.push(step(best, next, from_, label) + scoreOf(i, label))
      sums.push(logSum(steps) + scoreOf(i, label))
    }
    best = onward
    total = sums
  }
  best = best.map((score, label) => score + (last[label] as number))
  const all = logSum(total.map((score, label) => score + (last[label] as number)))
  let label = best.indexOf(Math.max(...best))
  const logProbability = (best[label] as number) - all
  const labels = new Uint8Array(length)
  for (let i = length - 1; i >= 0; i -= 1) {
    labels[i] = label
    label = back[i * LABEL_COUNT + label] as number
  }
  return { labels, logProbability }
}

function step(best: readonly number[], next: Transitions['next'], from: number, to: number): number {
  return (best[from] as number) + ((next[from] as readonly number[])[to] as number)
}

function logSum(values: readonly number[]): number {
  const most = Math.max(...values)
  return most + Math.log(values.reduce((sum, value) => sum + Math.exp(value - most), 0))
}
