import { combine } from '../model/hash.ts'
import { NOUN, PROPN, type Reading } from '../reading/reading.ts'
import { labelAt } from '../reading/rule-reading.ts'
import { type CueFrame, clip, distanceBucket, level, OUT, sideOf } from './cue-frame.ts'
import type { FeatureList } from './feature-list.ts'

/** Room for the feature hashes of one token; no template has a number as high. */
export const NODE_FEATURES = 96

/** Ways in which a token can lie to a cue: its side and its distance in sentences. */
export const CONTEXTS = 15

/** Where a token lies, seen from a cue. */
export interface Place {
  readonly i: number
  /** Side of the cue and distance in sentences; every feature is one of its context. */
  readonly context: number
  /** Distance in words, in steps. */
  readonly distance: number
  /** Words between the cue and the token. */
  readonly span: number
  /** 0 outside quotations, 1 in the cue's own, 2 in another. */
  readonly inQuote: number
  /** Verbs and noun phrases on the way. */
  readonly verbs: number
  readonly phrases: number
  /** What lies on the way, finely and coarsely. */
  readonly structure: number
  readonly light: number
  /** The highest level of another cue on the way. */
  readonly between: number
  /** 1 + the label that a rule gives the token, 0 without a rule. */
  readonly ruled: number
}

export function placeOf(reading: Reading, cue: CueFrame, i: number): Place {
  const { quotation, sentence, verbs, commas, subordinators, phrases, marks } = reading
  const t = cue.trigger
  const sentences = clip((sentence[i] as number) - (sentence[t] as number), 2) + 2
  const lo = i < t ? i : t
  const hi = i < t ? t : i
  const past = lo + 1 < hi ? lo + 1 : hi
  const vb = clip((verbs[hi] as number) - (verbs[past] as number), 4)
  const cm = clip((commas[hi] as number) - (commas[lo] as number), 3)
  const sb = clip((subordinators[hi] as number) - (subordinators[past] as number), 2)
  const mk = clip((marks[hi] as number) - (marks[lo] as number), 3)
  const inQuote = quotation[i] === -1 ? 0 : quotation[i] === quotation[t] ? 1 : 2
  return {
    i,
    context: sideOf(i, t) + 3 * sentences,
    distance: distanceBucket(i - t),
    span: hi - lo,
    inQuote,
    verbs: vb,
    phrases: clip((phrases[hi] as number) - (phrases[lo] as number), 4),
    structure: (((vb * 4 + cm) * 3 + sb) * 4 + mk) * 3 + inQuote,
    light: ((vb > 1 ? 2 : vb) * 3 + (cm > 1 ? 2 : cm)) * 3 + inQuote,
    between: cue.between[i - cue.window.from] as number,
    ruled: cue.rule === null ? 0 : labelAt(cue.rule, i) + 1,
  }
}

/** A token and its neighbours: the same for every cue to which it lies in the same context. */
export function addTokenFeatures(
  reading: Reading,
  scores: Float32Array,
  i: number,
  context: number,
  list: FeatureList,
): void {
  const { lemma, form, frame, pos, suffix, shape } = reading
  const n = reading.length
  const w = lemma[i] as number
  const f = frame[i] as number
  const p = pos[i] as number
  const w1 = i > 0 ? (lemma[i - 1] as number) : OUT
  const f1 = i > 0 ? (frame[i - 1] as number) : OUT
  const f2 = i > 1 ? (frame[i - 2] as number) : OUT
  const p1 = i > 0 ? (pos[i - 1] as number) : 31
  const W1 = i + 1 < n ? (lemma[i + 1] as number) : OUT
  const F1 = i + 1 < n ? (frame[i + 1] as number) : OUT
  const F2 = i + 2 < n ? (frame[i + 2] as number) : OUT
  const P1 = i + 1 < n ? (pos[i + 1] as number) : 31
  const add = (template: number, value: number): void => list.add(template, combine(value, template * 16 + context))
  add(1, 0)
  add(2, w)
  add(3, form[i] as number)
  add(4, p)
  add(5, combine(p, p1))
  add(6, combine(p, P1))
  add(7, combine(combine(p, p1), P1))
  add(8, combine(f, f1))
  add(9, combine(f, F1))
  add(10, combine(combine(f, f1), f2))
  add(11, combine(combine(f, F1), F2))
  add(12, combine(combine(f, f1), F1))
  add(13, w1)
  add(14, W1)
  add(15, f2)
  add(16, F2)
  add(17, combine(w, w1))
  add(18, combine(w, W1))
  add(19, shape[i] as number)
  add(20, combine(suffix[i] as number, p))
  add(49, combine((reading.depth[i] as number) * 2 + (reading.heading[i] as number), p))
  add(51, level(scores[i] as number))
}

