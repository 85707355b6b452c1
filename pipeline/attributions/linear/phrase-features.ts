import type { Analysis } from './analysis.ts'
import { combine } from './hash.ts'
import { CONTENT, CUE, SOURCE } from './labels.ts'
import { AUX, NOUN, PRON, PROPN, type Reading, VERB } from './reading.ts'

/** Room for the feature hashes of one analysis. */
export const PHRASE_FEATURES = 72

const NONE = 0x5bd1e995

/** Short counts stay apart, long ones fall together. */
function step(count: number): number {
  return count <= 3 ? count : count <= 6 ? 4 : count <= 12 ? 5 : count <= 25 ? 6 : 7
}

/**
 * Writes the feature hashes of an analysis into `out`: the words at the borders of its phrases, and how they go
 * together with the cue. What dense features cannot see: that "called for" takes a noun and "vowed" an infinitive.
 *
 * @returns How many were written.
 */
export function writePhraseFeatures(reading: Reading, analysis: Analysis, out: Int32Array): number {
  const { labels, trigger, window } = analysis
  const { from } = window
  const { lemma, form, frame, pos, shape, bare, sentence, quotation } = reading
  const n = reading.length
  const first = [-1, -1, -1, -1]
  const last = [-1, -1, -1, -1]
  const count = [0, 0, 0, 0]
  const parts = [0, 0, 0, 0]
  let phrase = 7
  let cueFrames = 7
  let running = 0
  let order = 0
  let quoted = 0
  for (let j = 0; j < labels.length; j += 1) {
    const i = from + j
    if (bare[i] === 1 && i !== trigger) continue
    const y = labels[j] as number
    if (y !== running) {
      parts[y] = (parts[y] as number) + 1
      if (y !== 0) order = order * 4 + y
    }
    running = y
    count[y] = (count[y] as number) + 1
    if ((first[y] as number) < 0) first[y] = i
    last[y] = i
    if (y === CUE) {
      phrase = combine(phrase, lemma[i] as number)
      cueFrames = combine(cueFrames, i === trigger ? (pos[i] as number) : (frame[i] as number))
    }
    if (y === CONTENT && quotation[i] !== -1) quoted += 1
  }
  const at = (column: Int32Array | Uint8Array, i: number): number => (i >= 0 && i < n ? (column[i] as number) : NONE)
  const c0 = first[CONTENT] as number
  const c1 = last[CONTENT] as number
  const s0 = first[SOURCE] as number
  const s1 = last[SOURCE] as number
  const q1 = last[CUE] as number
  const q0 = first[CUE] as number
  const T = lemma[trigger] as number
  const contentFirst = at(frame, c0)
  const contentSecond = c0 < 0 ? NONE : at(frame, c0 + 1)
  const contentBefore = c0 < 0 ? NONE : at(frame, c0 - 1)
  const contentAfter = c1 < 0 ? NONE : at(frame, c1 + 1)
  const contentAfter2 = c1 < 0 ? NONE : at(frame, c1 + 2)
  const share = count[CONTENT] === 0 ? 3 : quoted === 0 ? 0 : quoted === count[CONTENT] ? 2 : 1
  // The first noun or verb of the content, past its determiner.
  let head = NONE
  let headPos = 31
  for (let i = c0; i >= 0 && i <= c1 && i < c0 + 5; i += 1) {
    const p = pos[i] as number
    if (p === NOUN || p === PROPN || p === PRON || p === VERB || p === AUX) {
      head = lemma[i] as number
      headPos = p
      break
    }
  }
  const sourceHead = at(lemma, s1)
  const sourcePos = s1 < 0 ? 30 : (pos[s1] as number)
  const sourceKind = combine(sourcePos, s1 < 0 ? NONE : (shape[s1] as number))
  // A source often ends in a clause of its own; the first noun is then its head.
  let sourceNoun = NONE
  for (let i = s0; i >= 0 && i <= s1; i += 1) {
    const p = pos[i] as number
    if (p === NOUN || p === PROPN || p === PRON) {
      sourceNoun = lemma[i] as number
      if (i + 1 > s1 || ((pos[i + 1] as number) !== NOUN && (pos[i + 1] as number) !== PROPN)) break
    }
  }
  const side = c0 < 0 ? 0 : c0 > trigger ? 1 : c1 < trigger ? 2 : 3
  const sourceSide = s0 < 0 ? 0 : s0 > trigger ? 1 : 2
  const layout = combine(order, share)
  let k = 0
  const add = (value: number): void => {
    out[k] = combine(value, 0x3000 + k)
    k += 1
  }
  add(phrase)
  add(T)
  add(combine(phrase, contentFirst))
  add(combine(T, contentFirst))
  add(combine(T, combine(contentFirst, contentSecond)))
  add(combine(cueFrames, contentFirst))
  add(combine(T, order))
  add(combine(T, layout))
  add(combine(phrase, layout))
  add(layout)
  add(combine(layout, contentFirst))
  add(combine(T, headPos))
  add(combine(T, head))
  add(combine(head, cueFrames))
  add(combine(phrase, headPos))
  add(sourceHead)
  add(sourceNoun)
  add(combine(T, sourceNoun))
  add(combine(T, sourceKind))
  add(combine(T, sourceSide * 4 + side))
  add(combine(sourceKind, cueFrames))
  add(combine(sourceNoun, cueFrames))
  add(combine(sourceNoun, contentFirst))
  add(combine(at(frame, s0), step(count[SOURCE] as number)))
  add(combine(s0 < 0 ? NONE : at(frame, s0 - 1), sourceSide))
  add(combine(s0 < 0 ? NONE : at(frame, s0 - 1), combine(at(frame, s0), sourceSide)))
  add(combine(s1 < 0 ? NONE : at(frame, s1 + 1), combine(sourcePos, sourceSide)))
  add(combine(s1 < 0 ? NONE : at(lemma, s1 + 1), sourceSide))
  add(combine(s1 < 0 ? NONE : at(frame, s1 + 1), at(frame, s1 + 2)))
  add(combine(contentBefore, contentFirst))
  add(combine(contentBefore, combine(contentFirst, side)))
  add(combine(at(form, c0), side))
  add(combine(at(lemma, c1), contentAfter))
  add(combine(at(frame, c1), contentAfter))
  add(combine(contentAfter, contentAfter2))
  add(combine(combine(at(frame, c1), contentAfter), contentAfter2))
  add(combine(contentAfter, combine(at(lemma, c1 < 0 ? -1 : c1 + 2), 1)))
  add(combine(contentAfter, at(lemma, c1 < 0 ? -1 : c1 + 1)))
  add(combine(T, contentAfter))
  add(combine(contentFirst, contentAfter))
  add(combine(headPos, combine(contentAfter, step(count[CONTENT] as number))))
  add(combine(at(lemma, c1), at(pos, c1 < 0 ? -1 : c1 - 1)))
  add(combine(at(frame, q1), at(frame, q1 + 1)))
  add(combine(at(lemma, q1), at(lemma, q1 + 1)))
  add(combine(T, at(lemma, q1)))
  add(combine(T, combine(at(frame, q1), at(frame, q1 + 1))))
  add(combine(at(frame, q0 - 1), at(frame, q0)))
  add(combine(cueFrames, at(frame, q1 + 1)))
  add(cueFrames)
  add(combine(cueFrames, layout))
  add(combine(step(count[CUE] as number), pos[trigger] as number))
  add(combine(step(count[CONTENT] as number), combine(headPos, share)))
  add(combine(step(count[CONTENT] as number), T))
  add(combine(parts[CONTENT] as number, combine(side, share)))
  add(
    combine(
      c0 < 0 ? 9 : (sentence[c0] as number) - (sentence[trigger] as number),
      c1 < 0 ? 9 : (sentence[c1] as number) - (sentence[trigger] as number),
    ),
  )
  add(combine(reading.heading[trigger] as number, layout))
  add(combine(quotation[trigger] === -1 ? 0 : 1, T))
  return k
}
