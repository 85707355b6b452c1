import type { Analysis } from '../arguments/analysis.ts'
import { combine } from '../model/hash.ts'
import { HashWriter } from '../model/hash-writer.ts'
import { CONTENT, CUE, SOURCE } from '../model/labels.ts'
import { AUX, isNounLike, NOUN, PROPN, type Reading, VERB } from '../reading/reading.ts'

/** Room for the feature hashes of one analysis. */
export const PHRASE_FEATURES = 72

const BASE = 0x3000
/** Stands for a word outside the text, or of a phrase that there is not. */
const NONE = 0x5bd1e995
/** So many words from the content's first on its head is looked for. */
const HEAD_WITHIN = 5

/** The phrases of an analysis, as tokens; -1 where there is none. */
interface Phrases {
  readonly first: readonly number[]
  readonly last: readonly number[]
  /** Words of each label, and their runs. */
  readonly count: readonly number[]
  readonly parts: readonly number[]
  /** Lemmas of the cue, and its frames. */
  readonly cueLemmas: number
  readonly cueFrames: number
  /** In what order the runs of words with a role stand. */
  readonly order: number
  /** Words of content inside quotations. */
  readonly quoted: number
}

/** What several groups of features are made of. */
interface PhraseView extends Pick<Phrases, 'count' | 'parts' | 'cueLemmas' | 'cueFrames' | 'order'> {
  readonly reading: Reading
  readonly trigger: number
  /** Lemma of the cue's head. */
  readonly lemma: number
  readonly contentFirst: number
  readonly contentLast: number
  readonly sourceFirst: number
  readonly sourceLast: number
  readonly cueFirst: number
  readonly cueLast: number
  /** Frames of the content's first word and of the one behind its last. */
  readonly opening: number
  readonly behind: number
  /** The first noun or verb of the content, past its determiner, and its part of speech. */
  readonly head: number
  readonly headPos: number
  /** Whether nothing (0), a part (1) or all (2) of the content is quoted; 3 without content. */
  readonly share: number
  /** On which side of the cue the content lies, and the source. */
  readonly side: number
  readonly sourceSide: number
  /** The order of the phrases, and what is quoted. */
  readonly layout: number
}

/**
 * Writes the feature hashes of an analysis into `out`: the words at the borders of its phrases, and how they go
 * together with the cue. What dense features cannot see: that "called for" takes a noun and "vowed" an infinitive.
 *
 * @returns How many were written.
 */
export function writePhraseFeatures(reading: Reading, analysis: Analysis, out: Int32Array): number {
  const view = viewPhrases(reading, analysis)
  const hashes = new HashWriter(out, BASE)
  addCueWithContent(view, hashes)
  addSource(view, hashes)
  addSourceBorders(view, hashes)
  addContentBorders(view, hashes)
  addCueBorders(view, hashes)
  addCounts(view, hashes)
  return hashes.count
}

function viewPhrases(reading: Reading, analysis: Analysis): PhraseView {
  const { trigger } = analysis
  const { first, last, count, parts, cueLemmas, cueFrames, order, quoted } = readPhrases(reading, analysis)
  const contentFirst = first[CONTENT] as number
  const contentLast = last[CONTENT] as number
  const sourceFirst = first[SOURCE] as number
  const words = count[CONTENT] as number
  const share = words === 0 ? 3 : quoted === 0 ? 0 : quoted === words ? 2 : 1
  const head = findHead(reading, contentFirst, contentLast)
  return {
    reading,
    trigger,
    count,
    parts,
    cueLemmas,
    cueFrames,
    order,
    lemma: reading.lemma[trigger] as number,
    contentFirst,
    contentLast,
    sourceFirst,
    sourceLast: last[SOURCE] as number,
    cueFirst: first[CUE] as number,
    cueLast: last[CUE] as number,
    opening: valueAt(reading.frame, contentFirst),
    behind: valueBeside(reading.frame, contentLast, 1),
    head: valueAt(reading.lemma, head),
    headPos: head < 0 ? 31 : (reading.pos[head] as number),
    share,
    side: contentFirst < 0 ? 0 : contentFirst > trigger ? 1 : contentLast < trigger ? 2 : 3,
    sourceSide: sourceFirst < 0 ? 0 : sourceFirst > trigger ? 1 : 2,
    layout: combine(order, share),
  }
}

