import type { Quotation, Token } from '../../../../src/domain/layers.ts'
import type { ElementName } from './element-names.ts'
import { readCircumstance, readMedium } from './elements/circumstance.ts'
import { hasFiniteVerb, isCueLemma, readClauseAfter, readClauseBefore } from './elements/clause.ts'
import { isSpoken, readFirstSpeaker, readLastSpeaker } from './elements/heading-ends.ts'
import { readHearer } from './elements/hearer.ts'
import { readGuilt, readInnocence } from './elements/plea.ts'
import { readQuoted, readSaying } from './elements/relayed-speech.ts'
import { readAsked, readPressRequest, readRequest, readSought } from './elements/requests.ts'
import { extendByAppositive, readNounPhraseAfter } from './phrases/noun-phrase-after.ts'
import { readOwner, readPossessor } from './phrases/possessor.ts'
import { readSharedSource } from './phrases/shared-source.ts'
import { cutToSomebody, isBody, isGiven, isSomebody } from './phrases/somebody.ts'
import { readSubject } from './phrases/subject.ts'
import { type Range, type Reading, sentenceOf } from './reading.ts'
import type { Matcher, Taken } from './taken.ts'

const ALLEGATIONS: ReadonlySet<string> = new Set(
  'accusation allegation assertion charge claim contention insinuation notion rumour rumor suggestion view warning'.split(
    ' ',
  ),
)

const LISTENERS: ReadonlySet<string> = new Set(['her', 'him', 'me', 'them', 'us', 'you'])

const content = (range: Range | null, at: number): Taken | null =>
  range === null ? null : { at, role: 'content', ranges: [range] }

