import type { LabelShare } from '../audit-report.ts'
import { countedShare } from '../intervals/shares.ts'
import { eachVoice, type SelectedVoices } from '../select-voices.ts'
import type { VoiceDimension } from '../voice-selection.ts'
import { VOICE_LABELS } from './labels-of-voices.ts'

export interface Counted {
  readonly isMeant: (row: number) => boolean
  /** Without it each label is a share of all that are meant; with it hits are a share of each label. */
  readonly isHit?: (row: number) => boolean
}

/**
 * Of the voices that `isMeant` takes, how many have each label of a dimension; or, with `isHit`, of those with each label how
 * many are hits.
 */
export function countLabels(
  selected: SelectedVoices,
  dimension: VoiceDimension,
  { isMeant, isHit }: Counted,
  everyLabel: boolean,
): LabelShare[] {
  const { labels, columnOf } = VOICE_LABELS[dimension]
  const labelOf = columnOf(selected.columns)
  const counts = new Uint32Array(labels.length)
  const hits = new Uint32Array(labels.length)
  let n = 0
  eachVoice(selected, row => {
    if (!isMeant(row)) return
    const label = labelOf[row] as number
    n++
    counts[label] = (counts[label] as number) + 1
    if (isHit?.(row)) hits[label] = (hits[label] as number) + 1
  })
  return labels.flatMap((label, number) => {
    const count = counts[number] as number
    if (count === 0 && !everyLabel) return []
    return [
      { label, share: isHit === undefined ? countedShare(count, n) : countedShare(hits[number] as number, count) },
    ]
  })
}

/** How many voices some test takes. */
export function countVoices(selected: SelectedVoices, isMeant: (row: number) => boolean): number {
  let count = 0
  eachVoice(selected, row => {
    if (isMeant(row)) count++
  })
  return count
}
