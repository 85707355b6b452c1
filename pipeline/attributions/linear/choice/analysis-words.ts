import type { Analysis } from '../arguments/analysis.ts'
import { CONTENT, CUE, SOURCE } from '../model/labels.ts'
import type { Reading } from '../reading/reading.ts'

/** Words by role: token indices, ascending, punctuation left out. */
export interface RoleWords {
  readonly source: readonly number[]
  readonly cue: readonly number[]
  readonly content: readonly number[]
}

/** Lists the words that an analysis gives a role. */
export function wordsOf(reading: Reading, { labels, window }: Analysis, role: number): number[] {
  const words: number[] = []
  for (let j = 0; j < labels.length; j += 1) {
    if (labels[j] === role && reading.bare[window.from + j] === 0) words.push(window.from + j)
  }
  return words
}

/** The cue's words; a cue that is a colon or dash is its own word. */
export function cueWordsOf(reading: Reading, analysis: Analysis): number[] {
  const words = wordsOf(reading, analysis, CUE)
  return words.length > 0 ? words : [analysis.trigger]
}

/** All words of an analysis by role. */
export function rolesOf(reading: Reading, analysis: Analysis): RoleWords {
  return {
    source: wordsOf(reading, analysis, SOURCE),
    cue: cueWordsOf(reading, analysis),
    content: wordsOf(reading, analysis, CONTENT),
  }
}

/** How many numbers two ascending lists share. */
export function countShared(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || b.length === 0) return 0
  // Most lists lie wholly before or after the other.
  if ((a[a.length - 1] as number) < (b[0] as number) || (b[b.length - 1] as number) < (a[0] as number)) return 0
  let i = 0
  let j = 0
  let shared = 0
  while (i < a.length && j < b.length) {
    const x = a[i] as number
    const y = b[j] as number
    if (x === y) shared += 1
    if (x <= y) i += 1
    if (y <= x) j += 1
  }
  return shared
}
