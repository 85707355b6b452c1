import type { LabelShare, Share } from '../audit-report.ts'
import type { VoiceColumns } from '../columns/voice-columns.ts'
import { countedShare } from '../intervals/shares.ts'
import type { VoiceDimension } from '../voice-selection.ts'
import { VOICE_LABELS } from './labels-of-voices.ts'

/** How many of some voices have each label of a dimension, and how many of these are hits. */
export class LabelCounter {
  readonly #labels: readonly string[]
  readonly #column: Uint8Array
  readonly #counts: Uint32Array
  readonly #hits: Uint32Array
  #all = 0

  constructor(columns: VoiceColumns, dimension: VoiceDimension) {
    const { labels, columnOf } = VOICE_LABELS[dimension]
    this.#labels = labels
    this.#column = columnOf(columns)
    this.#counts = new Uint32Array(labels.length)
    this.#hits = new Uint32Array(labels.length)
  }

  add(row: number, isHit = false): void {
    const label = this.#column[row] as number
    this.#counts[label] = (this.#counts[label] as number) + 1
    if (isHit) this.#hits[label] = (this.#hits[label] as number) + 1
    this.#all++
  }

  /**
   * What each label has of all.
   *
   * @param everyLabel give labels too that none has
   */
  sharesOfAll(everyLabel: boolean): LabelShare[] {
    return this.#shares(everyLabel, label => countedShare(this.#counts[label] as number, this.#all))
  }

  /** Of those with each label, how many are hits. */
  sharesOfHits(everyLabel: boolean): LabelShare[] {
    return this.#shares(everyLabel, label => countedShare(this.#hits[label] as number, this.#counts[label] as number))
  }

  #shares(everyLabel: boolean, shareOf: (label: number) => Share): LabelShare[] {
    return this.#labels.flatMap((label, number) =>
      this.#counts[number] === 0 && !everyLabel ? [] : [{ label, share: shareOf(number) }],
    )
  }
}
