import type { Calibration } from '../../../store/calibration.ts'

/** `fitted on 2026-11-30 to 312 judged claims (platt), Brier 0.0912 → 0.0801` */
export function describeCalibration({ method, fittedAt, claims, before, after }: Calibration): string {
  return `fitted on ${fittedAt.slice(0, 10)} to ${claims} judged claims (${method}), Brier ${before.toFixed(4)} → ${after.toFixed(4)}`
}
