import type { Interval } from '../evaluate/figures/figure.ts'
import { wilsonOrNull } from '../evaluate/figures/wilson.ts'
import { JUDGED_FIELDS, type Judged, type JudgedClaim, type JudgedField } from './judged-claims.ts'

/** How often the machine was right on some of the claims that editors judged. */
export interface Accuracy {
  readonly judged: number
  readonly right: number
  /** Accepted with nothing changed. */
  readonly asFound: number
  readonly changed: number
  readonly rejected: number
  /** Of right among judged, in [0, 1]. */
  readonly share: number
  readonly interval: Interval | null
}

/** Of the claims that are ones: in how many editors left the field as it was. */
export interface FieldAccuracy {
  readonly kept: number
  readonly changed: number
  readonly share: number
  readonly interval: Interval | null
}

export interface CorrectionScores {
  readonly articles: number
  readonly unjudged: number
  readonly all: Accuracy
  readonly act: Readonly<Record<string, Accuracy>>
  readonly naming: Readonly<Record<string, Accuracy>>
  readonly publisher: Readonly<Record<string, Accuracy>>
  readonly confidence: Readonly<Record<string, Accuracy>>
  readonly field: Readonly<Record<JudgedField, FieldAccuracy>>
  /** Claims that editors added, and the share that the machine found of those and of its own that are ones. */
  readonly missed: number
  readonly found: { readonly share: number; readonly interval: Interval | null }
}

/** Lower ends of the bins of confidence. Finer where most claims are. */
const BINS = [0, 0.5, 0.7, 0.8, 0.9, 0.95] as const

/** @example labelBin(0.83) // → '0.80–0.90' */
export function labelBin(confidence: number): string {
  const index = BINS.findLastIndex(low => confidence >= low)
  return `${(BINS[index] ?? 0).toFixed(2)}–${(BINS[index + 1] ?? 1).toFixed(2)}`
}

/** Counts what editors said of the machine's claims, as a whole and by what the machine had said of them. */
export function scoreCorrections({ claims, articles, missed, unjudged }: Judged): CorrectionScores {
  const real = claims.filter(({ isRejected }) => !isRejected)
  const fields = JUDGED_FIELDS.map(field => {
    const changed = real.filter(claim => claim.changed.includes(field)).length
    const kept = real.length - changed
    return [field, { kept, changed, share: kept / real.length, interval: wilsonOrNull(kept, real.length) }]
  })
  return {
    articles,
    unjudged,
    all: measure(claims),
    act: measureBy(claims, ({ act }) => act),
    naming: measureBy(claims, ({ naming }) => naming),
    publisher: measureBy(claims, ({ publisher }) => publisher ?? '(not known)'),
    confidence: measureBy(claims, ({ confidence }) => labelBin(confidence)),
    field: Object.fromEntries(fields) as Record<JudgedField, FieldAccuracy>,
    missed,
    found: { share: real.length / (real.length + missed), interval: wilsonOrNull(real.length, real.length + missed) },
  }
}

function measure(claims: readonly JudgedClaim[]): Accuracy {
  const count = (is: (claim: JudgedClaim) => boolean) => claims.filter(is).length
  const right = count(({ isRight }) => isRight)
  return {
    judged: claims.length,
    right,
    asFound: count(({ isRejected, changed }) => !isRejected && changed.length === 0),
    changed: count(({ changed }) => changed.length > 0),
    rejected: count(({ isRejected }) => isRejected),
    share: right / claims.length,
    interval: wilsonOrNull(right, claims.length),
  }
}

function measureBy(claims: readonly JudgedClaim[], labelOf: (claim: JudgedClaim) => string): Record<string, Accuracy> {
  const groups = [...Map.groupBy(claims, labelOf)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(groups.map(([label, own]) => [label, measure(own)]))
}
