import type { Token } from '../../../../src/domain/layers.ts'
import { isRole } from '../../../word-classes.ts'
import { CORE, isSource, LINKS, PARTICIPLES, RELATIVE, TIMES } from './phrase-words.ts'
import type { Range, Reading } from './reading.ts'

function at(reading: Reading, i: number): Token | undefined {
  return reading.tokens[i]
}

/**
 * The noun phrase that begins at `from`, with an appositive after a comma ("said Ann Lee, a farmer"), up to a finite
 * verb, a time ("on Tuesday") or punctuation.
 */
export function readNounPhraseAfter(reading: Reading, from: number, limit: number): Range | null {
  let i = from
  let to = from
  while (i < limit) {
    const token = at(reading, i) as Token
    const next = at(reading, i + 1)
    if (i > from && TIMES.has(token.lower)) break
    if (
      reading.quotationFrom.has(i) &&
      i > from &&
      token.start > (at(reading, i - 1) as Token).end &&
      !isShortName(reading, i)
    )
      break
    // "Told the paper the vote was lost": another phrase begins.
    if (token.pos === 'DET' && i > from && /^(?:NOUN|PROPN)$/.test(at(reading, i - 1)?.pos ?? '')) break
    if (token.pos === 'PRON' && i > from && !/^(his|her|its|their)$/.test(token.lower)) break
    if (CORE.has(token.pos) || token.pos === 'DET' || token.pos === 'PRON') {
      if (token.lower === 'to' || token.lower === 'not') break
      i += 1
      to = i
      if (token.pos === 'PRON' && !/^(his|her|its|their|one|some|many|both|most)$/.test(token.lower)) break
      continue
    }
    if (token.text === '(') {
      const close = findCloseParenthesis(reading, i, limit)
      if (close === null) break
      i = close + 1
      to = i
      continue
    }
    if (
      /^[-–/&’']$/.test(token.text) &&
      next !== undefined &&
      (next.start === token.end || token.text === '’' || token.text === "'")
    ) {
      i += 1
      if (token.text === '’' || token.text === "'") to = i
      continue
    }
    const joins =
      (token.pos === 'ADP' && LINKS.has(token.lower)) ||
      (token.pos === 'CCONJ' && (token.lower === 'and' || token.lower === 'or'))
    if (
      to > from &&
      joins &&
      next !== undefined &&
      i + 1 < limit &&
      !TIMES.has(next.lower) &&
      (CORE.has(next.pos) || next.pos === 'DET')
    ) {
      i += 1
      continue
    }
    // "Sacked librarian", "injured miners".
    if (
      i === from &&
      token.pos === 'VERB' &&
      /(?:ed|en)$/u.test(token.lower) &&
      next !== undefined &&
      isRole(next) &&
      i + 1 < limit
    ) {
      i += 1
      continue
    }
    const nominalised = token.lower.endsWith('ing') && at(reading, i - 1)?.pos === 'DET'
    if (token.pos === 'VERB' && to > from && (PARTICIPLES.has(token.lower) || nominalised)) {
      i += 1
      to = i
      continue
    }
    break
  }
  const range = { from, to }
  return isSource(reading, range) ? range : null
}

function isShortName(reading: Reading, i: number): boolean {
  const index = reading.quotationFrom.get(i)
  const quotation = index === undefined ? undefined : reading.quotations[index]
  return quotation !== undefined && quotation.endToken - quotation.firstToken <= 6
}

function findCloseParenthesis(reading: Reading, open: number, limit: number): number | null {
  for (let i = open + 1; i < Math.min(limit, open + 12); i += 1) {
    if (at(reading, i)?.text === ')') return i
  }
  return null
}

/** The phrase after `readNounPhraseAfter` with an appositive that a comma opens, when no finite verb follows in it. */
export function extendByAppositive(reading: Reading, phrase: Range, limit: number): Range {
  if (at(reading, phrase.to)?.text !== ',') return phrase
  const opening = at(reading, phrase.to + 1)
  if (opening === undefined || !['DET', 'NOUN', 'PROPN', 'ADJ', 'NUM'].includes(opening.pos)) return phrase
  let to = phrase.to + 1
  for (; to < limit; to += 1) {
    const token = at(reading, to) as Token
    if (/^[,.;:—]$/.test(token.text) || reading.quotationFrom.has(to)) break
    if (
      token.pos === 'SCONJ' ||
      RELATIVE.has(token.lower) ||
      (token.pos === 'CCONJ' && at(reading, to + 1)?.pos === 'VERB')
    )
      break
    if (token.pos === 'AUX') return phrase
    if (token.pos === 'VERB' && !/(?:ing|ed)$/.test(token.lower)) return phrase
  }
  return { from: phrase.from, to }
}
