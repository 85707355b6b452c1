import { combine } from '../model/hash.ts'
import { HashWriter } from '../model/hash-writer.ts'
import { AUX, isNounLike, type Reading, VERB } from '../reading/reading.ts'
import type { RuleReading } from '../reading/rule-reading.ts'

/** Room for the feature hashes of one token. */
export const CUE_FEATURES = 64

const BASE = 0x2000
/** Stands for a word outside the sentence. */
const OUT = 0x5bd1e995
/** So many words around a token verbs, complementisers and marks are looked for. */
const NEAR = 6
/** So many words behind a token its object is looked for. */
const OBJECT_WITHIN = 4

/** A token in its sentence, by what it and those beside it are. */
interface CueView {
  readonly reading: Reading
  readonly i: number
  /** Tokens of the sentence. */
  readonly from: number
  readonly to: number
  readonly lemma: number
  readonly pos: number
  /** Ending and part of speech. */
  readonly ending: number
  /** Frames of the two words before and of the two behind. */
  readonly before: number
  readonly before2: number
  readonly after: number
  readonly after2: number
  /** What is quoted in the sentence: before the token, behind it, around it. */
  readonly quoted: number
  /** The nearest word before that can be its subject; before the sentence where there is none. */
  readonly subject: number
  /** Part of speech and shape of that word. */
  readonly subjectKind: number
}

/**
 * Writes the feature hashes of token `i` as the possible head of a cue into `out`.
 *
 * @returns How many were written.
 */
export function writeCueFeatures(reading: Reading, i: number, out: Int32Array): number {
  const view = viewToken(reading, i)
  const hashes = new HashWriter(out, BASE)
  addWord(view, hashes)
  addWordsBeside(view, hashes)
  addQuotation(view, hashes)
  addSubject(view, hashes)
  addGovernor(view, hashes)
  addComplementiser(view, hashes)
  addObject(view, hashes)
  addPlace(view, hashes)
  addMarks(view, hashes)
  addRule(view, hashes)
  return hashes.count
}

function viewToken(reading: Reading, i: number): CueView {
  const { lemma, frame, pos, suffix, shape, quotation, sentence, marks, layer } = reading
  const own = layer.sentences[sentence[i] as number]
  const from = own?.firstToken ?? i
  const to = own?.endToken ?? i + 1
  const left = Math.min(2, (marks[i] as number) - (marks[from] as number))
  const right = Math.min(2, (marks[to] as number) - (marks[i] as number))
  const subject = findSubject(reading, i, from)
  return {
    reading,
    i,
    from,
    to,
    lemma: lemma[i] as number,
    pos: pos[i] as number,
    ending: combine(suffix[i] as number, pos[i] as number),
    before: valueAt(frame, i - 1, from, to),
    before2: valueAt(frame, i - 2, from, to),
    after: valueAt(frame, i + 1, from, to),
    after2: valueAt(frame, i + 2, from, to),
    quoted: left + 3 * right + (quotation[i] !== -1 ? 9 : 0),
    subject,
    subjectKind: subject < from ? OUT : combine(pos[subject] as number, shape[subject] as number),
  }
}

function valueAt(column: Int32Array | Uint8Array, j: number, from: number, to: number): number {
  return j >= from && j < to ? (column[j] as number) : OUT
}

function addWord({ reading, i, lemma, pos, ending }: CueView, hashes: HashWriter): void {
  hashes.add(0)
  hashes.add(lemma)
  hashes.add(reading.form[i] as number)
  hashes.add(combine(lemma, pos))
  hashes.add(ending)
  hashes.add(combine(pos, reading.shape[i] as number))
}

function addWordsBeside(view: CueView, hashes: HashWriter): void {
  const { reading, i, from, to, lemma, pos, ending, before, before2, after, after2 } = view
  const lemmaBefore = valueAt(reading.lemma, i - 1, from, to)
  const lemmaAfter = valueAt(reading.lemma, i + 1, from, to)
  const lemmaAfter2 = valueAt(reading.lemma, i + 2, from, to)
  const posBefore = valueAt(reading.pos, i - 1, from, to)
  const posAfter = valueAt(reading.pos, i + 1, from, to)
  hashes.add(combine(lemma, before))
  hashes.add(combine(lemma, after))
  hashes.add(combine(combine(lemma, before), after))
  hashes.add(combine(combine(lemma, after), after2))
  hashes.add(combine(combine(lemma, before), before2))
  hashes.add(combine(lemma, lemmaBefore))
  hashes.add(combine(lemma, lemmaAfter))
  hashes.add(combine(combine(lemma, lemmaAfter), lemmaAfter2))
  hashes.add(combine(combine(pos, posBefore), posAfter))
  hashes.add(combine(combine(before, pos), after))
  hashes.add(combine(combine(combine(before2, before), pos), after))
  hashes.add(combine(combine(combine(before, pos), after), after2))
  hashes.add(combine(combine(before, ending), after))
  hashes.add(combine(lemmaBefore, pos))
  hashes.add(combine(lemmaAfter, pos))
  hashes.add(combine(lemmaAfter2, pos))
  hashes.add(combine(after, after2))
  hashes.add(combine(before, before2))
}

