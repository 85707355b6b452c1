import type { Analysis } from './analysis.ts'
import { weighAgreement } from './analysis-agreement.ts'
import { CONTENT, CUE, LABELS, OTHER, SOURCE } from './labels.ts'
import type { LemmaStatistics } from './lemma-statistics.ts'
import { ADJ, AUX, DET, MASK, NOUN, NUM, PROPN, type Reading, VERB } from './reading.ts'
import { labelAt, type RuleReading } from './rule-reading.ts'
import { profileSpans } from './span-profile.ts'
import { announcesParagraph } from './window.ts'

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

export const ANALYSIS_FEATURES = [
  'cue score', 'best cue score within three words', 'best other cue score in the sentence', 'likely cues in the sentence',
  'rank', 'log-probability', 'gap to the best', 'least certain content word', 'mean certainty of content',
  'certainty of content start', 'certainty of content end', 'certainty just before content', 'certainty just after content',
  'mean certainty of source', 'least certain source word', 'certainty just before source', 'certainty just after source',
  'mean certainty of cue', 'certainty next to the cue', 'expected content words missing',
  'has source', 'source words', 'source offset', 'source parts', 'source last POS', 'source starts with', 'before source',
  'after source', 'source is a name', 'source in quotation', 'source verbs', 'source at sentence start',
  'content words', 'content parts', 'content side', 'content start offset', 'content end offset', 'content begins with',
  'content ends with', 'before content', 'after content', 'content begins sentence', 'content ends sentence',
  'share of content quoted', 'marks in content', 'quotations cut', 'sentences of content', 'verbs in content',
  'words between cue and content', 'words between content parts', 'other words left', 'other words right',
  'cue words', 'cue parts', 'cue ends with', 'cue begins with',
  'cue POS', 'lemma log-odds', 'lemma frequency', 'lemma content after', 'lemma sourceless', 'lemma quoted',
  'cue ending', 'cue in quotation', 'heading', 'word before cue', 'word after cue', 'second word after cue',
  'place in sentence', 'sentence length', 'quotations in sentence', 'cue and content in one quotation', 'first sentence',
  'words from source to cue', 'commas from source to cue', 'verbs from source to cue', 'content splits phrase', 'source splits phrase', 'parentheses cut',
  'expected overlap of content', 'expected overlap of source', 'probability of this content', 'probability of this source', 'probability of this cue',
  'content words more than the best', 'source words more than the best', 'best cue score in content', 'word before the best cue in content',
  'best cue score after content', 'content ends with time', 'second word after content', 'commas in content', 'verbs after content', 'word after cue phrase',
  'rule confidence', 'overlap with rule content', 'overlap with rule source', 'announces paragraph', 'quoted words left out', 'quoted words left out of the sentence', 'paragraphs of content',
  'likely cue whole in content', 'likely cue cut by content', 'likely cue without its source in content', 'likely cue with crossing content', 'likely cue with the same content',
  'likely cue with the same source', 'likely cue that attributes the source', 'likely cue in the source', 'likely cue in the cue', 'phrase score',
] as const // biome-ignore format: a list of names reads better unbroken

export const ANALYSIS_SIZE = ANALYSIS_FEATURES.length
/** Where the features that `relateCues` fills in begin. */
export const NEIGHBOUR_COLUMN = ANALYSIS_FEATURES.indexOf('likely cue whole in content')

/** The class of a token, 0 outside the text. */
function classOf(reading: Reading, i: number): number {
  return reading.wordClass[i] ?? 0
}

function endingOf(reading: Reading, i: number): number {
  const word = reading.layer.tokens[i]?.lower ?? ''
  if (word.endsWith('ing')) return 1
  if (word.endsWith('ed')) return 2
  if (word.endsWith('s')) return 3
  return word === reading.layer.tokens[i]?.lemma ? 4 : 5
}

const TIMES = new Set(
  `monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow week month year morning afternoon
evening night january february march april june july august september october november december interview statement
speech rally conference`.split(/\s+/),
)

/**
 * Writes the features of one analysis, in the order of {@link ANALYSIS_FEATURES}, from `offset` on. The last one,
 * the phrase score, compares all analyses of a cue and is left to the caller.
 */
