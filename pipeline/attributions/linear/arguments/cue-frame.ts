import { combine } from '../model/hash.ts'
import { AUX, PUNCT, type Reading, VERB } from '../reading/reading.ts'
import type { RuleReading } from '../reading/rule-reading.ts'
import { announcesParagraph, type Window } from '../reading/window.ts'

/** Stands for a word outside the text. */
export const OUT = 0x5bd1e995

/** Length of a path in words of its skeleton. */
const SKELETON = 5

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
  /** For every token of the window, the highest {@link level} between it and the cue. */
  readonly between: Uint8Array
  /** For every token of the window, the verbs, subordinators and punctuation on the way to it, the first five. */
  readonly skeletons: Int32Array
  /** How a rule reads this cue. */
  readonly rule: RuleReading | null
}

/** A cue score in seven steps. */
export function level(score: number): number {
  return score > 3 ? 6 : score > 1.5 ? 5 : score > 0 ? 4 : score > -1.5 ? 3 : score > -3 ? 2 : score > -4.5 ? 1 : 0
}

export function distanceBucket(distance: number): number {
  const d = Math.abs(distance)
  const bucket = d <= 6 ? d : d <= 8 ? 7 : d <= 12 ? 8 : d <= 18 ? 9 : d <= 28 ? 10 : d <= 45 ? 11 : 12
  return distance < 0 ? -bucket : bucket
}

export function clip(value: number, limit: number): number {
  return value > limit ? limit : value < -limit ? -limit : value
}

/** Which side of the cue a token is on: 0 the cue itself, 1 before, 2 after it. */
export function sideOf(i: number, trigger: number): number {
  return i === trigger ? 0 : i < trigger ? 1 : 2
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
    ...walkOutwards(reading, trigger, window, scores),
    rule: reading.rules.list[reading.rules.at[trigger] as number] ?? null,
  }
}

function walkOutwards(
  { pos, frame, subordinators }: Reading,
  trigger: number,
  { from, to }: Window,
  scores: Float32Array,
): Pick<CueFrame, 'between' | 'skeletons'> {
  const between = new Uint8Array(to - from)
  const skeletons = new Int32Array(to - from)
  for (const step of [-1, 1]) {
    let highest = 0
    let skeleton = sideOf(trigger + step, trigger)
    let count = 0
    for (let i = trigger + step; i >= from && i < to; i += step) {
      between[i - from] = highest
      skeletons[i - from] = skeleton
      highest = Math.max(highest, level(scores[i] as number))
      const p = pos[i] as number
      if (count === SKELETON) continue
      if (p === VERB || p === AUX || p === PUNCT || subordinators[i + 1] !== subordinators[i]) {
        skeleton = combine(skeleton, frame[i] as number)
        count += 1
      }
    }
  }
  return { between, skeletons }
}
