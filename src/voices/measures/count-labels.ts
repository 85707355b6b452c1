import type { LabelShare } from '../audit-report.ts'
import { countedShare } from '../intervals/shares.ts'
import type { SelectedVoices } from '../select-voices.ts'
import type { VoiceColumns } from '../voice-columns.ts'
import type { VoiceDimension } from '../voice-selection.ts'
import { VOICE_LABELS } from './labels-of-voices.ts'

/** The rows of a selection that some test takes. */
export function rowsWhere({ columns: { start }, articles }: SelectedVoices, test: (row: number) => boolean): number[] {
  const rows: number[] = []
  for (let place = 0; place < articles.length; place++) {
    const article = articles[place] as number
    const end = start[article + 1] as number
    for (let row = start[article] as number; row < end; row++) if (test(row)) rows.push(row)
  }
  return rows
}

/**
 * How many of some voices have each label of a dimension; or, with `isHit`, of those with each label how many are hits.
 *
 * @param everyLabel Give labels too that none has.
 */
export function countLabels(
  columns: VoiceColumns,
  dimension: VoiceDimension,
  rows: readonly number[],
  everyLabel: boolean,
  isHit?: (row: number) => boolean,
): LabelShare[] {
  const { labels, columnOf } = VOICE_LABELS[dimension]
  const labelOf = columnOf(columns)
  const counts = new Uint32Array(labels.length)
  const hits = new Uint32Array(labels.length)
  for (const row of rows) {
    const label = labelOf[row] as number
    counts[label] = (counts[label] as number) + 1
    if (isHit?.(row)) hits[label] = (hits[label] as number) + 1
  }
  return labels.flatMap((label, number) => {
    const count = counts[number] as number
    if (count === 0 && !everyLabel) return []
    const share = isHit === undefined ? countedShare(count, rows.length) : countedShare(hits[number] as number, count)
    return [{ label, share }]
  })
}
