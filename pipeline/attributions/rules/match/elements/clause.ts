import type { Token } from '../../../../../src/domain/layers.ts'
import { LEXICON } from '../../../lexicon.ts'
import { type Range, type Reading, sentenceOf } from '../reading.ts'

const SUBORDINATORS = new Set([
  'while',
  'whereas',
  'though',
  'although',
  'despite',
  'compared',
  'after',
  'when',
  'amid',
  'even',
])

const CUE_LEMMAS: ReadonlySet<string> = new Set([
  ...LEXICON.speech,
  ...LEXICON['that-clause'],
  ...LEXICON.naming,
  ...LEXICON.object,
])

const FINAL_MARKS: ReadonlySet<string> = new Set('.!?…;:,')

/** Token index after the last token of the sentence's words: final marks are left out unless a quotation holds them. */
export function endOfWords(reading: Reading, from: number): number {
  const sentence = sentenceOf(reading, from)
  let end = sentence.endToken
  while (end > from && FINAL_MARKS.has((reading.tokens[end - 1] as Token).text) && reading.quotationAt[end - 1] === -1)
    end -= 1
  return end
}

/**
 * The clause that begins at `from`: up to the sentence's end, or to where another main clause, a further cue of the
 * same source ("… and added", ", saying") or a contrast (", but") begins. A quotation is never cut.
 */
export function readClauseAfter(reading: Reading, from: number): Range | null {
  const known = reading.clauses.get(from)
  if (known !== undefined) return known
  const clause = findClauseAfter(reading, from)
  reading.clauses.set(from, clause)
  return clause
}

function findClauseAfter(reading: Reading, from: number): Range | null {
  const end = endOfWords(reading, from)
  let to = from
  for (let i = from; i < end; i += 1) {
    const quotation = reading.quotationFrom.get(i)
    if (quotation !== undefined) {
      const { endToken } = reading.quotations[quotation] as { endToken: number }
      to = Math.max(to, endToken)
      i = endToken - 1
      continue
    }
    if (i > from && isClauseEnd(reading, i, from)) break
    to = i + 1
  }
  return to > from ? { from, to: trimRight(reading, from, to) } : null
}

function isClauseEnd(reading: Reading, i: number, from: number): boolean {
  const { tokens } = reading
  const token = tokens[i] as Token
  const next = tokens[i + 1]
  const after = tokens[i + 2]
  if (next === undefined) return false
  const comma = token.text === ',' || token.text === '—' || token.text === '–' || token.text === '--'
  if (comma) {
    if (next.lower === 'but' || next.lower === 'according') return true
    if (SUBORDINATORS.has(next.lower) && i - from > 5) return true
    if (next.pos === 'VERB' && next.lower.endsWith('ing') && isCueLemma(next.lemma)) return true
    if (next.pos === 'CCONJ' && after !== undefined && after.pos === 'VERB' && isCueLemma(after.lemma)) return true
  }
  if (token.text === ';') return true
  if (token.pos === 'CCONJ' && next.pos === 'VERB' && isCueLemma(next.lemma) && !next.lower.endsWith('ing')) {
    return LEXICON.speech.has(next.lemma) || (next.lower.endsWith('ed') && isCueLemma(next.lemma))
  }
  return false
}

/** Whether the lemma can be a cue of the same source: where it begins, content ends. */
export function isCueLemma(lemma: string): boolean {
  return CUE_LEMMAS.has(lemma)
}

function trimRight(reading: Reading, from: number, to: number): number {
  let end = to
  while (end > from && /^[,;:—–]$/.test((reading.tokens[end - 1] as Token).text) && reading.quotationAt[end - 1] === -1)
    end -= 1
  return end
}

/**
 * The clause before `end`, back to the sentence's beginning; an opening "But" or "And" stays outside.
 * @param first The sentence's first token.
 * @param needsVerb Whether it must hold a finite verb, as a statement of its own does.
 */
export function readClauseBefore(reading: Reading, end: number, first: number, needsVerb: boolean): Range | null {
  if (end <= first) return null
  let from = first
  if (reading.tokens[from]?.pos === 'CCONJ') from += 1
  let to = end
  while (to > from && /^[,;:—–]$/.test((reading.tokens[to - 1] as Token).text) && reading.quotationAt[to - 1] === -1)
    to -= 1
  if (to - from < (needsVerb ? 2 : 1)) return null
  if (needsVerb && !hasFiniteVerb(reading, from, to)) return null
  return { from, to }
}

export function hasFiniteVerb(reading: Reading, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) {
    const token = reading.tokens[i] as Token
    if (token.pos === 'AUX') return true
    if (token.pos === 'VERB' && !token.lower.endsWith('ing') && reading.tokens[i - 1]?.lower !== 'to') return true
  }
  return false
}
