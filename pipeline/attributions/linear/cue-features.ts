import { combine } from './hash.ts'
import { AUX, NOUN, PRON, PROPN, type Reading, VERB } from './reading.ts'
import type { RuleReading } from './rule-reading.ts'

/** Room for the feature hashes of one token. */
export const CUE_FEATURES = 64

const OUT = 0x5bd1e995

function bucket(distance: number): number {
  return distance <= 4 ? distance : distance <= 7 ? 5 : distance <= 12 ? 6 : 7
}

/**
 * Writes the feature hashes of token `i` as the possible head of a cue into `out`.
 *
 * @returns How many were written.
 */
export function writeCueFeatures(reading: Reading, i: number, out: Int32Array): number {
  const { lemma, form, frame, pos, suffix, shape, quotation, sentence, marks, layer } = reading
  const own = layer.sentences[sentence[i] as number]
  const from = own?.firstToken ?? i
  const to = own?.endToken ?? i + 1
  const at = (column: Int32Array | Uint8Array, j: number): number => (j >= from && j < to ? (column[j] as number) : OUT)
  const w = lemma[i] as number
  const p = pos[i] as number
  const wp = combine(w, p)
  const f1 = at(frame, i - 1)
  const f2 = at(frame, i - 2)
  const F1 = at(frame, i + 1)
  const F2 = at(frame, i + 2)
  const w1 = at(lemma, i - 1)
  const W1 = at(lemma, i + 1)
  const W2 = at(lemma, i + 2)
  const p1 = at(pos, i - 1)
  const P1 = at(pos, i + 1)
  const ending = combine(suffix[i] as number, p)
  const inside = quotation[i] !== -1
  const left = Math.min(2, (marks[i] as number) - (marks[from] as number))
  const right = Math.min(2, (marks[to] as number) - (marks[i] as number))
  const quoted = left + 3 * right + (inside ? 9 : 0)
  const head = (reading.heading[i] as number) + (sentence[i] === 0 ? 2 : 0)
  // The nearest word that can be a subject to the left, and what stands between it and the word.
  let subject = from - 1
  let skipped = 0
  for (let j = i - 1; j >= from; j -= 1) {
    const q = pos[j] as number
    if (q === NOUN || q === PROPN || q === PRON) {
      subject = j
      break
    }
    skipped = combine(skipped, frame[j] as number)
    if (q === VERB) break
  }
  const who = subject < from ? OUT : combine(lemma[subject] as number, pos[subject] as number)
  const whoShape = subject < from ? OUT : combine(pos[subject] as number, shape[subject] as number)
  const reach = bucket(subject < from ? 9 : i - subject)
  // The auxiliary or governing verb before it.
  let governor = OUT
  for (let j = i - 1; j >= from && j >= i - 6; j -= 1) {
    const q = pos[j] as number
    if (q === VERB || q === AUX) {
      governor = lemma[j] as number
      break
    }
  }
  // The next complementiser-like word or mark.
  let ahead = OUT
  let aheadAt = 0
  for (let j = i + 1; j < to && j <= i + 6; j += 1) {
    if (reading.subordinators[j + 1] !== reading.subordinators[j] || reading.mark[j] !== 0) {
      ahead = frame[j] as number
      aheadAt = bucket(j - i)
      break
    }
  }
  let objectNoun = OUT
  for (let j = i + 1; j < to && j <= i + 4; j += 1) {
    const q = pos[j] as number
    if (q === NOUN || q === PROPN || q === PRON) {
      objectNoun = combine(lemma[j] as number, q)
      break
    }
    if (q === VERB) break
  }
  let k = 0
  const add = (value: number): void => {
    out[k] = combine(value, 0x2000 + k)
    k += 1
  }
  add(0)
  add(w)
  add(form[i] as number)
  add(wp)
  add(ending)
  add(combine(p, shape[i] as number))
  add(combine(w, f1))
  add(combine(w, F1))
  add(combine(combine(w, f1), F1))
  add(combine(combine(w, F1), F2))
  add(combine(combine(w, f1), f2))
  add(combine(w, w1))
  add(combine(w, W1))
  add(combine(combine(w, W1), W2))
  add(combine(combine(p, p1), P1))
  add(combine(combine(f1, p), F1))
  add(combine(combine(combine(f2, f1), p), F1))
  add(combine(combine(combine(f1, p), F1), F2))
  add(combine(combine(f1, ending), F1))
  add(combine(w1, p))
  add(combine(W1, p))
  add(combine(W2, p))
  add(combine(F1, F2))
  add(combine(f1, f2))
  add(combine(quoted, p))
  add(combine(quoted, w))
  add(combine(inside ? 1 : 0, w))
  add(combine(head, p))
  add(combine(head, w))
  add(combine(who, p))
  add(combine(who, w))
  add(combine(whoShape, p))
  add(combine(whoShape, ending))
  add(combine(combine(whoShape, skipped), p))
  add(combine(combine(pos[subject] ?? OUT, skipped), w))
  add(combine(reach, ending))
  add(combine(governor, p))
  add(combine(governor, w))
  add(combine(governor, ending))
  add(combine(ahead, w))
  add(combine(combine(ahead, aheadAt), p))
  add(combine(combine(ahead, aheadAt), ending))
  add(combine(combine(whoShape, ahead), ending))
  add(combine(objectNoun, w))
  add(combine(objectNoun, p))
  add(combine(bucket(i - from), w))
  add(combine(bucket(to - 1 - i), w))
  add(combine(combine(bucket(i - from), bucket(to - 1 - i)), p))
  add(combine(combine(quoted, f1), F1))
  add(combine(combine(quoted, whoShape), ending))
  // Quotation marks right before or after, past commas: `…," X said`, `X said: "…`.
  let near = 0
  for (let j = i - 1; j >= from && j >= i - 6; j -= 1) if (reading.mark[j] === 2) near = bucket(i - j)
  let next = 0
  for (let j = i + 1; j < to && j <= i + 6; j += 1) if (reading.mark[j] === 1) next = bucket(j - i)
  add(combine(near * 8 + next, w))
  add(combine(near * 8 + next, ending))
  add(combine(near * 8 + next, f1))
  // What the rules make of it: the rule whose cue it is in, and whether it lies in what another attributes.
  const r = reading.rules.at[i] as number
  const rule = r < 0 ? 0 : (reading.rules.list[r] as RuleReading).rule
  add(combine(rule, p))
  add(combine(rule, w))
  add(combine(rule, F1))
  return k
}
