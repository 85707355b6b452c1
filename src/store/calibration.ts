import { existsSync, readFileSync } from 'node:fs'
import { HearsayError } from '../domain/errors.ts'
import { isPostgres } from './database-name.ts'

/** How a desk's corrections say that confidence is to be read. */
export interface Calibration {
  readonly hearsay: 'calibration'
  readonly version: 1
  readonly method: 'platt' | 'isotonic'
  /** ISO 8601. */
  readonly fittedAt: string
  readonly claims: number
  readonly right: number
  /** Mean squared difference between confidence and what was right, on articles that the fit did not see. */
  readonly before: number
  readonly after: number
  /** Confidence and what it is read as, both ascending; between two points it is read on the line between them. */
  readonly points: readonly (readonly [confidence: number, read: number])[]
}

/**
 * Where a database's calibration is kept: beside a SQLite file, or where the environment says.
 *
 * @param named what HEARSAY_CALIBRATION says
 * @returns null for a server's database of which nothing says where
 */
export function calibrationPath(db: string, named: string | undefined): string | null {
  if (named !== undefined && named !== '') return named
  return isPostgres(db) ? null : `${db}.calibration.json`
}

/**
 * The calibration of a database; null where there is none.
 *
 * @throws HearsayError (2) when its file is damaged
 */
export function readCalibration(db: string, named: string | undefined): Calibration | null {
  const path = calibrationPath(db, named)
  if (path === null || !existsSync(path)) return null
  try {
    const value = JSON.parse(readFileSync(path, 'utf8')) as Calibration
    if (value.hearsay === 'calibration' && value.version === 1 && arePoints(value.points)) return value
  } catch {
    // Said below.
  }
  throw new HearsayError(
    `${path} is no calibration of hearsay; make it anew with hearsay calibrate, or delete it.`,
    'calibration-invalid',
  )
}

/** What a stored confidence is read as. */
export function calibrate({ points }: Pick<Calibration, 'points'>, confidence: number): number {
  const at = points.findIndex(([from]) => from >= confidence)
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined) return confidence
  if (at === 0) return first[1]
  if (at < 0) return last[1]
  const [from, low] = points[at - 1] as readonly [number, number]
  const [to, high] = points[at] as readonly [number, number]
  return low + ((high - low) * (confidence - from)) / (to - from)
}

function arePoints(points: unknown): boolean {
  if (!Array.isArray(points) || points.length === 0) return false
  const isShare = (value: unknown) => typeof value === 'number' && value >= 0 && value <= 1
  return points.every((point, index) => {
    const before = points[index - 1] as readonly [number, number] | undefined
    if (!Array.isArray(point) || point.length !== 2 || !point.every(isShare)) return false
    return before === undefined || (point[0] > before[0] && point[1] >= before[1])
  })
}
