import type { Pos } from '../../../src/domain/labels.ts'
import type { Token } from '../../../src/domain/layers.ts'
import type { Range, Reading } from './reading.ts'

const NOMINAL: ReadonlySet<Pos> = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'X', 'SYM'])
const CORE: ReadonlySet<Pos> = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'PART', 'X', 'SYM'])
const LINKS = new Set([
  'of',
  'for',
  'from',
  'in',
  'at',
  'with',
  'on',
  'by',
  'to',
  'near',
  'around',
  'inside',
  'behind',
  'within',
  'across',
  'against',
])
const PARTICIPLES = new Set([
  'briefed',
  'involved',
  'based',
  'contacted',
  'interviewed',
  'quoted',
  'named',
  'asked',
  'led',
  'surveyed',
  'questioned',
  'authorised',
  'authorized',
  'familiar',
  'close',
  'commissioned',
  'published',
  'released',
  'issued',
  'identified',
  'appointed',
  'injured',
  'affected',
  'gathered',
  'known',
  'conducted',
  'written',
])
const RELATIVE = new Set(['who', 'which', 'whom', 'whose', 'that'])
const TIMES = new Set([
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'yesterday',
  'today',
  'tomorrow',
  'tonight',
  'late',
  'early',
  'earlier',
  'later',
  'last',
  'next',
  'recently',
  'this',
])
const BEFORE_NOUN = new Set(['all', 'both', 'half', 'some', 'many', 'most', 'several', 'no', 'any', 'each', 'either'])
const NO_SOURCE = new Set([
  'there',
  'this',
  'that',
  'these',
  'those',
  'what',
  'which',
  'something',
  'anything',
  'nothing',
  'everything',
  'themselves',
  'himself',
  'herself',
  'itself',
])
/** Words that can stand for a noun: "the other said", "another recalled". */
const STANDS_ALONE = new Set([
  'other',
  'others',
  'another',
  'former',
  'latter',
  'one',
  'second',
  'third',
  'both',
  'all',
  'most',
  'many',
  'some',
])
const LONGEST_ASIDE = 28

function at(reading: Reading, i: number): Token | undefined {
  return reading.tokens[i]
}

/** Whether the range can be somebody or something that says: it holds a noun, name or personal pronoun. */
function isSource(reading: Reading, { from, to }: Range): boolean {
  if (to <= from) return false
  const head = at(reading, from) as Token
  if (to - from === 1 && (NO_SOURCE.has(head.lower) || TIMES.has(head.lower))) return false
  for (let i = from; i < to; i += 1) {
    const { pos, lower } = at(reading, i) as Token
    if (NOMINAL.has(pos) || STANDS_ALONE.has(lower)) return true
  }
  return false
}

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
    if (/^(?:what|which|whose|whatever|how|why)$/.test(token.lower)) break
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
      if (from !== end && !/^(one|both|some|many|most|others|those|several)$/.test(token.lower)) break
      from = i
      if (i - 1 >= first && isLink(reading, i - 1, first)) {
        i -= 1
        continue
      }
      break
    }
    if (CORE.has(token.pos)) {
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
  return token.pos === 'CCONJ' && (token.lower === 'and' || token.lower === 'or') && NOMINAL.has(before.pos)
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

/**
 * The subject whose verb group begins at `end`: a noun phrase, possibly followed by an aside between commas
 * ("Smith, a farmer, said"; "Smith, who was there, said") or by a relative pronoun ("voters who said").
 * An appositive belongs to the source, any other aside does not.
 */
export function readSubject(reading: Reading, end: number, first: number): Range | null {
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
