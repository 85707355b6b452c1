import type { Analysis } from '../arguments/analysis.ts'
import { CONTENT, CUE, OTHER, SOURCE } from '../model/labels.ts'
import { ADJ, AUX, DET, MASK, NOUN, NUM, PROPN, type Reading, VERB } from '../reading/reading.ts'
import { announcesParagraph } from '../reading/window.ts'
import { writeAgreement, writeBesideBest, writeRank, writeRule } from './analysis-comparison.ts'
import {
  type AnalysisContext,
  type AnalysisFacts,
  certaintyAt,
  classAt,
  NO_SCORE,
  nextWord,
  readFacts,
} from './analysis-facts.ts'
import type { FeatureRows } from './analysis-feature-names.ts'

/** From these log-odds on another word is a likely cue. */
const LIKELY = -0.5

const TIMES = new Set(
  `monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow week month year morning afternoon
evening night january february march april june july august september october november december interview statement
speech rally conference`.split(/\s+/),
)

/**
 * Writes the features of one analysis as the next row, in the order of `ANALYSIS_FEATURES`. Those that compare cues, and
 * the phrase score, which compares all analyses of a cue, are left to the caller.
 */
export function writeAnalysisFeatures(
  reading: Reading,
  analysis: Analysis,
  context: AnalysisContext,
  row: FeatureRows,
): void {
  const facts = readFacts(reading, analysis, context)
  writeCueScores(facts, row)
  writeRank(facts, row)
  writeCertaintyOfContent(facts, row)
  writeCertaintyOfSource(facts, row)
  writeCertaintyOfCue(facts, row)
  writeSource(facts, row)
  writeContent(facts, row)
  writeOtherWords(facts, row)
  writeCue(facts, row)
  writePlace(facts, row)
  writeSourceToCue(facts, row)
  writeBorders(facts, row)
  writeAgreement(facts, row)
  writeBesideBest(facts, row)
  writeBehindContent(facts, row)
  writeRule(facts, row)
  writeLeftOut(facts, row)
}

function writeCueScores({ analysis, context, sentenceFrom, sentenceTo }: AnalysisFacts, row: FeatureRows): void {
  const { trigger } = analysis
  const { cueScores } = context
  let near = NO_SCORE
  for (let i = Math.max(sentenceFrom, trigger - 3); i < Math.min(sentenceTo, trigger + 4); i += 1) {
    if (i !== trigger && (cueScores[i] as number) > near) near = cueScores[i] as number
  }
  let rival = NO_SCORE
  let likely = 0
  for (let i = sentenceFrom; i < sentenceTo; i += 1) {
    if (i === trigger) continue
    const score = cueScores[i] as number
    if (score > rival) rival = score
    if (score > LIKELY) likely += 1
  }
  row.add('cue score', cueScores[trigger] as number)
  row.add('best cue score within three words', near)
  row.add('best other cue score in the sentence', rival)
  row.add('likely cues in the sentence', likely)
}

function writeCertaintyOfContent(facts: AnalysisFacts, row: FeatureRows): void {
  const { profile, hasContent: has, contentFirst, contentLast } = facts
  row.add('least certain content word', profile.low[CONTENT] as number)
  row.add('mean certainty of content', has ? (profile.sum[CONTENT] as number) / (profile.count[CONTENT] as number) : 0)
  row.add('certainty of content start', has ? certaintyAt(facts, contentFirst, CONTENT) : 0)
  row.add('certainty of content end', has ? certaintyAt(facts, contentLast, CONTENT) : 0)
  row.add('certainty just before content', has ? 1 - certaintyAt(facts, nextWord(facts, contentFirst, -1), CONTENT) : 1)
  row.add('certainty just after content', has ? 1 - certaintyAt(facts, nextWord(facts, contentLast, 1), CONTENT) : 1)
}

function writeCertaintyOfSource(facts: AnalysisFacts, row: FeatureRows): void {
  const { profile, hasSource: has, sourceFirst, sourceLast } = facts
  row.add('mean certainty of source', has ? (profile.sum[SOURCE] as number) / (profile.count[SOURCE] as number) : 0)
  row.add('least certain source word', has ? (profile.low[SOURCE] as number) : 0)
  row.add('certainty just before source', has ? 1 - certaintyAt(facts, nextWord(facts, sourceFirst, -1), SOURCE) : 1)
  row.add('certainty just after source', has ? 1 - certaintyAt(facts, nextWord(facts, sourceLast, 1), SOURCE) : 1)
}

function writeCertaintyOfCue(facts: AnalysisFacts, row: FeatureRows): void {
  const { analysis, profile, cueFirst, cueLast } = facts
  const { labels } = analysis
  const before = cueFirst > 0 && labels[cueFirst - 1] !== CUE ? certaintyAt(facts, cueFirst - 1, CUE) : 0
  const after = cueLast + 1 < labels.length && labels[cueLast + 1] !== CUE ? certaintyAt(facts, cueLast + 1, CUE) : 0
  row.add('mean certainty of cue', (profile.sum[CUE] as number) / Math.max(1, profile.count[CUE] as number))
  row.add('certainty next to the cue', Math.max(before, after))
  row.add('expected content words missing', profile.missing)
}

