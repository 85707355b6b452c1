import type { SelectedVoices } from '../select-voices.ts'
import type { VoiceDimension } from '../voice-selection.ts'
import { PERSON, VOICE_LABELS, type VoiceLabels } from './labels-of-voices.ts'
import { SpreadCounter } from './spreads.ts'

/** Claims and words come by the article, and have intervals by draws; sources and articles are counted one by one. */
export const DRAWN = ['claims', 'quotedWords'] as const
export type DrawnUnit = (typeof DRAWN)[number]

/** Whether all are the whole, or only those of which the label is known. */
export const WHOLES = ['all', 'known'] as const
export type Whole = (typeof WHOLES)[number]
/** What of a unit the sources with each label have. */
interface Tallied {
  /** By label. */
  readonly hits: Float64Array
  /** By part of the articles, then by label. */
  readonly sums: Float64Array
  readonly spread: Readonly<Record<Whole, SpreadCounter>>
}

/** The voices of a selection counted by the labels of a dimension. */
export class LabelTally {
  readonly dimension: VoiceDimension
  readonly #labels: VoiceLabels
  readonly #column: Uint8Array
  readonly #kind: Uint8Array
  readonly #first: Uint8Array
  readonly #last: Uint8Array
  readonly sources: Float64Array
  readonly first: Float64Array
  readonly last: Float64Array
  readonly #claims: Tallied
  readonly #words: Tallied
  /** What the article that is being counted has. */
  #allClaims = 0
  #knownClaims = 0
  #allWords = 0
  #knownWords = 0

  constructor({ columns, parts }: SelectedVoices, dimension: VoiceDimension) {
    const labels = VOICE_LABELS[dimension]
    const { length } = labels.labels
    this.dimension = dimension
    this.#labels = labels
    this.#column = labels.columnOf(columns)
    this.#kind = columns.kind
    this.#first = columns.first
    this.#last = columns.last
    this.sources = new Float64Array(length)
    this.first = new Float64Array(length)
    this.last = new Float64Array(length)
    const tallied = () => ({
      hits: new Float64Array(length),
      sums: new Float64Array(length * parts),
      spread: { all: new SpreadCounter(), known: new SpreadCounter() },
    })
    this.#claims = tallied()
    this.#words = tallied()
  }

  /** Counts a source with its claims and quoted words. */
  add(row: number, part: number, claims: number, words: number): void {
    if (this.#labels.ofPeople && this.#kind[row] !== PERSON) return
    const label = this.#column[row] as number
    increase(this.sources, label, 1)
    increase(this.first, label, this.#first[row] as number)
    increase(this.last, label, this.#last[row] as number)
    const cell = part * this.sources.length + label
    increase(this.#claims.sums, cell, claims)
    increase(this.#words.sums, cell, words)
    this.#allClaims += claims
    this.#allWords += words
    if (label === this.#labels.unknown) return
    this.#knownClaims += claims
    this.#knownWords += words
  }

  /** Ends an article. */
  endArticle(): void {
    this.#claims.spread.all.add(this.#allClaims)
    this.#claims.spread.known.add(this.#knownClaims)
    this.#words.spread.all.add(this.#allWords)
    this.#words.spread.known.add(this.#knownWords)
    this.#allClaims = 0
    this.#knownClaims = 0
    this.#allWords = 0
    this.#knownWords = 0
  }

  /** Ends the selection. */
  end(): void {
    const { length } = this.sources
    for (const { hits, sums } of [this.#claims, this.#words])
      for (let from = 0; from < sums.length; from += length)
        for (let label = 0; label < length; label++) increase(hits, label, sums[from + label] as number)
  }

  of(unit: DrawnUnit): Tallied {
    return unit === 'claims' ? this.#claims : this.#words
  }
}

function increase(counts: Float64Array, at: number, by: number): void {
  counts[at] = (counts[at] as number) + by
}
