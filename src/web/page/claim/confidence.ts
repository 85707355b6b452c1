import process from 'node:process'
import { calibrate, readCalibration } from '../../../store/calibration.ts'
import { type Html, html } from '../html.ts'
import { percent } from '../words.ts'

/** A claim's stored confidence, and what it is read as where the database's own corrections were fitted. */
export function renderConfidence(confidence: number, db: string): Html {
  const calibration = readCalibration(db, process.env.HEARSAY_CALIBRATION)
  if (calibration === null) return html`confidence ${percent(confidence)}`
  return html`confidence ${percent(confidence)}, ${percent(calibrate(calibration, confidence))} by this desk’s corrections`
}
