import type { Analysis } from '../arguments/analysis.ts'
import { CONTENT, CUE, LABELS, OTHER, SOURCE } from '../model/labels.ts'
import type { Reading } from '../reading/reading.ts'

/** How far all the analyses of a cue bear one of them out: expected overlaps, and probabilities of identical spans. */
export interface Agreement {
  readonly content: number
  readonly source: number
  readonly sameContent: number
  readonly sameSource: number
  readonly sameCue: number
}

const shared = new Int32Array(LABELS)
const either = new Int32Array(LABELS)

function overlapOf(label: number): number {
  return either[label] === 0 ? 1 : (shared[label] as number) / (either[label] as number)
}

/** How far the other analyses agree with this one, each weighed by its probability. */
export function weighAgreement(reading: Reading, analysis: Analysis, rivals: readonly Analysis[]): Agreement {
  const sum = { content: 0, source: 0, sameContent: 0, sameSource: 0, sameCue: 0 }
  let total = 0
  const { bare } = reading
  const { from } = analysis.window
  for (const rival of rivals) {
    const weight = Math.exp(rival.logProbability)
    total += weight
    shared.fill(0)
    either.fill(0)
    for (let j = 0; j < rival.labels.length; j += 1) {
      const a = analysis.labels[j] as number
      const b = rival.labels[j] as number
      if ((a === OTHER && b === OTHER) || bare[from + j] === 1) continue
      either[a] = (either[a] as number) + 1
      if (a === b) shared[a] = (shared[a] as number) + 1
      else either[b] = (either[b] as number) + 1
    }
    const content = overlapOf(CONTENT)
    const source = overlapOf(SOURCE)
    sum.content += weight * content
    sum.source += weight * source
    if (content === 1) sum.sameContent += weight
    if (source === 1) sum.sameSource += weight
    if (overlapOf(CUE) === 1) sum.sameCue += weight
  }
  sum.content /= total
  sum.source /= total
  return sum
}
