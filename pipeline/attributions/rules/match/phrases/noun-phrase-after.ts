import type { Token } from '../../../../../src/domain/layers.ts'
import { isRole } from '../../../../word-classes.ts'
import type { Range, Reading } from '../reading.ts'
import { STOP, type Step, takeStep } from './noun-phrase-walk.ts'
import { CORE, isSource, LINKS, PARTICIPLES, RELATIVE, TIMES } from './phrase-words.ts'

function at(reading: Reading, i: number): Token | undefined {
  return reading.tokens[i]
}

const POSSESSIVE = /^(his|her|its|their)$/
/** Pronouns that words may follow: "some | of them". */
const MODIFIED = /^(his|her|its|their|one|some|many|both|most)$/
const APOSTROPHE = /^[’']$/

/** A noun phrase while it is read to the right. */
interface Walk {
  readonly reading: Reading
  readonly from: number
  /** It ends before this token. */
  readonly limit: number
  /** Where it ends as far as it is read; `from` while nothing is. */
  to: number
}

/** In the order in which they are tried. */
const STEPS: readonly Step<Walk>[] = [
  takeNominal,
  takeParentheses,
  passJoint,
  passLink,
  passParticipleBefore,
  takeParticipleBehind,
]

/**
 * The noun phrase that begins at `from`, with an appositive after a comma ("said Ann Lee, a farmer"), up to a finite
 * verb, a time ("on Tuesday") or punctuation.
 */
export function readNounPhraseAfter(reading: Reading, from: number, limit: number): Range | null {
  const walk: Walk = { reading, from, limit, to: from }
  let i = from
  while (i !== STOP && i < limit) {
    const token = at(reading, i) as Token
    i = i > from && isOutside(reading, i, token) ? STOP : takeStep(STEPS, walk, i, token)
  }
  const range = { from, to: walk.to }
  return isSource(reading, range) ? range : null
}

/** Whether a token behind the first ends the phrase whatever it is in itself. */
function isOutside(reading: Reading, i: number, { lower, pos, start }: Token): boolean {
  if (TIMES.has(lower)) return true
  const before = at(reading, i - 1) as Token
  if (reading.quotationFrom.has(i) && start > before.end && !isShortName(reading, i)) return true
  // "Told the paper the vote was lost": another phrase begins.
  if (pos === 'DET') return /^(?:NOUN|PROPN)$/.test(before.pos)
  return pos === 'PRON' && !POSSESSIVE.test(lower)
}

/** "The", "Ann", "they". */
function takeNominal(walk: Walk, i: number, { pos, lower }: Token): number | null {
  if (!CORE.has(pos) && pos !== 'DET' && pos !== 'PRON') return null
  if (lower === 'to' || lower === 'not') return STOP
  walk.to = i + 1
  return pos === 'PRON' && !MODIFIED.test(lower) ? STOP : i + 1
}

/** "(Leeds)". */
function takeParentheses(walk: Walk, i: number, { text }: Token): number | null {
  if (text !== '(') return null
  const close = findCloseParenthesis(walk.reading, i, walk.limit)
  if (close === null) return STOP
  walk.to = close + 1
  return walk.to
}

/** "Port-of-call", "AT&T", "ministers’ | aides". */
function passJoint(walk: Walk, i: number, { text, end }: Token): number | null {
  const next = at(walk.reading, i + 1)
  if (next === undefined || !/^[-–/&’']$/.test(text)) return null
  const isApostrophe = APOSTROPHE.test(text)
  if (!isApostrophe && next.start !== end) return null
  if (isApostrophe) walk.to = i + 1
  return i + 1
}

/** "Head | of | operations", "Ann Lee | and | Bo Roy". */
function passLink({ reading, from, limit, to }: Walk, i: number, { pos, lower }: Token): number | null {
  const joins = (pos === 'ADP' && LINKS.has(lower)) || (pos === 'CCONJ' && (lower === 'and' || lower === 'or'))
  const next = at(reading, i + 1)
  if (!joins || to === from || next === undefined || i + 1 >= limit || TIMES.has(next.lower)) return null
  return CORE.has(next.pos) || next.pos === 'DET' ? i + 1 : null
}

/** "Sacked | librarian", "injured | miners". */
function passParticipleBefore({ reading, from, limit }: Walk, i: number, { pos, lower }: Token): number | null {
  if (i !== from || pos !== 'VERB' || !/(?:ed|en)$/u.test(lower)) return null
  const next = at(reading, i + 1)
  return next !== undefined && i + 1 < limit && isRole(next) ? i + 1 : null
}

/** "People | briefed", "the | killing". */
function takeParticipleBehind(walk: Walk, i: number, { pos, lower }: Token): number | null {
  if (pos !== 'VERB' || walk.to === walk.from) return null
  const isNominalised = lower.endsWith('ing') && at(walk.reading, i - 1)?.pos === 'DET'
  if (!PARTICIPLES.has(lower) && !isNominalised) return null
  walk.to = i + 1
  return walk.to
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
