import { type CalibrationBin, cutIntoFifths } from '../evaluate/calibration.ts'
import type { Calibration } from '../store/calibration.ts'
import { brier, crossValidate, fitIsotonic, fitPlatt, type Outcome, type Points } from './fit-calibration.ts'

/** Fewer say too little of how sure the machine may be. */
export const LEAST_CLAIMS = 100
/** Of each, right and wrong; and of articles, so that there is something to try a fit on. */
export const LEAST_OF_EACH = 15
export const LEAST_ARTICLES = 5
/** Isotonic regression follows chance where there are fewer. */
const LEAST_FOR_ISOTONIC = 1000

/** What a calibration is worth on articles that it was not fitted to. */
export interface Fitted {
  readonly method: Calibration['method']
  readonly points: Points
  readonly before: Reliability
  readonly after: Reliability
}

export interface Reliability {
  readonly brier: number
  /** Mean distance between confidence and share of right, over fifths of the claims. */
  readonly error: number
  readonly fifths: readonly CalibrationBin[]
}

/** Why there is too little to fit, as a number and what it counts; null where there is enough. */
export function findLack(
  outcomes: readonly Outcome[],
): { readonly has: number; readonly needs: number; readonly of: string } | null {
  const right = outcomes.filter(({ isRight }) => isRight).length
  const articles = new Set(outcomes.map(({ articleId }) => articleId)).size
  const counts = [
    { has: outcomes.length, needs: LEAST_CLAIMS, of: 'judged claims' },
    { has: right, needs: LEAST_OF_EACH, of: 'claims that were right' },
    { has: outcomes.length - right, needs: LEAST_OF_EACH, of: 'claims that were wrong' },
    { has: articles, needs: LEAST_ARTICLES, of: 'articles with judged claims' },
  ]
  return counts.find(({ has, needs }) => has < needs) ?? null
}

/** Fits in each way that there are claims enough for, and takes the one that is best on articles that it did not see. */
export function fitCalibration(outcomes: readonly Outcome[]): Fitted {
  const before = measure(outcomes.map(({ confidence, isRight }) => ({ read: confidence, isRight })))
  const ways = [
    { method: 'platt' as const, fit: fitPlatt },
    ...(outcomes.length >= LEAST_FOR_ISOTONIC ? [{ method: 'isotonic' as const, fit: fitIsotonic }] : []),
  ]
  const tried = ways.map(({ method, fit }) => ({ method, fit, after: measure(crossValidate(outcomes, fit)) }))
  const best = tried.toSorted((a, b) => a.after.brier - b.after.brier)[0] as (typeof tried)[number]
  return { method: best.method, points: best.fit(outcomes), before, after: best.after }
}

function measure(outcomes: readonly { readonly read: number; readonly isRight: boolean }[]): Reliability {
  const fifths = cutIntoFifths(outcomes.map(({ read, isRight }) => ({ confidence: read, isRight })))
  const apart = fifths.reduce(
    (sum, { count, confidence, precision }) => sum + count * Math.abs(confidence - precision),
    0,
  )
  return { brier: brier(outcomes), error: apart / outcomes.length, fifths }
}