/** The cue and how far it is: the same for all tokens of one distance and context. */
export function addDistanceFeatures(cue: CueFrame, { context, distance: d }: Place, list: FeatureList): void {
  const add = (template: number, value: number): void => list.add(template, combine(value, template * 16 + context))
  add(21, d)
  add(24, combine(cue.lemma, d))
  add(37, combine(cue.frame, d))
  add(42, combine(cue.kind, d))
}

/** A number for all that {@link addWayFeatures} reads of a token. */
export function wayOf({ heading }: Reading, { i, context, structure, between, ruled }: Place): number {
  return (((structure * 2 + (heading[i] as number)) * 7 + between) * 5 + ruled) * CONTEXTS + context
}

/** The cue and what lies on the way to it: the same for all tokens of one {@link wayOf}, mostly whole runs of them. */
export function addWayFeatures(reading: Reading, cue: CueFrame, place: Place, list: FeatureList): void {
  const { i, context, inQuote, structure, light, between, ruled } = place
  const T = cue.lemma
  const add = (template: number, value: number): void => list.add(template, combine(value, template * 16 + context))
  add(27, T)
  add(28, combine(T, inQuote))
  add(29, combine(T, light))
  add(30, combine(inQuote, cue.quoted))
  add(31, structure)
  add(34, combine(structure, cue.kind))
  add(38, combine(cue.after, light))
  add(39, combine(cue.before, light))
  add(40, combine(cue.frame, light))
  add(43, combine(cue.kind, light))
  add(44, combine(cue.quoted, light))
  add(45, combine(cue.quoted, structure))
  add(48, combine(combine(cue.after, T), light))
  add(50, combine(reading.heading[i] as number, inQuote))
  add(52, combine(between, inQuote))
  add(55, combine(between, light))
  add(90, combine(ruled, cue.rule === null ? 0 : cue.rule.rule))
  add(92, combine(ruled, light))
}

/** The token and the cue together. */
export function addPairFeatures(reading: Reading, cue: CueFrame, place: Place, list: FeatureList): void {
  const { i, context, distance: d, span, inQuote, structure, light, between, ruled } = place
  const { pos, frame, lemma } = reading
  const t = cue.trigger
  const T = cue.lemma
  const w = lemma[i] as number
  const f = frame[i] as number
  const p = pos[i] as number
  const add = (template: number, value: number): void => list.add(template, combine(value, template * 16 + context))
  add(22, combine(d, p))
  add(23, combine(d, f))
  add(25, combine(T, p))
  add(26, combine(T, f))
  add(32, combine(structure, p))
  add(33, combine(structure, f))
  add(35, combine(place.phrases, p))
  add(36, combine(place.phrases * 5 + place.verbs, f))
  add(41, combine(cue.kind, p))
  add(46, combine(distanceBucket(i - cue.sentenceFrom + 1), light))
  add(47, combine(distanceBucket(cue.sentenceTo - i), light))
  const mine = level(cue.scores[i] as number)
  const next = i + 1 < reading.length ? level(cue.scores[i + 1] as number) : 0
  add(53, combine(between * 8 + mine, f))
  add(54, combine(next * 8 + between, combine(f, inQuote)))
  if (span > 0 && span <= 7) {
    let path = sideOf(i, t)
    let words = path
    for (let j = Math.min(i, t) + 1; j < Math.max(i, t); j += 1) {
      path = combine(path, pos[j] as number)
      words = combine(words, frame[j] as number)
    }
    add(56, combine(path, p))
    add(57, combine(words, p))
    add(58, combine(combine(words, T), 5))
    add(59, combine(combine(path, w), 6))
    if (span <= 4) {
      add(60, combine(T, w))
      add(61, combine(combine(words, T), w))
    }
  } else if (span > 0) {
    const skeleton = cue.skeletons[i - cue.window.from] as number
    add(56, combine(skeleton, light))
    add(57, combine(skeleton, p === NOUN || p === PROPN ? 1 : f))
  }
  const ruledBefore = cue.rule === null || i === 0 ? 0 : labelAt(cue.rule, i - 1) + 1
  const ruledAfter = cue.rule === null ? 0 : labelAt(cue.rule, i + 1) + 1
  add(91, combine(ruled * 25 + ruledBefore * 5 + ruledAfter, f))
}
