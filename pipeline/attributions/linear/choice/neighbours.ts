import { ANALYSIS_SIZE, NEIGHBOUR_COLUMN } from './analysis-feature-names.ts'
import { countShared, type RoleWords } from './analysis-words.ts'

/** A cue with the words of its analyses and their features, row after row. */
export interface NeighbouringCue {
  readonly trigger: number
  /** Log-odds by the cue model. */
  readonly score: number
  readonly words: readonly RoleWords[]
  readonly rows: Float32Array
}

/** Weaker cues say nothing about their neighbours. */
const LIKELY = -1
/** Cues further apart than this many tokens cannot touch. */
const REACH = 300
const NONE = -9

/**
 * Fills in how every analysis of every cue goes together with the likely cues around it, as the sequence model reads
 * those: whether its content holds them whole, cuts them, or says the same.
 *
 * @param cues All cues of an article, in text order.
 */
export function relateCues(cues: readonly NeighbouringCue[]): void {
  const likely = cues.filter(({ score }) => score > LIKELY)
  let first = 0
  for (const cue of cues) {
    while (first < likely.length && cue.trigger - (likely[first] as NeighbouringCue).trigger > REACH) first += 1
    for (const [a, own] of cue.words.entries()) {
      let whole = NONE
      let cut = NONE
      let headless = NONE
      let crossing = NONE
      let same = NONE
      let sameSource = NONE
      let sourceHeld = NONE
      let sourceHolds = NONE
      let cueShared = NONE
      for (let n = first; n < likely.length; n += 1) {
        const other = likely[n] as NeighbouringCue
        if (other.trigger === cue.trigger) continue
        if (other.trigger - cue.trigger > REACH) break
        const { score } = other
        const { source, cue: words, content } = other.words[0] as RoleWords
        const cues = countShared(own.content, words)
        const sources = countShared(own.content, source)
        const contents = countShared(own.content, content)
        if (cues > 0) {
          if (sources === source.length && contents === content.length) whole = Math.max(whole, score)
          else cut = Math.max(cut, score)
        } else {
          if (sources > 0) headless = Math.max(headless, score)
          if (contents > 0) {
            const either = own.content.length + content.length - contents
            if (contents * 2 >= either) same = Math.max(same, score)
            else if (contents < own.content.length && contents < content.length) crossing = Math.max(crossing, score)
          }
        }
        if (own.source.length > 0) {
          if (countShared(own.source, source) > 0) sameSource = Math.max(sameSource, score)
          if (countShared(own.source, content) > 0) sourceHeld = Math.max(sourceHeld, score)
          if (countShared(own.source, words) > 0) sourceHolds = Math.max(sourceHolds, score)
        }
        if (countShared(own.cue, words) > 0) cueShared = Math.max(cueShared, score)
      }
      cue.rows.set(
        [whole, cut, headless, crossing, same, sameSource, sourceHeld, sourceHolds, cueShared],
        a * ANALYSIS_SIZE + NEIGHBOUR_COLUMN,
      )
    }
  }
}