function readPhrases({ bare, lemma, pos, frame, quotation }: Reading, analysis: Analysis): Phrases {
  const { labels, trigger, window } = analysis
  const first = [-1, -1, -1, -1]
  const last = [-1, -1, -1, -1]
  const count = [0, 0, 0, 0]
  const parts = [0, 0, 0, 0]
  let cueLemmas = 7
  let cueFrames = 7
  let running = 0
  let order = 0
  let quoted = 0
  for (let j = 0; j < labels.length; j += 1) {
    const i = window.from + j
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
      cueLemmas = combine(cueLemmas, lemma[i] as number)
      cueFrames = combine(cueFrames, i === trigger ? (pos[i] as number) : (frame[i] as number))
    }
    if (y === CONTENT && quotation[i] !== -1) quoted += 1
  }
  return { first, last, count, parts, cueLemmas, cueFrames, order, quoted }
}

function valueAt(column: Int32Array | Uint8Array, i: number): number {
  return i >= 0 && i < column.length ? (column[i] as number) : NONE
}

/** The value so many tokens beside the border of a phrase, where there is the phrase. */
function valueBeside(column: Int32Array | Uint8Array, border: number, step: number): number {
  return border < 0 ? NONE : valueAt(column, border + step)
}

/** The first noun or verb of the content, or -1. */
function findHead({ pos }: Reading, from: number, to: number): number {
  for (let i = from; i >= 0 && i <= to && i < from + HEAD_WITHIN; i += 1) {
    const p = pos[i] as number
    if (isNounLike(p) || p === VERB || p === AUX) return i
  }
  return -1
}

function addCueWithContent(view: PhraseView, hashes: HashWriter): void {
  const { reading, lemma, cueLemmas, cueFrames, contentFirst, opening, head, headPos, order, layout } = view
  hashes.add(cueLemmas)
  hashes.add(lemma)
  hashes.add(combine(cueLemmas, opening))
  hashes.add(combine(lemma, opening))
  hashes.add(combine(lemma, combine(opening, valueBeside(reading.frame, contentFirst, 1))))
  hashes.add(combine(cueFrames, opening))
  hashes.add(combine(lemma, order))
  hashes.add(combine(lemma, layout))
  hashes.add(combine(cueLemmas, layout))
  hashes.add(layout)
  hashes.add(combine(layout, opening))
  hashes.add(combine(lemma, headPos))
  hashes.add(combine(lemma, head))
  hashes.add(combine(head, cueFrames))
  hashes.add(combine(cueLemmas, headPos))
}

function addSource(view: PhraseView, hashes: HashWriter): void {
  const { reading, lemma, cueFrames, opening, sourceFirst, sourceLast, side, sourceSide } = view
  const kind = combine(posOfSource(view), sourceLast < 0 ? NONE : (reading.shape[sourceLast] as number))
  const noun = nounOfSource(reading, sourceFirst, sourceLast)
  hashes.add(valueAt(reading.lemma, sourceLast))
  hashes.add(noun)
  hashes.add(combine(lemma, noun))
  hashes.add(combine(lemma, kind))
  hashes.add(combine(lemma, sourceSide * 4 + side))
  hashes.add(combine(kind, cueFrames))
  hashes.add(combine(noun, cueFrames))
  hashes.add(combine(noun, opening))
}

function posOfSource({ reading, sourceLast }: PhraseView): number {
  return sourceLast < 0 ? 30 : (reading.pos[sourceLast] as number)
}

/** A source often ends in a clause of its own; the first noun is then its head. */
function nounOfSource({ pos, lemma }: Reading, first: number, last: number): number {
  let noun = NONE
  for (let i = first; i >= 0 && i <= last; i += 1) {
    if (!isNounLike(pos[i] as number)) continue
    noun = lemma[i] as number
    if (i + 1 > last || (pos[i + 1] !== NOUN && pos[i + 1] !== PROPN)) break
  }
  return noun
}

