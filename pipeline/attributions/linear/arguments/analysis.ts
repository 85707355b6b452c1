import type { Reading } from '../reading/reading.ts'
import type { Window } from '../reading/window.ts'

/** One way to read a cue: a label for every token of its window. */
export interface Analysis {
  readonly trigger: number
  readonly window: Window
  readonly labels: Uint8Array
  /** Log-probability among all analyses of this cue. */
  readonly logProbability: number
  /** 0 for the sequence model's best. */
  readonly rank: number
}

/** Whether two analyses give every word the same label; punctuation alone makes no difference. */
export function sameWords(reading: Reading, a: Analysis, b: Analysis): boolean {
  for (let j = 0; j < a.labels.length; j += 1) {
    if (a.labels[j] !== b.labels[j] && reading.bare[a.window.from + j] === 0) return false
  }
  return true
}