/** Elements right of the cue: `at` is where they begin. */
export const AFTER: Partial<Record<ElementName, Matcher>> = {
  source(reading, at, _first, limit) {
    const phrase = readNounPhraseAfter(reading, at, limit)
    if (phrase === null) return null
    const range = extendByAppositive(reading, phrase, limit)
    return { at: range.to, role: 'source', ranges: [range] }
  },
  addressee(reading, at, _first, limit) {
    const from = reading.tokens[at]?.lower === 'to' ? at + 1 : at
    const range = readNounPhraseAfter(reading, from, limit)
    return range === null || isGiven(reading, range) ? null : { at: range.to, role: 'addressee', ranges: [range] }
  },
  listener: ({ tokens }, at) =>
    LISTENERS.has(tokens[at]?.lower ?? '')
      ? { at: at + 1, role: 'addressee', ranges: [{ from: at, to: at + 1 }] }
      : null,
  epithet(reading, at, _first, limit) {
    const phrase = readNounPhraseAfter(reading, at, limit)
    const opening = reading.quotationFrom.has(at) ? at : (phrase?.to ?? at)
    const index = reading.quotationFrom.get(opening)
    if (index === undefined) return null
    const { endToken } = reading.quotations[index] as { endToken: number }
    // "Branded “a disgrace” the decision to leave".
    const object = opening === at ? readNounPhraseAfter(reading, endToken, limit) : null
    const to = object?.to ?? endToken
    return content({ from: at, to }, to)
  },
  speaker(reading, at, _first, limit) {
    const phrase = readNounPhraseAfter(reading, at, limit)
    const range = phrase === null ? null : cutToSomebody(reading, phrase)
    return range === null ? null : { at: range.to, role: 'source', ranges: [range] }
  },
  request: readRequest,
  'press-request': readPressRequest,
  teller(reading, at, _first, limit) {
    const phrase = readNounPhraseAfter(reading, at, limit)
    if (phrase === null || !(isSomebody(reading, phrase) || isBody(reading, phrase))) return null
    const range = extendByAppositive(reading, phrase, limit)
    return { at: range.to, role: 'source', ranges: [range] }
  },
  relay(reading, at, _first, limit) {
    const phrase = readNounPhraseAfter(reading, at, limit)
    return phrase === null ? null : { at: phrase.to, relay: phrase }
  },
  guilt: readGuilt,
  innocence: readInnocence,
  lastspeaker: readLastSpeaker,
  quoted: readQuoted,
  saying: readSaying,
  quotation(reading, at) {
    const index = reading.quotationFrom.get(at)
    if (index === undefined) return null
    const { endToken } = reading.quotations[index] as { endToken: number }
    return content({ from: at, to: endToken }, endToken)
  },
  that(reading, at) {
    if (reading.tokens[at]?.lower !== 'that') return null
    return content({ from: at, to: at + 1 }, at + 1)
  },
  wh(reading, at) {
    const word = reading.tokens[at]?.lower ?? ''
    if (!/^(?:whether|if|how|why|what|who|when|where|which)$/.test(word)) return null
    return content({ from: at, to: at + 1 }, at + 1)
  },
  clause(reading, at) {
    const range = readClauseAfter(reading, at)
    if (range === null || !isClause(reading, range, at)) return null
    return content(range, range.to)
  },
  phrase(reading, at, _first, limit) {
    const range = at < limit ? readClauseAfter(reading, at) : null
    if (range === null) return null
    let to = range.from
    while (to < range.to && !(reading.tokens[to]?.text === ',' && reading.quotationAt[to] === -1)) to += 1
    return to > range.from ? content({ from: range.from, to }, to) : null
  },
  rest(reading, at, _first, limit) {
    const range = at < limit && !startsNewThought(reading, at) ? readClauseAfter(reading, at) : null
    return range === null ? null : content(range, range.to)
  },
  verbal(reading, at, _first, limit) {
    const range = at < limit ? readClauseAfter(reading, at) : null
    if (range === null) return null
    for (let i = range.from; i < range.to; i += 1) {
      const { pos, lower } = reading.tokens[i] as Token
      const verb = pos === 'AUX' || (pos === 'VERB' && !lower.endsWith('ing'))
      if (verb || reading.quotationFrom.has(i)) return content(range, range.to)
    }
    return null
  },
  object(reading, at, _first, limit) {
    const token = reading.tokens[at]
    if (token === undefined || at >= limit) return null
    const nominal = ['DET', 'NOUN', 'PROPN', 'ADJ', 'NUM', 'PRON', 'SYM'].includes(token.pos)
    const gerund = token.pos === 'VERB' && token.lower.endsWith('ing')
    if (!nominal && !gerund && !reading.quotationFrom.has(at)) return null
    const range = readClauseAfter(reading, at)
    return range === null ? null : content(range, range.to)
  },
  infinitive(reading, at, _first, limit) {
    let to = at
    if (reading.tokens[to]?.lower === 'not') to += 1
    if (reading.tokens[to]?.lower !== 'to' || to + 1 >= limit) return null
    let verb = to + 1
    while (reading.tokens[verb]?.pos === 'ADV') verb += 1
    const { pos } = reading.tokens[verb] ?? { pos: 'X' }
    if (pos !== 'VERB' && pos !== 'AUX' && !reading.quotationFrom.has(to + 1)) return null
    const range = readClauseAfter(reading, at)
    return range === null ? null : content(range, range.to)
  },
  wish(reading, at, _first, limit) {
    const phrase = readNounPhraseAfter(reading, at, limit)
    if (phrase === null || reading.tokens[phrase.to]?.lower !== 'to' || reading.tokens[phrase.to + 1]?.pos !== 'VERB')
      return null
    const range = readClauseAfter(reading, at)
    return range === null ? null : content(range, range.to)
  },
  figure(reading, at) {
    const range = readClauseAfter(reading, at)
    if (range === null) return null
    for (let i = range.from; i < range.to - 1; i += 1) {
      const next = reading.tokens[i + 1] as Token
      if (/^(?:at|nearer|above|below|near)$/.test((reading.tokens[i] as Token).lower) && /^(?:NUM|SYM)$/.test(next.pos))
        return content(range, range.to)
    }
    return null
  },
  when: (reading, at, _first, limit) => readMedium(reading, at, limit) ?? readCircumstance(reading, at, limit),
  more: readFurtherQuotations,
  end(reading, at, _first, limit) {
    const token = reading.tokens[at]
    if (at >= limit || token === undefined || /^[.!?…,;:)—–-]$/.test(token.text) || token.text === '--') return { at }
    return token.pos === 'CCONJ' || token.pos === 'SCONJ' ? { at } : null
  },
}