function writeSource(facts: AnalysisFacts, row: FeatureRows): void {
  const { reading, profile, from, head, hasSource: has, sourceFirst, sourceLast, sentenceFrom } = facts
  row.add('has source', has)
  row.add('source words', profile.count[SOURCE] as number)
  row.add('source offset', has ? (sourceFirst < head ? sourceLast : sourceFirst) - head : 0)
  row.add('source parts', profile.parts[SOURCE] as number)
  row.add('source last POS', has ? (reading.pos[from + sourceLast] as number) : -1)
  row.add('source starts with', has ? classAt(facts, sourceFirst) : 0)
  row.add('before source', has ? classAt(facts, sourceFirst - 1) : 0)
  row.add('after source', has ? classAt(facts, sourceLast + 1) : 0)
  row.add('source is a name', has && reading.lemma[from + sourceLast] === MASK)
  row.add('source in quotation', has && reading.quotation[from + sourceFirst] !== -1)
  row.add('source verbs', profile.sourceVerbs)
  row.add('source at sentence start', has && from + sourceFirst <= sentenceFrom + 1)
}

function writeContent(facts: AnalysisFacts, row: FeatureRows): void {
  const { reading, analysis, profile, from, head, hasContent: has, contentFirst: first, contentLast: last } = facts
  const { sentence } = reading
  const words = profile.count[CONTENT] as number
  const before = nextWord(facts, first, -1)
  const after = nextWord(facts, last, 1)
  row.add('content words', words)
  row.add('content parts', profile.parts[CONTENT] as number)
  row.add('content side', has ? profile.leftContent / words : -1)
  row.add('content start offset', has ? first - head : 0)
  row.add('content end offset', has ? last - head : 0)
  row.add('content begins with', has ? classAt(facts, first) : 0)
  row.add('content ends with', has ? classAt(facts, last) : 0)
  row.add('before content', has ? classAt(facts, first - 1) : 0)
  row.add('after content', has ? classAt(facts, last + 1) : 0)
  row.add('content begins sentence', has && before < 0 ? 2 : has && sentence[from + first] !== sentence[from + before])
  row.add(
    'content ends sentence',
    has && after >= analysis.labels.length ? 2 : has && sentence[from + last] !== sentence[from + after],
  )
  row.add('share of content quoted', has ? profile.quotedWords / words : -1)
  row.add('marks in content', profile.marksIn)
  row.add('quotations cut', profile.cut)
  row.add('sentences of content', has ? (sentence[from + last] as number) - (sentence[from + first] as number) : -1)
  row.add('verbs in content', profile.contentVerbs)
}

function writeOtherWords(facts: AnalysisFacts, row: FeatureRows): void {
  const { betweenParts, leftOther, rightOther } = facts.profile
  row.add('words between cue and content', countBetween(facts))
  row.add('words between content parts', betweenParts)
  row.add('other words left', leftOther)
  row.add('other words right', rightOther)
}

/** Words without a role between the cue and the content, on whichever side it lies. */
function countBetween(facts: AnalysisFacts): number {
  const { reading, analysis, profile, from, head, contentFirst, contentLast } = facts
  if (!facts.hasContent) return 0
  const isBehind = contentFirst > head
  const low = !isBehind && profile.leftContent > 0 ? contentLast : head
  const high = isBehind ? contentFirst : head
  let words = 0
  for (let j = low + 1; j < high; j += 1) if (analysis.labels[j] === OTHER && reading.bare[from + j] === 0) words += 1
  return words
}

function writeCue(facts: AnalysisFacts, row: FeatureRows): void {
  const { reading, analysis, context, profile, cueFirst, cueLast } = facts
  const { trigger } = analysis
  const { statistics } = context
  row.add('cue words', profile.count[CUE] as number)
  row.add('cue parts', profile.parts[CUE] as number)
  row.add('cue ends with', classAt(facts, cueLast))
  row.add('cue begins with', classAt(facts, cueFirst))
  row.add('cue POS', reading.pos[trigger] as number)
  row.add('lemma log-odds', statistics.odds)
  row.add('lemma frequency', statistics.frequency)
  row.add('lemma content after', statistics.contentAfter)
  row.add('lemma sourceless', statistics.sourceless)
  row.add('lemma quoted', statistics.quoted)
  row.add('cue ending', endingOf(reading, trigger))
  row.add('cue in quotation', reading.quotation[trigger] !== -1)
}

function endingOf(reading: Reading, i: number): number {
  const word = reading.layer.tokens[i]?.lower ?? ''
  if (word.endsWith('ing')) return 1
  if (word.endsWith('ed')) return 2
  if (word.endsWith('s')) return 3
  return word === reading.layer.tokens[i]?.lemma ? 4 : 5
}

