import type { Token } from '../../../../../src/domain/layers.ts'
import { isGenitive } from '../../../../word-classes.ts'
import type { Range, Reading } from '../reading.ts'
import { STOP, type Step, takeStep } from './noun-phrase-walk.ts'
import { BEFORE_NOUN, CORE, isSource, LINKS, NOMINAL, ORDINALS, PARTICIPLES, TIMES } from './phrase-words.ts'

function at(reading: Reading, i: number): Token | undefined {
  return reading.tokens[i]
}

const QUESTIONS: ReadonlySet<string> = new Set(['what', 'which', 'whose', 'whatever', 'how', 'why'])

/** Pronouns that words may modify: "one of them", "those at home". */
const MODIFIED = /^(one|both|some|many|most|others|those|several|nobody|none|neither)$/
const POSSESSIVE = /^(his|her|its|their|my|our|your)$/
const DEGREES = /^(nearly|about|almost|roughly|more|very|highly|recently|then|now)$/
/** These join two words to one. */
const JOINTS: ReadonlySet<string> = new Set(['-', '–', '/', '&', '’', "'"])

/** A noun phrase while it is read to the left. */
interface Walk {
  readonly reading: Reading
  /** It ends just before this token. */
  readonly end: number
  /** It does not begin before this one. */
  readonly first: number
  /** Where it begins as far as it is read; `end` while nothing is. */
  from: number
}

/** In the order in which they are tried. */
const STEPS: readonly Step<Walk>[] = [
  passParentheses,
  takeDeterminer,
  takePronoun,
  takeNominal,
  takeOrdinal,
  passJoint,
  takeDegree,
  passParticiple,
  passLink,
]

/**
 * The noun phrase that ends just before `end`, not before `first`. Covers prepositional and participial modifiers
 * ("people briefed on the talks") and phrases joined by "and"; commas are the business of {@link readSubject}.
 */
export function readNounPhraseBefore(reading: Reading, end: number, first: number): Range | null {
  const walk: Walk = { reading, end, first, from: end }
  let i = end - 1
  while (i >= first) {
    const token = at(reading, i) as Token
    i = isOutside(walk, i, token) ? STOP : takeStep(STEPS, walk, i, token)
  }
  const range = trimLeft(reading, { from: walk.from, to: end })
  return isSource(reading, range) ? range : null
}

/** The token before, if the phrase may reach there. */
function before({ reading, first }: Walk, i: number): Token | undefined {
  return i > first ? at(reading, i - 1) : undefined
}

function isOutside(walk: Walk, i: number, { lower }: Token): boolean {
  const { quotationAt } = walk.reading
  // A name in quotation marks inside the phrase ("the group “Free Now”") belongs to it; the opening mark ends the walk.
  if (quotationAt[i] !== quotationAt[walk.end - 1] || QUESTIONS.has(lower)) return true
  // "A claim that the mayor denies": it joins a clause to the noun before it.
  return lower === 'that' && before(walk, i)?.pos === 'NOUN'
}

/** "Ann Lee (Leeds)": no part of the phrase by itself, but the phrase goes on before it. */
function passParentheses({ reading, first }: Walk, i: number, { text }: Token): number | null {
  if (text !== ')') return null
  const open = findOpenParenthesis(reading, i, first)
  return open === null ? STOP : open - 1
}

/** "The", "all the", "his": a phrase begins, and another may be joined to it before. */
function takeDeterminer(walk: Walk, i: number, { pos, lower }: Token): number | null {
  const { end, from } = walk
  const isPossessive = pos === 'PRON' && POSSESSIVE.test(lower) && from === i + 1 && i + 1 < end
  if (pos !== 'DET' && !isPossessive) return null
  const word = before(walk, i)
  const isSecond = word !== undefined && (BEFORE_NOUN.has(word.lower) || word.pos === 'DET')
  walk.from = isSecond ? i - 1 : i
  return linkBefore(walk, walk.from)
}

/** "They", "some | of the guards". */
function takePronoun(walk: Walk, i: number, { pos, lower }: Token): number | null {
  if (pos !== 'PRON') return null
  if (walk.from !== walk.end && !MODIFIED.test(lower)) return STOP
  walk.from = i
  return linkBefore(walk, i)
}

/** "Dunning's office": who owns something is a name, whatever the tagger takes it for. */
function takeNominal(walk: Walk, i: number, { pos, text }: Token): number | null {
  const isName = !CORE.has(pos) && isGenitive(at(walk.reading, i + 1)) && /^\p{Lu}/u.test(text)
  return CORE.has(pos) || isName ? take(walk, i) : null
}

/** "The | first". */
function takeOrdinal(walk: Walk, i: number, { lower }: Token): number | null {
  const isLast = walk.from === walk.end && ORDINALS.has(lower)
  return isLast && before(walk, i)?.lower === 'the' ? take(walk, i) : null
}

/** "Port-of-call", "AT&T", "ministers’ aides": inside a word, or right behind one. */
function passJoint(walk: Walk, i: number, { text, start }: Token): number | null {
  if (!JOINTS.has(text)) return null
  return before(walk, i)?.end === start ? i - 1 : STOP
}

/** "Nearly | all experts". */
function takeDegree(walk: Walk, i: number, { pos, lower }: Token): number | null {
  return pos === 'ADV' && walk.from < walk.end && DEGREES.test(lower) ? take(walk, i) : null
}

/** "People | briefed | on the talks": only behind a noun. */
function passParticiple(walk: Walk, i: number, { pos, lower }: Token): number | null {
  if (pos !== 'VERB' || walk.from === walk.end) return null
  const isParticiple = PARTICIPLES.has(lower) || lower.endsWith('ing')
  return isParticiple && before(walk, i)?.pos === 'NOUN' ? i - 1 : null
}

/** "Officials | in | the ministry". */
function passLink({ reading, first, from, end }: Walk, i: number): number | null {
  return from < end && isLink(reading, i, first) ? i - 1 : null
}

function take(walk: Walk, i: number): number {
  walk.from = i
  return i - 1
}

/** Where the phrase goes on before a part that nothing but a link can stand before. */
function linkBefore({ reading, first }: Walk, i: number): number {
  return isLink(reading, i - 1, first) ? i - 1 : STOP
}

/** A preposition or conjunction that joins two parts of one noun phrase. */
function isLink(reading: Reading, i: number, first: number): boolean {
  const token = at(reading, i)
  const word = i > first ? at(reading, i - 1) : undefined
  if (token === undefined || word === undefined) return false
  const isPhrase = NOMINAL.has(word.pos) || word.text === ')' || PARTICIPLES.has(word.lower) || word.pos === 'ADJ'
  if (token.pos === 'ADP' && LINKS.has(token.lower)) return isPhrase && !TIMES.has(word.lower)
  return token.pos === 'CCONJ' && /^(?:and|or|nor)$/.test(token.lower) && NOMINAL.has(word.pos)
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