/** Elements left of the cue: `at` is where they end. */
export const BEFORE: Partial<Record<ElementName, Matcher>> = {
  source(reading, at, first) {
    const range = readSubject(reading, at, first)
    return range === null ? null : { at: range.from, role: 'source', ranges: [range] }
  },
  speaker(reading, at, first) {
    const range = readSubject(reading, at, first)
    return range === null || !isSomebody(reading, range) ? null : { at: range.from, role: 'source', ranges: [range] }
  },
  firstspeaker: (reading, at, first) => readFirstSpeaker(reading, at, first),
  nobody(reading, at, first) {
    const range = readSubject(reading, at, first)
    if (range === null || !/^(?:neither|no|no-one|nobody|none)$/.test((reading.tokens[range.from] as Token).lower))
      return null
    return { at: range.from, role: 'source', ranges: [range] }
  },
  hearer: readHearer,
  asked: readAsked,
  sought: readSought,
  that: ({ tokens }, at, first) => (at > first && tokens[at - 1]?.lower === 'that' ? { at: at - 1 } : null),
  allegation({ tokens }, at) {
    const noun = /^(?:that|which)$/.test(tokens[at - 1]?.lower ?? '') ? at - 2 : at - 1
    return ALLEGATIONS.has(tokens[noun]?.lower ?? '') ? { at: noun } : null
  },
  marked: (reading, at) => readMarked(reading, at),
  spoken: (reading, at) => readMarked(reading, at, isSpoken),
  relay(reading, at, first) {
    const subject = readSubject(reading, at, first)
    if (subject !== null) return { at: subject.from, relay: subject }
    const shared = readSharedSource(reading, at, first)
    return shared === null ? null : { at, relay: shared }
  },
  shared(reading, at, first) {
    const range = readSharedSource(reading, at, first)
    return range === null ? null : { at, role: 'source', ranges: [range] }
  },
  possessor: readPossessor,
  owner: readOwner,
  quotation(reading, at) {
    const index = reading.quotationUpTo.get(at)
    if (index === undefined) return null
    const { firstToken } = reading.quotations[index] as { firstToken: number }
    if (!leadsOn(reading, at)) return null
    return { at: firstToken, role: 'content', ranges: [{ from: firstToken, to: at }] }
  },
  unfinished(reading, at) {
    const index = reading.quotationUpTo.get(at)
    const { firstToken } = reading.quotations[index ?? -1] ?? {}
    return firstToken === undefined || !endsIn(reading, at, UNFINISHED)
      ? null
      : content({ from: firstToken, to: at }, firstToken)
  },
  clause(reading, at, first) {
    const range = readClauseBefore(reading, at, first, true)
    return range === null ? null : { at: range.from, role: 'content', ranges: [range] }
  },
  fragment(reading, at, first) {
    const range = readClauseBefore(reading, at, first, false)
    // "She said that according to plan": what "that" opens is still to come.
    if (range !== null && reading.tokens[range.to - 1]?.lower === 'that') return null
    return range === null ? null : { at: range.from, role: 'content', ranges: [range] }
  },
  conditional(reading, at, first) {
    const range = readClauseBefore(reading, at, first, true)
    if (range === null || !/^(if|unless|should|without|provided)$/.test((reading.tokens[range.from] as Token).lower))
      return null
    // "Without saying who, she said": what somebody leaves unsaid is no condition.
    if (isCueLemma(reading.tokens[range.from + 1]?.lemma ?? '')) return null
    return { at: range.from, role: 'content', ranges: [range] }
  },
  start(reading, at) {
    const { firstToken } = sentenceOf(reading, Math.min(at, reading.tokens.length - 1))
    if (at === firstToken) return { at }
    return at === firstToken + 1 && reading.tokens[firstToken]?.pos === 'CCONJ' ? { at } : null
  },
}