function writePlace(facts: AnalysisFacts, row: FeatureRows): void {
  const { reading, analysis, from, head, sentenceFrom, sentenceTo, hasContent, contentFirst } = facts
  const { trigger } = analysis
  const { quotation, marks } = reading
  const isInOne = hasContent && quotation[trigger] !== -1 && quotation[from + contentFirst] === quotation[trigger]
  row.add('heading', reading.heading[trigger] as number)
  row.add('word before cue', trigger > sentenceFrom ? classAt(facts, head - 1) : 0)
  row.add('word after cue', trigger + 1 < sentenceTo ? classAt(facts, head + 1) : 0)
  row.add('second word after cue', trigger + 2 < sentenceTo ? classAt(facts, head + 2) : 0)
  row.add('place in sentence', trigger - sentenceFrom)
  row.add('sentence length', sentenceTo - sentenceFrom)
  row.add('quotations in sentence', (marks[sentenceTo] as number) - (marks[sentenceFrom] as number))
  row.add('cue and content in one quotation', isInOne)
  row.add('first sentence', reading.sentence[trigger] === 0)
}

function writeSourceToCue(facts: AnalysisFacts, row: FeatureRows): void {
  const { reading, from, head, hasSource: has, sourceFirst, sourceLast } = facts
  const isBefore = sourceFirst < head
  const first = isBefore ? Math.min(sourceLast, head) : head
  const last = isBefore ? head : sourceFirst
  row.add('words from source to cue', has ? last - first : -1)
  row.add('commas from source to cue', has ? countFrom(reading.commas, from + first, from + last) : -1)
  row.add('verbs from source to cue', has ? countFrom(reading.verbs, from + first, from + last) : -1)
}

/** How many there are in `[from, to)` of what a column counts. */
function countFrom(column: Int32Array, from: number, to: number): number {
  return (column[to] as number) - (column[from] as number)
}

function writeBorders(facts: AnalysisFacts, row: FeatureRows): void {
  const { profile, hasContent, contentFirst, contentLast, hasSource, sourceFirst, sourceLast } = facts
  const splitsContent = hasContent && (splitsPhrase(facts, contentFirst) || splitsPhrase(facts, contentLast + 1))
  const splitsSource = hasSource && (splitsPhrase(facts, sourceFirst) || splitsPhrase(facts, sourceLast + 1))
  row.add('content splits phrase', splitsContent)
  row.add('source splits phrase', splitsSource)
  row.add('parentheses cut', profile.parenthesesCut)
}

/** Whether a border in front of a place stands inside a noun phrase. */
function splitsPhrase({ reading, analysis, from }: AnalysisFacts, place: number): boolean {
  if (place <= 0 || place >= analysis.labels.length || reading.pos[from + place] === DET) return false
  return isNominal(reading, from + place) && isNominal(reading, from + place - 1)
}

function isNominal({ pos }: Reading, i: number): boolean {
  const p = pos[i] as number
  return p === NOUN || p === PROPN || p === ADJ || p === NUM || p === DET
}

function writeBehindContent(facts: AnalysisFacts, row: FeatureRows): void {
  const { reading, analysis, context, from, head, hasContent: has, contentFirst, contentLast } = facts
  const { labels, trigger } = analysis
  const { sentence, pos, layer, commas } = reading
  let score = NO_SCORE
  let verbs = 0
  const end = has ? from + labels.length : 0
  for (let i = from + contentLast + 1; i < end && sentence[i] === sentence[from + contentLast]; i += 1) {
    if (i === trigger) continue
    if ((context.cueScores[i] as number) > score) score = context.cueScores[i] as number
    if (pos[i] === VERB || pos[i] === AUX) verbs += 1
  }
  let behindCue = head + 1
  while (behindCue < labels.length && labels[behindCue] === CUE) behindCue += 1
  row.add('best cue score after content', score)
  row.add('content ends with time', has && TIMES.has(layer.tokens[from + contentLast]?.lower ?? ''))
  row.add('second word after content', has ? classAt(facts, contentLast + 2) : 0)
  row.add('commas in content', has ? countFrom(commas, from + contentFirst, from + contentLast) : -1)
  row.add('verbs after content', verbs)
  row.add('word after cue phrase', classAt(facts, behindCue))
}

function writeLeftOut(facts: AnalysisFacts, row: FeatureRows): void {
  const { reading, analysis, from, sentenceFrom, sentenceTo, hasContent, contentFirst, contentLast } = facts
  const { labels, trigger } = analysis
  const { quotation, bare } = reading
  let out = 0
  let outOfSentence = 0
  for (let j = 0; j < labels.length; j += 1) {
    const i = from + j
    if (labels[j] === CONTENT || quotation[i] === -1 || quotation[i] === quotation[trigger] || bare[i] === 1) continue
    out += 1
    if (i >= sentenceFrom && i < sentenceTo) outOfSentence += 1
  }
  row.add('announces paragraph', announcesParagraph(reading, trigger))
  row.add('quoted words left out', out)
  row.add('quoted words left out of the sentence', outOfSentence)
  row.add(
    'paragraphs of content',
    hasContent ? paragraphOf(reading, from + contentLast) - paragraphOf(reading, from + contentFirst) : -1,
  )
}

function paragraphOf({ layer, sentence }: Reading, i: number): number {
  return layer.sentences[sentence[i] as number]?.paragraph ?? 0
}
