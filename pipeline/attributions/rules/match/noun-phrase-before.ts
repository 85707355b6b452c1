import type { Token } from '../../../../src/domain/layers.ts'
import { isGenitive } from '../../../word-classes.ts'
import { BEFORE_NOUN, CORE, isSource, LINKS, NOMINAL, ORDINALS, PARTICIPLES, TIMES } from './phrase-words.ts'
import type { Range, Reading } from './reading.ts'

function at(reading: Reading, i: number): Token | undefined {
  return reading.tokens[i]
}

const QUESTIONS: ReadonlySet<string> = new Set(['what', 'which', 'whose', 'whatever', 'how', 'why'])

/**
 * The noun phrase that ends just before `end`, not before `first`. Covers prepositional and participial modifiers
 * ("people briefed on the talks") and phrases joined by "and"; commas are the business of {@link readSubject}.
 */
export function readNounPhraseBefore(reading: Reading, end: number, first: number): Range | null {
  let i = end - 1
  let from = end
  while (i >= first) {
    const token = at(reading, i) as Token
    const before = i > first ? at(reading, i - 1) : undefined
    if (reading.quotationAt[i] !== reading.quotationAt[end - 1]) {
      // A name in quotation marks inside the phrase ("the group “Free Now”") belongs to it; the opening mark ends the walk.
      break
    }
    if (QUESTIONS.has(token.lower)) break
    // "A claim that the mayor denies": it joins a clause to the noun before it.
    if (token.lower === 'that' && before?.pos === 'NOUN') break
    if (token.text === ')') {
      const open = findOpenParenthesis(reading, i, first)
      if (open === null) break
      i = open - 1
      continue
    }
    if (
      token.pos === 'DET' ||
      (token.pos === 'PRON' && /^(his|her|its|their|my|our|your)$/.test(token.lower) && from === i + 1 && i + 1 < end)
    ) {
      from = i
      if (before !== undefined && (BEFORE_NOUN.has(before.lower) || before.pos === 'DET')) {
        from = i - 1
        i -= 1
      }
      const link = at(reading, i - 1)
      if (i - 1 < first || link === undefined || !isLink(reading, i - 1, first)) break
      i -= 1
      continue
    }
    if (token.pos === 'PRON') {
      if (from !== end && !/^(one|both|some|many|most|others|those|several|nobody|none|neither)$/.test(token.lower))
        break
      from = i
      if (i - 1 >= first && isLink(reading, i - 1, first)) {
        i -= 1
        continue
      }
      break
    }
    // "Dunning's office": who owns something is a name, whatever the tagger takes it for.
    if (CORE.has(token.pos) || (isGenitive(at(reading, i + 1)) && /^\p{Lu}/u.test(token.text))) {
      from = i
      i -= 1
      continue
    }
    if (from === end && ORDINALS.has(token.lower) && before?.lower === 'the') {
      from = i
      i -= 1
      continue
    }
    if (
      token.text === '-' ||
      token.text === '–' ||
      token.text === '/' ||
      token.text === '&' ||
      token.text === '’' ||
      token.text === "'"
    ) {
      if (before === undefined || before.end !== token.start) break
      i -= 1
      continue
    }
    if (
      token.pos === 'ADV' &&
      from < end &&
      /^(nearly|about|almost|roughly|more|very|highly|recently|then|now)$/.test(token.lower)
    ) {
      from = i
      i -= 1
      continue
    }
    if (
      token.pos === 'VERB' &&
      from < end &&
      (PARTICIPLES.has(token.lower) || /ing$/.test(token.lower)) &&
      before !== undefined &&
      before.pos === 'NOUN'
    ) {
      i -= 1
      continue
    }
    if (from < end && isLink(reading, i, first)) {
      i -= 1
      continue
    }
    break
  }
  const range = trimLeft(reading, { from, to: end })
  return isSource(reading, range) ? range : null
}

/** A preposition or conjunction that joins two parts of one noun phrase. */
function isLink(reading: Reading, i: number, first: number): boolean {
  const token = at(reading, i)
  const before = i > first ? at(reading, i - 1) : undefined
  if (token === undefined || before === undefined) return false
  const beforeIsPhrase =
    NOMINAL.has(before.pos) || before.text === ')' || PARTICIPLES.has(before.lower) || before.pos === 'ADJ'
  if (token.pos === 'ADP' && LINKS.has(token.lower)) return beforeIsPhrase && !TIMES.has(before.lower)
  return token.pos === 'CCONJ' && /^(?:and|or|nor)$/.test(token.lower) && NOMINAL.has(before.pos)
}

function trimLeft(reading: Reading, { from, to }: Range): Range {
  let start = from
  while (start < to - 1) {
    const token = at(reading, start) as Token
    const next = at(reading, start + 1) as Token
    const time = TIMES.has(token.lower) && token.lower !== 'this' && next.pos !== 'ADP' && token.text !== "'s"
    if (token.pos === 'PART' || token.pos === 'PUNCT' || time) start += 1
    else break
  }
  return { from: start, to }
}

function findOpenParenthesis(reading: Reading, close: number, first: number): number | null {
  for (let i = close - 1; i >= Math.max(first, close - 12); i -= 1) {
    if (at(reading, i)?.text === '(') return i
  }
  return null
}
