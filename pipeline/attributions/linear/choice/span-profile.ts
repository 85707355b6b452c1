import type { Analysis } from '../arguments/analysis.ts'
import { CONTENT, LABELS, OTHER, SOURCE } from '../model/labels.ts'
import { AUX, type Reading, VERB } from '../reading/reading.ts'

/** An analysis measured. Arrays have a value a label; positions count from the window's start, -1 where there is none. */
export interface SpanProfile {
  /** Words, and runs of words. */
  readonly count: readonly number[]
  readonly parts: readonly number[]
  readonly first: readonly number[]
  readonly last: readonly number[]
  /** Smallest probability of a word's label, and the sum of all. */
  readonly low: readonly number[]
  readonly sum: readonly number[]
  /** Words of content that the model expects outside the content. */
  readonly missing: number
  readonly quotedWords: number
  readonly contentVerbs: number
  readonly sourceVerbs: number
  /** Words of the cue's sentence without a role, before and after the cue. */
  readonly leftOther: number
  readonly rightOther: number
  /** Words without a role between parts of the content, and words of content before the cue. */
  readonly betweenParts: number
  readonly leftContent: number
  /** Quotation marks in the content. */
  readonly marksIn: number
  /** Borders of the content inside a quotation or inside parentheses. */
  readonly cut: number
  readonly parenthesesCut: number
}

/** Measures the spans of an analysis; `marginal` as in `AnalysisContext`. */
export function profileSpans(reading: Reading, analysis: Analysis, marginal: Float64Array): SpanProfile {
  const { labels, trigger, window } = analysis
  const { from } = window
  const { bare, pos, sentence, quotation, layer } = reading
  const t = trigger - from
  const own = layer.sentences[sentence[trigger] as number]
  const sentenceFrom = own?.firstToken ?? trigger
  const sentenceTo = own?.endToken ?? trigger + 1
  const count = [0, 0, 0, 0]
  const parts = [0, 0, 0, 0]
  const first = [-1, -1, -1, -1]
  const last = [-1, -1, -1, -1]
  const low = [1, 1, 1, 1]
  const sum = [0, 0, 0, 0]
  let running = OTHER
  let missing = 0
  let quotedWords = 0
  let contentVerbs = 0
  let sourceVerbs = 0
  let leftOther = 0
  let rightOther = 0
  let betweenParts = 0
  let pending = 0
  let leftContent = 0
  for (let j = 0; j < labels.length; j += 1) {
    const i = from + j
    if (bare[i] === 1 && j !== t) continue
    const y = labels[j] as number
    const certainty = marginal[j * LABELS + y] as number
    if (y !== running) parts[y] = (parts[y] as number) + 1
    running = y
    count[y] = (count[y] as number) + 1
    sum[y] = (sum[y] as number) + certainty
    if (certainty < (low[y] as number)) low[y] = certainty
    if ((first[y] as number) < 0) first[y] = j
    last[y] = j
    const p = pos[i] as number
    if (y === CONTENT) {
      if (quotation[i] !== -1) quotedWords += 1
      if (p === VERB || p === AUX) contentVerbs += 1
      if (j < t) leftContent += 1
      betweenParts += pending
      pending = 0
    } else {
      missing += marginal[j * LABELS + CONTENT] as number
      if (y === OTHER) {
        if ((first[CONTENT] as number) >= 0) pending += 1
        if (i >= sentenceFrom && i < sentenceTo) {
          if (j < t) leftOther += 1
          else rightOther += 1
        }
      }
      if (y === SOURCE && (p === VERB || p === AUX)) sourceVerbs += 1
    }
  }
  const { marksIn, cut, parenthesesCut } = countBorders(reading, analysis)
  return {
    count, parts, first, last, low, sum, missing, quotedWords, contentVerbs, sourceVerbs,
    leftOther, rightOther, betweenParts, leftContent, marksIn, cut, parenthesesCut,
  } // biome-ignore format: in the order of the interface
}

/** What the borders of the content cut, and the marks inside it. */
function countBorders(
  reading: Reading,
  { labels, window }: Analysis,
): Pick<SpanProfile, 'marksIn' | 'cut' | 'parenthesesCut'> {
  const { mark, depth } = reading
  let marksIn = 0
  let cut = 0
  let parenthesesCut = 0
  for (let j = 0; j < labels.length; j += 1) {
    const i = window.from + j
    if (labels[j] === CONTENT && mark[i] !== 0) marksIn += 1
    if (j === 0 || (labels[j] === CONTENT) === (labels[j - 1] === CONTENT)) continue
    if (cutsQuotation(reading, i)) cut += 1
    if ((depth[i] as number) > 0 && (depth[i - 1] as number) > 0) parenthesesCut += 1
  }
  return { marksIn, cut, parenthesesCut }
}

/** Whether a border in front of a token stands inside a quotation, between two words. */
function cutsQuotation({ quotation, mark, bare }: Reading, i: number): boolean {
  if (quotation[i] === -1 || quotation[i] !== quotation[i - 1]) return false
  return mark[i] === 0 && mark[i - 1] === 0 && bare[i] === 0 && bare[i - 1] === 0
}