function addQuotation({ reading, i, lemma, pos, quoted }: CueView, hashes: HashWriter): void {
  const heading = (reading.heading[i] as number) + (reading.sentence[i] === 0 ? 2 : 0)
  hashes.add(combine(quoted, pos))
  hashes.add(combine(quoted, lemma))
  hashes.add(combine(reading.quotation[i] !== -1 ? 1 : 0, lemma))
  hashes.add(combine(heading, pos))
  hashes.add(combine(heading, lemma))
}

function addSubject(view: CueView, hashes: HashWriter): void {
  const { reading, i, from, lemma, pos, ending, subject, subjectKind } = view
  const who = subject < from ? OUT : combine(reading.lemma[subject] as number, reading.pos[subject] as number)
  const skipped = hashSkipped(view)
  hashes.add(combine(who, pos))
  hashes.add(combine(who, lemma))
  hashes.add(combine(subjectKind, pos))
  hashes.add(combine(subjectKind, ending))
  hashes.add(combine(combine(subjectKind, skipped), pos))
  hashes.add(combine(combine(reading.pos[subject] ?? OUT, skipped), lemma))
  hashes.add(combine(bucket(subject < from ? 9 : i - subject), ending))
}

/** The nearest noun, name or pronoun before a token with no verb between; before the sentence where there is none. */
function findSubject({ pos }: Reading, i: number, from: number): number {
  for (let j = i - 1; j >= from; j -= 1) {
    if (isNounLike(pos[j] as number)) return j
    if (pos[j] === VERB) break
  }
  return from - 1
}

/** What stands between the subject and the token; where there is no subject, back to a verb, which counts in. */
function hashSkipped({ reading, i, from, subject }: CueView): number {
  let skipped = 0
  for (let j = i - 1; j >= from && j !== subject; j -= 1) {
    skipped = combine(skipped, reading.frame[j] as number)
    if (reading.pos[j] === VERB) break
  }
  return skipped
}

/** The auxiliary or governing verb before the token. */
function addGovernor({ reading, i, from, lemma, pos, ending }: CueView, hashes: HashWriter): void {
  let governor = OUT
  for (let j = i - 1; j >= from && j >= i - NEAR; j -= 1) {
    const q = reading.pos[j] as number
    if (q === VERB || q === AUX) {
      governor = reading.lemma[j] as number
      break
    }
  }
  hashes.add(combine(governor, pos))
  hashes.add(combine(governor, lemma))
  hashes.add(combine(governor, ending))
}

/** The next complementiser-like word or mark. */
function addComplementiser({ reading, i, to, lemma, pos, ending, subjectKind }: CueView, hashes: HashWriter): void {
  const { subordinators, mark, frame } = reading
  let ahead = OUT
  let distance = 0
  for (let j = i + 1; j < to && j <= i + NEAR; j += 1) {
    if (subordinators[j + 1] !== subordinators[j] || mark[j] !== 0) {
      ahead = frame[j] as number
      distance = bucket(j - i)
      break
    }
  }
  hashes.add(combine(ahead, lemma))
  hashes.add(combine(combine(ahead, distance), pos))
  hashes.add(combine(combine(ahead, distance), ending))
  hashes.add(combine(combine(subjectKind, ahead), ending))
}

/** The noun behind the token, with no verb between. */
function addObject({ reading, i, to, lemma, pos }: CueView, hashes: HashWriter): void {
  let object = OUT
  for (let j = i + 1; j < to && j <= i + OBJECT_WITHIN; j += 1) {
    const q = reading.pos[j] as number
    if (isNounLike(q)) {
      object = combine(reading.lemma[j] as number, q)
      break
    }
    if (q === VERB) break
  }
  hashes.add(combine(object, lemma))
  hashes.add(combine(object, pos))
}

function addPlace(view: CueView, hashes: HashWriter): void {
  const { i, from, to, lemma, pos, ending, before, after, quoted, subjectKind } = view
  const fromStart = bucket(i - from)
  const toEnd = bucket(to - 1 - i)
  hashes.add(combine(fromStart, lemma))
  hashes.add(combine(toEnd, lemma))
  hashes.add(combine(combine(fromStart, toEnd), pos))
  hashes.add(combine(combine(quoted, before), after))
  hashes.add(combine(combine(quoted, subjectKind), ending))
}

/** Quotation marks right before or after, past commas: `…," X said`, `X said: "…`. */
function addMarks({ reading, i, from, to, lemma, ending, before }: CueView, hashes: HashWriter): void {
  let closed = 0
  for (let j = i - 1; j >= from && j >= i - NEAR; j -= 1) if (reading.mark[j] === 2) closed = bucket(i - j)
  let opened = 0
  for (let j = i + 1; j < to && j <= i + NEAR; j += 1) if (reading.mark[j] === 1) opened = bucket(j - i)
  hashes.add(combine(closed * 8 + opened, lemma))
  hashes.add(combine(closed * 8 + opened, ending))
  hashes.add(combine(closed * 8 + opened, before))
}

/** What the rules make of it: the rule whose cue it is in. */
function addRule({ reading, i, lemma, pos, after }: CueView, hashes: HashWriter): void {
  const r = reading.rules.at[i] as number
  const rule = r < 0 ? 0 : (reading.rules.list[r] as RuleReading).rule
  hashes.add(combine(rule, pos))
  hashes.add(combine(rule, lemma))
  hashes.add(combine(rule, after))
}

/** Short distances stay apart, long ones fall together. */
function bucket(distance: number): number {
  return distance <= 4 ? distance : distance <= 7 ? 5 : distance <= 12 ? 6 : 7
}