export function writeAnalysisFeatures(
  reading: Reading,
  analysis: Analysis,
  context: AnalysisContext,
  out: Float32Array,
  offset: number,
): void {
  const { labels, trigger, window } = analysis
  const { from } = window
  const { marginal, cueScores, statistics } = context
  const { bare, pos, sentence, layer, quotation } = reading
  const t = trigger - from
  const own = layer.sentences[sentence[trigger] as number]
  const sentenceFrom = own?.firstToken ?? trigger
  const sentenceTo = own?.endToken ?? trigger + 1
  const profile = profileSpans(reading, analysis, marginal)
  const { count, parts, first, last, low, sum, missing, quotedWords, contentVerbs, sourceVerbs } = profile
  const { leftOther, rightOther, betweenParts, leftContent, marksIn, cut, parenthesesCut } = profile
  const label = (j: number, y: number): number =>
    j < 0 || j >= labels.length ? 1 : (marginal[j * LABELS + y] as number)
  /** The next word in a direction, punctuation passed over. */
  const word = (j: number, step: number): number => {
    let at = j + step
    while (at >= 0 && at < labels.length && bare[from + at] === 1) at += step
    return at
  }
  const c0 = first[CONTENT] as number
  const c1 = last[CONTENT] as number
  const s0 = first[SOURCE] as number
  const s1 = last[SOURCE] as number
  const q0 = first[CUE] as number
  const q1 = last[CUE] as number
  const has = c0 >= 0
  const hasSource = s0 >= 0
  let near = -9
  for (let i = Math.max(sentenceFrom, trigger - 3); i < Math.min(sentenceTo, trigger + 4); i += 1) {
    if (i !== trigger && (cueScores[i] as number) > near) near = cueScores[i] as number
  }
  let rival = -9
  let likely = 0
  for (let i = sentenceFrom; i < sentenceTo; i += 1) {
    if (i === trigger) continue
    const score = cueScores[i] as number
    if (score > rival) rival = score
    if (score > -0.5) likely += 1
  }
  let gap = 0
  if (has) {
    const lo = c0 > t ? t : leftContent > 0 ? c1 : t
    const near0 = c0 > t ? c0 : t
    for (let j = lo + 1; j < near0; j += 1) if (labels[j] === OTHER && bare[from + j] === 0) gap += 1
  }
  const inPhrase = (i: number): boolean => {
    const p = pos[i] as number
    return p === NOUN || p === PROPN || p === ADJ || p === NUM || p === DET
  }
  const splits = (j: number): boolean =>
    j > 0 && j < labels.length && inPhrase(from + j) && inPhrase(from + j - 1) && pos[from + j] !== DET
  const source0 = s0 < 0 ? 0 : s0 < t ? Math.min(s1, t) : t
  const source1 = s0 < 0 ? 0 : s0 < t ? t : s0
  let k = offset
  const add = (value: number | boolean): void => {
    out[k] = Number(value)
    k += 1
  }
  add(cueScores[trigger] as number)
  add(near)
  add(rival)
  add(likely)
  add(analysis.rank)
  add(analysis.logProbability)
  add(context.best - analysis.logProbability)
  add(low[CONTENT] as number)
  add(has ? (sum[CONTENT] as number) / (count[CONTENT] as number) : 0)
  add(has ? label(c0, CONTENT) : 0)
  add(has ? label(c1, CONTENT) : 0)
  add(has ? 1 - label(word(c0, -1), CONTENT) : 1)
  add(has ? 1 - label(word(c1, 1), CONTENT) : 1)
  add(hasSource ? (sum[SOURCE] as number) / (count[SOURCE] as number) : 0)
  add(hasSource ? (low[SOURCE] as number) : 0)
  add(hasSource ? 1 - label(word(s0, -1), SOURCE) : 1)
  add(hasSource ? 1 - label(word(s1, 1), SOURCE) : 1)
  add((sum[CUE] as number) / Math.max(1, count[CUE] as number))
  add(
    Math.max(
      q0 > 0 && labels[q0 - 1] !== CUE ? label(q0 - 1, CUE) : 0,
      labels[q1 + 1] !== CUE && q1 + 1 < labels.length ? label(q1 + 1, CUE) : 0,
    ),
  )
  add(missing)
  add(hasSource)
  add(count[SOURCE] as number)
  add(hasSource ? (s0 < t ? s1 - t : s0 - t) : 0)
  add(parts[SOURCE] as number)
  add(hasSource ? (pos[from + s1] as number) : -1)
  add(hasSource ? classOf(reading, from + s0) : 0)
  add(hasSource ? classOf(reading, from + s0 - 1) : 0)
  add(hasSource ? classOf(reading, from + s1 + 1) : 0)
  add(hasSource && reading.lemma[from + s1] === MASK)
  add(hasSource && quotation[from + s0] !== -1)
  add(sourceVerbs)
  add(hasSource && from + s0 <= sentenceFrom + 1)
  add(count[CONTENT] as number)
  add(parts[CONTENT] as number)
  add(has ? leftContent / (count[CONTENT] as number) : -1)
  add(has ? c0 - t : 0)
  add(has ? c1 - t : 0)
  add(has ? classOf(reading, from + c0) : 0)
  add(has ? classOf(reading, from + c1) : 0)
  add(has ? classOf(reading, from + c0 - 1) : 0)
  add(has ? classOf(reading, from + c1 + 1) : 0)
  add(has && word(c0, -1) < 0 ? 2 : has && sentence[from + c0] !== sentence[from + word(c0, -1)])
  add(has && word(c1, 1) >= labels.length ? 2 : has && sentence[from + c1] !== sentence[from + word(c1, 1)])
  add(has ? quotedWords / (count[CONTENT] as number) : -1)
  add(marksIn)
  add(cut)
  add(has ? (sentence[from + c1] as number) - (sentence[from + c0] as number) : -1)
  add(contentVerbs)
  add(gap)
  add(betweenParts)
  add(leftOther)
  add(rightOther)
  add(count[CUE] as number)
  add(parts[CUE] as number)
  add(classOf(reading, from + q1))
  add(classOf(reading, from + q0))
  add(pos[trigger] as number)
  add(statistics.odds)
  add(statistics.frequency)
  add(statistics.contentAfter)
  add(statistics.sourceless)
  add(statistics.quoted)
  add(endingOf(reading, trigger))
  add(quotation[trigger] !== -1)
  add(reading.heading[trigger] as number)
  add(trigger > sentenceFrom ? classOf(reading, trigger - 1) : 0)
  add(trigger + 1 < sentenceTo ? classOf(reading, trigger + 1) : 0)
  add(trigger + 2 < sentenceTo ? classOf(reading, trigger + 2) : 0)
  add(trigger - sentenceFrom)
  add(sentenceTo - sentenceFrom)
  add((reading.marks[sentenceTo] as number) - (reading.marks[sentenceFrom] as number))
  add(has && quotation[trigger] !== -1 && quotation[from + c0] === quotation[trigger])
  add(sentence[trigger] === 0)
  add(hasSource ? source1 - source0 : -1)
  add(hasSource ? (reading.commas[from + source1] as number) - (reading.commas[from + source0] as number) : -1)
  add(hasSource ? (reading.verbs[from + source1] as number) - (reading.verbs[from + source0] as number) : -1)
  add(has && (splits(c0) || splits(c1 + 1)))
  add(hasSource && (splits(s0) || splits(s1 + 1)))
  add(parenthesesCut)
  const agreement = weighAgreement(reading, analysis, context.rivals)
  add(agreement.content)
  add(agreement.source)
  add(agreement.sameContent)
  add(agreement.sameSource)
  add(agreement.sameCue)
  const top = context.rivals[0] as Analysis
  let moreContent = 0
  let moreSource = 0
  let inner = -9
  let innerAt = -1
  for (let j = 0; j < labels.length; j += 1) {
    if (bare[from + j] === 1) continue
    if (labels[j] === CONTENT) {
      moreContent += 1
      if ((cueScores[from + j] as number) > inner) {
        inner = cueScores[from + j] as number
        innerAt = j
      }
    }
    if (top.labels[j] === CONTENT) moreContent -= 1
    if (labels[j] === SOURCE) moreSource += 1
    if (top.labels[j] === SOURCE) moreSource -= 1
  }
  let outer = -9
  let verbsAfter = 0
  if (has) {
    const end = from + labels.length
    for (let i = from + c1 + 1; i < end && sentence[i] === sentence[from + c1]; i += 1) {
      if (i === trigger) continue
      if ((cueScores[i] as number) > outer) outer = cueScores[i] as number
      if (pos[i] === VERB || pos[i] === AUX) verbsAfter += 1
    }
  }
  let start = t + 1
  while (start < labels.length && labels[start] === CUE) start += 1
  add(moreContent)
  add(moreSource)
  add(inner)
  add(innerAt > 0 ? classOf(reading, from + innerAt - 1) : -1)
  add(outer)
  add(has && TIMES.has(layer.tokens[from + c1]?.lower ?? ''))
  add(has ? classOf(reading, from + c1 + 2) : 0)
  add(has ? (reading.commas[from + c1] as number) - (reading.commas[from + c0] as number) : -1)
  add(verbsAfter)
  add(classOf(reading, from + start))
  const rule = reading.rules.list[reading.rules.at[trigger] as number]
  add(rule === undefined ? 0 : rule.confidence)
  add(rule === undefined ? -1 : overlapWithRule(reading, analysis, rule, CONTENT))
  add(rule === undefined ? -1 : overlapWithRule(reading, analysis, rule, SOURCE))
  add(announcesParagraph(reading, trigger))
  let quotedOut = 0
  let quotedOutHere = 0
  for (let j = 0; j < labels.length; j += 1) {
    const i = from + j
    if (labels[j] === CONTENT || quotation[i] === -1 || quotation[i] === quotation[trigger] || bare[i] === 1) continue
    quotedOut += 1
    if (i >= sentenceFrom && i < sentenceTo) quotedOutHere += 1
  }
  add(quotedOut)
  add(quotedOutHere)
  const paragraphAt = (j: number): number => layer.sentences[sentence[from + j] as number]?.paragraph ?? 0
  add(has ? paragraphAt(c1) - paragraphAt(c0) : -1)
}

/** Share of words that both give a role, of those that either does; 1 when neither gives it. */
function overlapWithRule(reading: Reading, { labels, window }: Analysis, rule: RuleReading, role: number): number {
  let shared = 0
  let either = 0
  for (let j = 0; j < labels.length; j += 1) {
    const i = window.from + j
    if (reading.bare[i] === 1) continue
    const own = labels[j] === role
    const ruled = labelAt(rule, i) === role
    if (own && ruled) shared += 1
    if (own || ruled) either += 1
  }
  return either === 0 ? 1 : shared / either
}