function addSourceBorders(view: PhraseView, hashes: HashWriter): void {
  const { reading, count, sourceFirst, sourceLast, sourceSide } = view
  const { frame, lemma } = reading
  const opening = valueAt(frame, sourceFirst)
  const before = valueBeside(frame, sourceFirst, -1)
  const behind = valueBeside(frame, sourceLast, 1)
  hashes.add(combine(opening, step(count[SOURCE] as number)))
  hashes.add(combine(before, sourceSide))
  hashes.add(combine(before, combine(opening, sourceSide)))
  hashes.add(combine(behind, combine(posOfSource(view), sourceSide)))
  hashes.add(combine(valueBeside(lemma, sourceLast, 1), sourceSide))
  hashes.add(combine(behind, valueAt(frame, sourceLast + 2)))
}

function addContentBorders(view: PhraseView, hashes: HashWriter): void {
  const { reading, lemma, count, contentFirst, contentLast, opening, behind, headPos, side } = view
  const { frame, form, pos } = reading
  const before = valueBeside(frame, contentFirst, -1)
  const behind2 = valueBeside(frame, contentLast, 2)
  const lastLemma = valueAt(reading.lemma, contentLast)
  const lastFrame = valueAt(frame, contentLast)
  hashes.add(combine(before, opening))
  hashes.add(combine(before, combine(opening, side)))
  hashes.add(combine(valueAt(form, contentFirst), side))
  hashes.add(combine(lastLemma, behind))
  hashes.add(combine(lastFrame, behind))
  hashes.add(combine(behind, behind2))
  hashes.add(combine(combine(lastFrame, behind), behind2))
  hashes.add(combine(behind, combine(valueBeside(reading.lemma, contentLast, 2), 1)))
  hashes.add(combine(behind, valueBeside(reading.lemma, contentLast, 1)))
  hashes.add(combine(lemma, behind))
  hashes.add(combine(opening, behind))
  hashes.add(combine(headPos, combine(behind, step(count[CONTENT] as number))))
  hashes.add(combine(lastLemma, valueBeside(pos, contentLast, -1)))
}

function addCueBorders(view: PhraseView, hashes: HashWriter): void {
  const { reading, lemma, cueFrames, cueFirst, cueLast, layout } = view
  const { frame } = reading
  const lastLemma = valueAt(reading.lemma, cueLast)
  const lastFrame = valueAt(frame, cueLast)
  const behind = valueAt(frame, cueLast + 1)
  hashes.add(combine(lastFrame, behind))
  hashes.add(combine(lastLemma, valueAt(reading.lemma, cueLast + 1)))
  hashes.add(combine(lemma, lastLemma))
  hashes.add(combine(lemma, combine(lastFrame, behind)))
  hashes.add(combine(valueAt(frame, cueFirst - 1), valueAt(frame, cueFirst)))
  hashes.add(combine(cueFrames, behind))
  hashes.add(cueFrames)
  hashes.add(combine(cueFrames, layout))
}

function addCounts(view: PhraseView, hashes: HashWriter): void {
  const { reading, trigger, lemma, count, parts, contentFirst, contentLast, headPos, share, side, layout } = view
  const words = step(count[CONTENT] as number)
  hashes.add(combine(step(count[CUE] as number), reading.pos[trigger] as number))
  hashes.add(combine(words, combine(headPos, share)))
  hashes.add(combine(words, lemma))
  hashes.add(combine(parts[CONTENT] as number, combine(side, share)))
  hashes.add(combine(sentencesOn(view, contentFirst), sentencesOn(view, contentLast)))
  hashes.add(combine(reading.heading[trigger] as number, layout))
  hashes.add(combine(reading.quotation[trigger] === -1 ? 0 : 1, lemma))
}

/** How many sentences behind the cue's a token stands, 9 where there is none. */
function sentencesOn({ reading, trigger }: PhraseView, i: number): number {
  return i < 0 ? 9 : (reading.sentence[i] as number) - (reading.sentence[trigger] as number)
}

/** Short counts stay apart, long ones fall together. */
function step(count: number): number {
  return count <= 3 ? count : count <= 6 ? 4 : count <= 12 ? 5 : count <= 25 ? 6 : 7
}
