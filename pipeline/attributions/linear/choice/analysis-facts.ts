import type { Analysis } from '../arguments/analysis.ts'
import { CONTENT, CUE, LABELS, SOURCE } from '../model/labels.ts'
import type { LemmaStatistics } from '../model/lemma-statistics.ts'
import type { Reading } from '../reading/reading.ts'
import { profileSpans, type SpanProfile } from './span-profile.ts'

/** What the features of an analysis are computed from, besides the text. */
export interface AnalysisContext {
  /** Log-odds, by the cue model, that a token heads a cue; one value a token. */
  readonly cueScores: Float32Array
  readonly statistics: LemmaStatistics
  /** Marginal probabilities of the argument CRF: `marginal[j * LABELS + label]`, j counted from the window's start. */
  readonly marginal: Float64Array
  /** Log-probability of the best analysis of this cue. */
  readonly best: number
  /** All analyses of this cue, best first. */
  readonly rivals: readonly Analysis[]
}

/** Below every score of a cue. */
export const NO_SCORE = -9

/** An analysis as its features see it. Places count from the window's start and are -1 where there is none. */
export interface AnalysisFacts {
  readonly reading: Reading
  readonly analysis: Analysis
  readonly context: AnalysisContext
  readonly profile: SpanProfile
  /** Token at which the window begins. */
  readonly from: number
  /** Place of the cue's head. */
  readonly head: number
  /** Tokens of the cue's sentence. */
  readonly sentenceFrom: number
  readonly sentenceTo: number
  readonly contentFirst: number
  readonly contentLast: number
  readonly sourceFirst: number
  readonly sourceLast: number
  readonly cueFirst: number
  readonly cueLast: number
  readonly hasContent: boolean
  readonly hasSource: boolean
}

export function readFacts(reading: Reading, analysis: Analysis, context: AnalysisContext): AnalysisFacts {
  const { trigger, window } = analysis
  const own = reading.layer.sentences[reading.sentence[trigger] as number]
  const profile = profileSpans(reading, analysis, context.marginal)
  const { first, last } = profile
  return {
    reading,
    analysis,
    context,
    profile,
    from: window.from,
    head: trigger - window.from,
    sentenceFrom: own?.firstToken ?? trigger,
    sentenceTo: own?.endToken ?? trigger + 1,
    contentFirst: first[CONTENT] as number,
    contentLast: last[CONTENT] as number,
    sourceFirst: first[SOURCE] as number,
    sourceLast: last[SOURCE] as number,
    cueFirst: first[CUE] as number,
    cueLast: last[CUE] as number,
    hasContent: (first[CONTENT] as number) >= 0,
    hasSource: (first[SOURCE] as number) >= 0,
  }
}

/** How likely a place has a label; certain outside the window. */
export function certaintyAt({ analysis, context }: AnalysisFacts, place: number, label: number): number {
  if (place < 0 || place >= analysis.labels.length) return 1
  return context.marginal[place * LABELS + label] as number
}

/** The place of the next word in a direction, punctuation passed over; outside the window where there is none. */
export function nextWord({ reading, analysis, from }: AnalysisFacts, place: number, step: 1 | -1): number {
  let at = place + step
  while (at >= 0 && at < analysis.labels.length && reading.bare[from + at] === 1) at += step
  return at
}

/** The class of the word at a place, 0 outside the text. */
export function classAt({ reading, from }: AnalysisFacts, place: number): number {
  return reading.wordClass[from + place] ?? 0
}
