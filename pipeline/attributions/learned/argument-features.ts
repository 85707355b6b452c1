import { combine } from './hash.ts'
import { AUX, NOUN, PROPN, PUNCT, type Reading, VERB } from './reading.ts'
import { labelAt, type RuleReading } from './rule-reading.ts'
import { announcesParagraph, type Window } from './window.ts'

/** Room for the feature hashes of one token. */
export const NODE_FEATURES = 84
export const EDGE_FEATURES = 14

const OUT = 0x5bd1e995

function distanceBucket(distance: number): number {
  const d = Math.abs(distance)
  const bucket = d <= 6 ? d : d <= 8 ? 7 : d <= 12 ? 8 : d <= 18 ? 9 : d <= 28 ? 10 : d <= 45 ? 11 : 12
  return distance < 0 ? -bucket : bucket
}

function clip(value: number, limit: number): number {
  return value > limit ? limit : value < -limit ? -limit : value
}

/** What is true of a cue as a whole, computed once for all the tokens around it. */
export interface CueFrame {
  readonly trigger: number
  readonly window: Window
  readonly lemma: number
  readonly kind: number
  readonly before: number
  readonly after: number
  readonly frame: number
  readonly quoted: number
  readonly sentenceFrom: number
  readonly sentenceTo: number
  /** By the cue model, log-odds that a token heads a cue: other cues nearby bound this one's content. */
  readonly scores: Float32Array
  /** How a rule reads this cue. */
  readonly rule: RuleReading | null
}

/** A cue score in seven steps. */
function level(score: number): number {
  return score > 3 ? 6 : score > 1.5 ? 5 : score > 0 ? 4 : score > -1.5 ? 3 : score > -3 ? 2 : score > -4.5 ? 1 : 0
}

export function frameOf(reading: Reading, trigger: number, window: Window, scores: Float32Array): CueFrame {
  const { frame, quotation, sentence, layer } = reading
  const own = layer.sentences[sentence[trigger] as number]
  const sentenceFrom = own?.firstToken ?? trigger
  const sentenceTo = own?.endToken ?? trigger + 1
  const before = trigger > sentenceFrom ? (frame[trigger - 1] as number) : OUT
  const after = trigger + 1 < sentenceTo ? (frame[trigger + 1] as number) : OUT
  const left = (reading.marks[trigger] as number) - (reading.marks[sentenceFrom] as number)
  const right = (reading.marks[sentenceTo] as number) - (reading.marks[trigger] as number)
  const quoted =
    clip(left, 2) +
    3 * clip(right, 2) +
    (quotation[trigger] === -1 ? 0 : 9) +
    (quotation[sentenceFrom] === -1 ? 0 : 18) +
    (announcesParagraph(reading, trigger) ? 36 : 0)
  return {
    trigger,
    window,
    lemma: reading.lemma[trigger] as number,
    kind: combine(reading.pos[trigger] as number, reading.suffix[trigger] as number),
    before,
    after,
    frame: combine(before, after),
    quoted,
    sentenceFrom,
    sentenceTo,
    scores,
    rule: reading.rules.list[reading.rules.at[trigger] as number] ?? null,
  }
}

/**
 * Writes the feature hashes of token `i` as seen from a cue into `out`.
 *
 * @returns How many were written.
 */
