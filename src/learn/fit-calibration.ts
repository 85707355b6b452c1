import { calibrate } from '../store/calibration.ts'

/** A claim's confidence and whether it was right. */
export interface Outcome {
  readonly confidence: number
  readonly isRight: boolean
  /** Claims of one article are alike: those that a fit is tried on come from others than those that it was made with. */
  readonly articleId: string
}

export type Points = readonly (readonly [confidence: number, read: number])[]

/** Confidence of 0 or 1 has no odds. */
const EDGE = 1e-4
const STEPS = 200
/** Points by which a curve is kept. */
const GRID = [0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.925, 0.95, 0.97, 0.98, 0.99, 1]

/**
 * Platt's way: a logistic function of the odds of confidence, with targets drawn in as if there were one more right and one more
 * wrong, by Newton's method. Two numbers are fitted, so that a few hundred claims are enough. It never falls.
 */
export function fitPlatt(outcomes: readonly Outcome[]): Points {
  const right = outcomes.filter(({ isRight }) => isRight).length
  const wrong = outcomes.length - right
  const [high, low] = [(right + 1) / (right + 2), 1 / (wrong + 2)]
  const rows = outcomes.map(({ confidence, isRight }) => ({ x: logit(confidence), target: isRight ? high : low }))
  let [slope, bias] = [1, 0]
  for (let step = 0; step < STEPS; step++) {
    let [gradSlope, gradBias, a, b, c] = [0, 0, 1e-6, 0, 1e-6]
    for (const { x, target } of rows) {
      const p = sigmoid(slope * x + bias)
      gradSlope += (p - target) * x
      gradBias += p - target
      const weight = p * (1 - p)
      a += weight * x * x
      b += weight * x
      c += weight
    }
    const det = a * c - b * b
    const [moveSlope, moveBias] = [(c * gradSlope - b * gradBias) / det, (a * gradBias - b * gradSlope) / det]
    slope -= clamp(moveSlope)
    bias -= clamp(moveBias)
    if (Math.abs(moveSlope) + Math.abs(moveBias) < 1e-9) break
  }
  const rising = Math.max(0, slope)
  return GRID.map(confidence => [confidence, round(sigmoid(rising * logit(confidence) + bias))])
}

/** The best function that never falls, by pooling neighbours that do (Ayer and others 1955); it takes many claims. */
export function fitIsotonic(outcomes: readonly Outcome[]): Points {
  const blocks: { sum: number; weight: number; confidence: number }[] = []
  for (const { confidence, isRight } of outcomes.toSorted((a, b) => a.confidence - b.confidence)) {
    blocks.push({ sum: isRight ? 1 : 0, weight: 1, confidence })
    for (let last = blocks.length - 1; last > 0; last--) {
      const [left, own] = [blocks[last - 1], blocks[last]] as [(typeof blocks)[number], (typeof blocks)[number]]
      if (left.confidence < own.confidence && left.sum / left.weight < own.sum / own.weight) break
      const weight = left.weight + own.weight
      const middle = (left.confidence * left.weight + own.confidence * own.weight) / weight
      blocks.splice(last - 1, 2, { sum: left.sum + own.sum, weight, confidence: middle })
    }
  }
  const points = blocks.map(({ sum, weight, confidence }) => [round(confidence), round(sum / weight)] as const)
  return points.filter(([at], index) => index === 0 || at > (points[index - 1]?.[0] ?? -1))
}

/** What each claim would be read as by a fit on the articles of the other folds. */
export function crossValidate(
  outcomes: readonly Outcome[],
  fit: (outcomes: readonly Outcome[]) => Points,
  folds = 5,
): (Outcome & { readonly read: number })[] {
  const articles = [...new Set(outcomes.map(({ articleId }) => articleId))].toSorted()
  const foldOf = new Map(articles.map((id, index) => [id, index % folds]))
  return Array.from({ length: folds }, (_, fold) => {
    const isIn = ({ articleId }: Outcome) => foldOf.get(articleId) === fold
    const points = fit(outcomes.filter(outcome => !isIn(outcome)))
    return outcomes.filter(isIn).map(outcome => ({ ...outcome, read: calibrate({ points }, outcome.confidence) }))
  }).flat()
}

/** Mean squared difference between what was promised and what was right (Brier 1950). */
export function brier(outcomes: readonly { readonly read: number; readonly isRight: boolean }[]): number {
  return outcomes.reduce((sum, { read, isRight }) => sum + (read - (isRight ? 1 : 0)) ** 2, 0) / outcomes.length
}

function logit(confidence: number): number {
  const inside = Math.min(1 - EDGE, Math.max(EDGE, confidence))
  return Math.log(inside / (1 - inside))
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x))
}

function clamp(step: number): number {
  return Math.min(2, Math.max(-2, step))
}

function round(share: number): number {
  return Math.round(share * 1e4) / 1e4
}
