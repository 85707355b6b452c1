import type { Token } from '../../../../../src/domain/layers.ts'
import type { Range, Reading } from '../reading.ts'
import { readNounPhraseBefore } from './noun-phrase-before.ts'
import { NOMINAL, RELATIVE } from './phrase-words.ts'

const LONGEST_ASIDE = 28
/** They may stand behind what they count. */
const FLOATING: ReadonlySet<string> = new Set(['all', 'both', 'each'])

function at(reading: Reading, i: number): Token | undefined {
  return reading.tokens[i]
}

/**
 * The subject whose verb group begins at `end`: a noun phrase, possibly followed by an aside between commas
 * ("Smith, a farmer, said"; "Smith, who was there, said") or by a relative pronoun ("voters who said").
 * An appositive belongs to the source, any other aside does not. `first` is the sentence's first token.
 */
export function readSubject(reading: Reading, end: number, first: number): Range | null {
  const known = reading.subjects.get(end)
  if (known !== undefined) return known
  const subject = findSubject(reading, end, first)
  reading.subjects.set(end, subject)
  return subject
}

function findSubject(reading: Reading, end: number, first: number): Range | null {
  const last = at(reading, end - 1)
  if (last === undefined || end - 1 < first) return null
  if (RELATIVE.has(last.lower) && (last.pos === 'PRON' || last.pos === 'SCONJ' || last.pos === 'DET')) {
    const comma = at(reading, end - 2)?.text === ',' ? 1 : 0
    return readNounPhraseBefore(reading, end - 1 - comma, first)
  }
  if (last.text === ',' || last.text === '—' || last.text === '–') {
    for (let i = end - 2; i >= Math.max(first + 1, end - LONGEST_ASIDE); i -= 1) {
      const token = at(reading, i) as Token
      if (token.text !== last.text || reading.quotationAt[i] !== reading.quotationAt[end - 1]) continue
      const phrase = readNounPhraseBefore(reading, i, first)
      if (phrase === null) return null
      const opening = at(reading, i + 1) as Token
      // "In August, Smith, …": a phrase that a preposition opens is no subject.
      const preposition = at(reading, phrase.from - 1)
      if (preposition?.pos === 'ADP' && phrase.from - 1 >= first) continue
      const appositive =
        ['DET', 'NOUN', 'PROPN', 'ADJ', 'NUM'].includes(opening.pos) && !hasVerbFirst(reading, i + 1, end - 1)
      return appositive ? { from: phrase.from, to: end - 1 } : phrase
    }
    return null
  }
  // "The army and the police both said".
  if (FLOATING.has(last.lower) && NOMINAL.has(at(reading, end - 2)?.pos ?? 'X'))
    return findSubject(reading, end - 1, first)
  const phrase = readNounPhraseBefore(reading, end, first)
  return phrase === null ? null : (readRelativeSubject(reading, phrase, end, first) ?? phrase)
}

/** "People who worked on the tunnel said": the phrase before the verb is an object inside the subject's own clause. */
function readRelativeSubject(reading: Reading, phrase: Range, end: number, first: number): Range | null {
  const before = at(reading, phrase.from - 1)
  if (phrase.from - 1 <= first || before === undefined || (before.pos !== 'ADP' && before.pos !== 'VERB')) return null
  for (let i = phrase.from - 1; i > Math.max(first, end - 16); i -= 1) {
    const token = at(reading, i) as Token
    if (/^[,;:—–]$/.test(token.text) || reading.quotationAt[i] !== -1) return null
    if (!/^(?:who|which)$/.test(token.lower)) continue
    const subject = readNounPhraseBefore(reading, i, first)
    return subject === null ? null : { from: subject.from, to: end }
  }
  return null
}

function hasVerbFirst(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) {
    const token = at(reading, i) as Token
    if (RELATIVE.has(token.lower)) return false
    if (token.pos === 'AUX') return true
  }
  return false
}