/** Words after a cue's comma that are no content: a further cue, a contrast, a relative clause. */
function startsNewThought({ tokens }: Reading, at: number): boolean {
  const { pos, lower, lemma } = tokens[at] as Token
  if (pos === 'CCONJ' || /^(?:who|which|whose|whom|according)$/.test(lower)) return true
  return pos === 'VERB' && lower.endsWith('ing') && isCueLemma(lemma)
}

const LEADING_ON = /[,?!…—–-]$|^\.\.\.$/
const UNFINISHED = /[,—–-]$/

/** Whether the quotation before `end` asks for a cue: a comma, question or dash at its end, or a comma behind it. */
function leadsOn(reading: Reading, end: number): boolean {
  return endsIn(reading, end, LEADING_ON)
}

/** What the words of the quotation before `end` end in; a comma may stand behind it. */
function endsIn(reading: Reading, end: number, marks: RegExp): boolean {
  if (reading.tokens[end]?.text === ',') return true
  let last = end - 1
  while (last > 0 && /^["”'’»`]$/.test((reading.tokens[last] as Token).text)) last -= 1
  return marks.test((reading.tokens[last] as Token).text)
}

/** A subject and its finite verb before the first comma; after "that" the verb may come later. */
function isClause(reading: Reading, { from, to }: Range, at: number): boolean {
  if (reading.tokens[at - 1]?.lower === 'that') return hasFiniteVerb(reading, from, to)
  const { pos, lower } = reading.tokens[from] as Token
  if (pos === 'PUNCT' && !reading.quotationFrom.has(from)) return false
  // "said after the meeting broke up": when it was said, not what.
  if (/^(?:after|before|when|while|as|since|until|because|who|which|whose|and|but|or)$/.test(lower)) return false
  if ((pos === 'AUX' || pos === 'VERB') && !lower.endsWith('ing')) return false
  // "Said nothing and left": what follows is no verb of it.
  if (/^(?:nothing|little|much|more|so|something)$/.test(lower) && reading.tokens[from + 1]?.pos === 'CCONJ')
    return false
  let end = from
  while (end < to && !(reading.tokens[end]?.text === ',' && reading.quotationAt[end] === -1)) end += 1
  return hasFiniteVerb(reading, from, end)
}

/**
 * Speech that goes on after its cue: `“…,” he said, “…”` and, in the same paragraph, `“…,” he said. “…”` as long as no
 * words follow the quotation in its sentence, which would bring a cue of their own.
 */
function readFurtherQuotations(reading: Reading, at: number): Taken | null {
  const ranges: Range[] = []
  let position = at
  const paragraph = reading.tokens[at - 1] === undefined ? -1 : sentenceOf(reading, at - 1).paragraph
  for (;;) {
    let next = position
    if (/^[,:;—–]$/.test(reading.tokens[next]?.text ?? '')) next += 1
    else if (/^[.!?]$/.test(reading.tokens[next]?.text ?? '')) next += 1
    const index = reading.quotationFrom.get(next)
    if (index === undefined || sentenceOf(reading, next).paragraph !== paragraph) break
    const { endToken } = reading.quotations[index] as { endToken: number }
    const sameSentence = sentenceOf(reading, next) === sentenceOf(reading, position - 1)
    if (!sameSentence && !endsItsSentence(reading, endToken)) break
    ranges.push({ from: next, to: endToken })
    position = endToken
  }
  return ranges.length === 0 ? null : { at: position, role: 'content', ranges }
}

function endsItsSentence(reading: Reading, end: number): boolean {
  const last = reading.tokens[end - 1] as Token
  const next = reading.tokens[end]
  return next === undefined || next.sentence !== last.sentence
}

function readMarked(
  reading: Reading,
  at: number,
  fits: (reading: Reading, quotation: Quotation) => boolean = () => true,
): Taken | null {
  const quotation = reading.quotations[reading.quotationUpTo.get(at) ?? -1]
  if (quotation === undefined || !fits(reading, quotation)) return null
  return content({ from: quotation.firstToken, to: at }, quotation.firstToken)
}