export function writeNodeFeatures(reading: Reading, cue: CueFrame, i: number, out: Int32Array): number {
  const { lemma, form, frame, pos, suffix, shape, quotation, sentence, verbs, commas, subordinators, phrases, marks } =
    reading
  const t = cue.trigger
  const n = reading.length
  const s = i === t ? 0 : i < t ? 1 : 2
  const d = distanceBucket(i - t)
  const sd = clip((sentence[i] as number) - (sentence[t] as number), 2) + 2
  const ctx = s + 3 * sd
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
  const lo = i < t ? i : t
  const hi = i < t ? t : i
  const vb = clip((verbs[hi] as number) - (verbs[lo + 1 < hi ? lo + 1 : hi] as number), 4)
  const cm = clip((commas[hi] as number) - (commas[lo] as number), 3)
  const sb = clip((subordinators[hi] as number) - (subordinators[lo + 1 < hi ? lo + 1 : hi] as number), 2)
  const np = clip((phrases[hi] as number) - (phrases[lo] as number), 4)
  const mk = clip((marks[hi] as number) - (marks[lo] as number), 3)
  const inQuote = quotation[i] === -1 ? 0 : quotation[i] === quotation[t] ? 1 : 2
  const structure = (((vb * 4 + cm) * 3 + sb) * 4 + mk) * 3 + inQuote
  const light = ((vb > 1 ? 2 : vb) * 3 + (cm > 1 ? 2 : cm)) * 3 + inQuote
  const T = cue.lemma
  let k = 0
  let id = 1
  const add = (value: number): void => {
    out[k] = combine(value, id * 16 + ctx)
    k += 1
    id += 1
  }
  add(0)
  add(w)
  add(form[i] as number)
  add(p)
  add(combine(p, p1))
  add(combine(p, P1))
  add(combine(combine(p, p1), P1))
  add(combine(f, f1))
  add(combine(f, F1))
  add(combine(combine(f, f1), f2))
  add(combine(combine(f, F1), F2))
  add(combine(combine(f, f1), F1))
  add(w1)
  add(W1)
  add(f2)
  add(F2)
  add(combine(w, w1))
  add(combine(w, W1))
  add(shape[i] as number)
  add(combine(suffix[i] as number, p))
  add(d)
  add(combine(d, p))
  add(combine(d, f))
  add(combine(T, d))
  add(combine(T, p))
  add(combine(T, f))
  add(T)
  add(combine(T, inQuote))
  add(combine(T, light))
  add(combine(inQuote, cue.quoted))
  add(structure)
  add(combine(structure, p))
  add(combine(structure, f))
  add(combine(structure, cue.kind))
  add(combine(np, p))
  add(combine(np * 5 + vb, f))
  add(combine(cue.frame, d))
  add(combine(cue.after, light))
  add(combine(cue.before, light))
  add(combine(cue.frame, light))
  add(combine(cue.kind, p))
  add(combine(cue.kind, d))
  add(combine(cue.kind, light))
  add(combine(cue.quoted, light))
  add(combine(cue.quoted, structure))
  add(combine(distanceBucket(i - cue.sentenceFrom + 1), light))
  add(combine(distanceBucket(cue.sentenceTo - i), light))
  add(combine(combine(cue.after, T), light))
  add(combine((reading.depth[i] as number) * 2 + (reading.heading[i] as number), p))
  add(combine(reading.heading[i] as number, inQuote))
  let between = 0
  for (let j = i < t ? i + 1 : t + 1; j < hi; j += 1) {
    const here = level(cue.scores[j] as number)
    if (here > between) between = here
  }
  const mine = level(cue.scores[i] as number)
  const next = i + 1 < n ? level(cue.scores[i + 1] as number) : 0
  add(mine)
  add(combine(between, inQuote))
  add(combine(between * 8 + mine, f))
  add(combine(next * 8 + between, combine(f, inQuote)))
  add(combine(between, light))
  const span = hi - lo
  if (span > 0 && span <= 7) {
    let path = s
    let words = s
    for (let j = lo + 1; j < hi; j += 1) {
      path = combine(path, pos[j] as number)
      words = combine(words, frame[j] as number)
    }
    add(combine(path, p))
    add(combine(words, p))
    add(combine(combine(words, T), 5))
    add(combine(combine(path, w), 6))
    if (span <= 4) {
      add(combine(T, w))
      add(combine(combine(words, T), w))
    }
  } else if (span > 0) {
    let far = s
    // Only the skeleton of a long path: verbs, subordinators and punctuation, the last five seen from the cue.
    let count = 0
    for (let j = i < t ? hi - 1 : lo + 1; j !== i && count < 5; j += i < t ? -1 : 1) {
      const q = pos[j] as number
      if (q === VERB || q === AUX || q === PUNCT || subordinators[j + 1] !== subordinators[j]) {
        far = combine(far, frame[j] as number)
        count += 1
      }
    }
    add(combine(far, light))
    add(combine(far, p === NOUN || p === PROPN ? 1 : f))
  }
  id = 90
  const ruled = cue.rule === null ? 0 : labelAt(cue.rule, i) + 1
  const ruledBefore = cue.rule === null || i === 0 ? 0 : labelAt(cue.rule, i - 1) + 1
  const ruledAfter = cue.rule === null ? 0 : labelAt(cue.rule, i + 1) + 1
  add(combine(ruled, cue.rule === null ? 0 : cue.rule.rule))
  add(combine(ruled * 25 + ruledBefore * 5 + ruledAfter, f))
  add(combine(ruled, light))
  return k
}

/** Writes the feature hashes of the step from token `i - 1` to token `i`. */
export function writeEdgeFeatures(reading: Reading, cue: CueFrame, i: number, out: Int32Array): number {
  const { frame, pos, quotation, sentence, mark } = reading
  const t = cue.trigger
  const s = i <= t ? 1 : 2
  const d = clip(i - t, 3) + 3
  const f = frame[i] as number
  const f1 = frame[i - 1] as number
  const cross =
    (sentence[i] === sentence[i - 1] ? 0 : 1) +
    2 * (quotation[i] === quotation[i - 1] ? 0 : quotation[i] === -1 ? 1 : quotation[i - 1] === -1 ? 2 : 3)
  let k = 0
  const add = (value: number): void => {
    out[k] = combine(value, 0x1000 + k * 4 + s)
    k += 1
  }
  add(0)
  add(d)
  add(f)
  add(f1)
  add(combine(f, f1))
  add(combine(pos[i] as number, pos[i - 1] as number))
  add(combine(cross, mark[i] as number))
  add(combine(cross, f))
  add(combine(cue.lemma, d))
  add(combine(combine(cue.after, cue.before), d))
  add(combine(combine(f, f1), cross * 8 + d))
  add(
    combine(level(cue.scores[i] as number) * 8 + (i + 1 < reading.length ? level(cue.scores[i + 1] as number) : 0), f),
  )
  const ruled = cue.rule === null ? 0 : labelAt(cue.rule, i) + 1
  const ruledBefore = cue.rule === null ? 0 : labelAt(cue.rule, i - 1) + 1
  add(ruled * 5 + ruledBefore)
  add(combine(ruled * 5 + ruledBefore, cue.rule === null ? 0 : cue.rule.rule))
  return k
}
