import type { Mention, Token } from '../../../src/domain/layers.ts'
import type { Span } from '../../../src/domain/span.ts'
import { firstAfter } from '../../positions/first-after.ts'
import { isGenitive, isRole, KIN } from '../../word-classes.ts'
import { LEXICON } from '../lexicon.ts'
import { readNounPhraseAfter } from '../rules/match/phrases/noun-phrase-after.ts'
import { isSomebody } from '../rules/match/phrases/somebody.ts'
import { readSubject } from '../rules/match/phrases/subject.ts'
import { readVerbGroup, type VerbGroup } from '../rules/match/phrases/verb-group.ts'
import { type Range, type Reading, spanOf } from '../rules/match/reading.ts'
import { MANNERS } from './manners.ts'
import type { OwnershipRule } from './ownership.ts'
import { namesWithin, type QuotedText } from './quoted-text.ts'

/** Whose a quotation is by the words before it, and by which of these. */
export interface Speaker {
  readonly rule: OwnershipRule
  readonly source: Span
  /** Null where no word says that they speak: the opening mark does. */
  readonly cue: Span | null
}

/** Verbs that say how somebody is; what follows says it. */
const LINKING: ReadonlySet<string> = new Set('appear be become feel look remain seem sound stay'.split(' '))
/** How far behind a linking verb its adjective stands: "was, as ever, rather less sure". */
const REACH = 6
/** "Her reply …", "her voice …": what is said of these is said of how she speaks. */
const VOICE: ReadonlySet<string> = new Set('eyes face tone voice'.split(' '))
const POSSESSIVE = /^(?:his|her|their|its|my|our)$/u
const PERSONAL = /^(?:he|she|they|i|we)$/u
/** "The other was blunt": who stands for one of several. */
const OTHERS = /^(?:another|both|few|many|one|others?|second|several|some|third)$/u
/** Whoever does these comes upon words rather than says them. */
const COMING_UPON: ReadonlySet<string> = new Set('discover face find get hear meet notice receive see spot'.split(' '))
/** "For Ann Lee, it came too late". */
const FRONTING = /^(?:for|to|like|with)$/u
const LONGEST_DESCRIPTION = 6
/** Whoever does this says nothing after it, or lets another speak. */
const SPEECHLESS: ReadonlySet<string> = new Set('die drown interrogate interview perish question'.split(' '))
const FIRST_PERSON = /\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Mm]e|[Uu]s|[Mm]ine|[Mm]yself)\b/u
const THIRD_PERSON = /\b(?:[Hh]e|[Ss]he|[Hh]im|[Hh]is|[Hh]er)\b/u

/** "Her first wish?", "Lee’s reply to the crew was curt:": the possessor of what is then said. */
export function readMessage(quoted: QuotedText, { from, to }: Range): Speaker | null {
  const { reading } = quoted
  const { tokens } = reading
  const isLead = /^[:?]$/u.test((tokens[to - 1] as Token).text)
  for (let i = from; i < to; i += 1) {
    // "She repeated her warning:" is told by its subject.
    if (finiteAt(reading, i, { from, to }) !== null) return null
    const noun = tokens[i] as Token
    if (noun.pos !== 'NOUN' || reading.quotationAt[i] !== -1) continue
    const isMessage = LEXICON.message.has(noun.lemma)
    if (!isMessage && !VOICE.has(noun.lower)) continue
    if (!(isLead && isMessage) && !tokens.slice(i + 1, to).some(({ pos }) => pos === 'AUX' || pos === 'VERB')) continue
    const source = possessorOf(quoted, i, from) ?? senderOf(reading, i, to)
    if (source !== null) return { rule: 'quotation-after-message', source, cue: { start: noun.start, end: noun.end } }
  }
  return null
}

/** Whose message a source is: "**Ann Lee**’s reply to the crew", "**her** plea"; null where it is none of somebody. */
export function readMessenger(quoted: QuotedText, { from, to }: Range): Span | null {
  for (let i = from; i < to; i += 1) {
    const { pos, lemma } = quoted.reading.tokens[i] as Token
    if (pos === 'NOUN' && LEXICON.message.has(lemma)) return possessorOf(quoted, i, from)
  }
  return null
}

/** "Ann Lee was blunt.", "He shook his head.": the subject of words on how somebody spoke or felt. */
export function readManner(quoted: QuotedText, range: Range): Speaker | null {
  const { reading } = quoted
  const { text, tokens } = reading
  for (let i = range.from; i < range.to; i += 1) {
    const group = finiteAt(reading, i, range)
    if (group === null) continue
    const last = lastOfManner(reading, group, range.to)
    const verb = tokens[group.verb] as Token
    const end =
      last === null ? endOfPhrase(text, verb, (tokens[range.to - 1] as Token).end) : (tokens[last] as Token).end
    if (end === null) continue
    const source = subjectOf(quoted, group, range.from)
    if (source !== null)
      return { rule: 'quotation-after-manner', source, cue: { start: (tokens[group.from] as Token).start, end } }
  }
  return null
}

/** "She scolded them:", "And from Mayor Ann Lee:": who does what a colon ends, or is named right before it. */
export function readBeforeColon(quoted: QuotedText, range: Range): Speaker | null {
  const { reading } = quoted
  const { tokens } = reading
  const colon = tokens[range.to - 1] as Token
  if (colon.text !== ':') return null
  const rule = 'quotation-after-colon'
  const cue = { start: colon.start, end: colon.end }
  const beside = readBesideColon(quoted, range)
  if (beside !== null) return { rule, source: beside, cue }
  let hasVerb = false
  // Of several clauses the last one with somebody in it leads to the colon.
  for (let i = range.to - 1; i >= range.from; i -= 1) {
    const group = finiteAt(reading, i, range)
    if (group === null) continue
    hasVerb = true
    const verb = tokens[group.verb] as Token
    if (group.voice === 'passive' || COMING_UPON.has(verb.lemma)) return null
    const source = subjectOf(quoted, group, range.from)
    if (source !== null) return { rule, source, cue: { start: (tokens[group.from] as Token).start, end: verb.end } }
  }
  const source = hasVerb ? null : readNamed(quoted, range)
  return source === null ? null : { rule, source, cue }
}

/** Who is named right before a colon and stands by themselves: "… – Ann Lee:", "“…,” by Ann Lee and Bo Roy:", "Stated Lee:". */
function readBesideColon({ reading, names }: QuotedText, { from, to }: Range): Span | null {
  const { tokens } = reading
  const at = firstAfter(names, (tokens[to - 1] as Token).start, ({ start }) => start) - 1
  const last = names[at]
  if (last === undefined || last.type !== 'person' || last.endToken !== to - 1 || last.firstToken < from) return null
  const other = names[at - 1]
  const both = other !== undefined && other.endToken === last.firstToken - 1 && tokens[other.endToken]?.lower === 'and'
  const first = both ? other : last
  const before = tokens[first.firstToken - 1]
  const isAlone =
    first.firstToken === from ||
    /^(?:[-–—]|--|by|from)$/u.test(before?.lower ?? '') ||
    (before?.pos === 'VERB' && LEXICON.speech.has(before.lemma) && first.firstToken - 1 === from)
  return isAlone ? { start: first.start, end: last.end } : null
}

/** Whom words without a verb name: "And from Mayor Ann Lee:", "From the mayor’s office:". */
function readNamed(quoted: QuotedText, range: Range): Span | null {
  const { reading } = quoted
  let from = range.from
  while (from < range.to && reading.tokens[from]?.lower !== 'from') from += 1
  const phrase = from < range.to ? readNounPhraseAfter(reading, from + 1, range.to) : null
  if (phrase !== null) return spanOf(reading, phrase)
  const names = namesWithin(quoted, spanOf(reading, range))
  const [only] = names
  if (only === undefined || names.length > 1) return null
  // "Later that month on Channel 4:"
  const before = only.firstToken === range.from ? undefined : reading.tokens[only.firstToken - 1]
  return before?.pos === 'ADP' ? null : { start: only.start, end: only.end }
}

/**
 * The one person whom a sentence is about: its subject, or whom it opens with ("For Ann Lee, …"), or, where the words speak of
 * themselves, whom it ends in or does something to.
 *
 * @param words the quotation's
 */
export function readPerson(quoted: QuotedText, range: Range, words: string): Speaker | null {
  const { reading } = quoted
  const rule = 'quotation-after-person'
  const isOwn = speaksOfItself(words)
  // "Ann Lee resigned. “She had no choice.”", "“I saw her leave.”"
  if (THIRD_PERSON.test(words)) return null
  const [only, second] = namesWithin(quoted, spanOf(reading, range)).filter(({ type }) => type === 'person')
  if (only === undefined || second !== undefined) return null
  const isOwner = isGenitive(reading.tokens[only.endToken])
  const speaker: Speaker = { rule, source: { start: only.start, end: only.end }, cue: null }
  const first = reading.tokens[range.from] as Token
  if (!isOwner && FRONTING.test(first.lower) && isDescribed(reading, range.from + 1, only)) return speaker
  for (let i = range.from; i < range.to; i += 1) {
    const group = finiteAt(reading, i, range)
    if (group === null) continue
    const subject = readSubject(reading, group.subjectEnd, range.from)
    if (subject !== null && subject.from <= only.firstToken && only.endToken <= subject.to)
      return isOwner || SPEECHLESS.has(reading.tokens[group.verb]?.lemma ?? '') ? null : speaker
    if (isOwn && isObject(reading, only, group)) return speaker
  }
  return null
}

/** "For | the baker, **Ann Lee**": nothing but what somebody is between a preposition and their name. */
function isDescribed({ tokens }: Reading, from: number, { firstToken }: Mention): boolean {
  if (firstToken - from > LONGEST_DESCRIPTION) return false
  return tokens
    .slice(from, firstToken)
    .every(({ pos, text }) => /^(?:ADJ|DET|NOUN|NUM|PROPN)$/u.test(pos) || text === ',')
}

/** "She lost two boats.", "Why was he there?": the pronoun of a sentence that names nobody. */
export function readHeOrShe(quoted: QuotedText, range: Range, words: string): Speaker | null {
  const { reading } = quoted
  const isOwn = speaksOfItself(words)
  if (!isOwn && THIRD_PERSON.test(words)) return null
  const people = namesWithin(quoted, spanOf(reading, range)).filter(({ type }) => type === 'person')
  if (people.length > 0) return null
  for (let i = range.from; i < (isOwn ? range.to : range.from + 1); i += 1) {
    const { start, end, lower } = reading.tokens[i] as Token
    if (/^(?:he|she)$/u.test(lower) && reading.quotationAt[i] === -1)
      return { rule: 'quotation-after-person', source: { start, end }, cue: null }
  }
  return null
}

/** Whether words are about who speaks them. */
export function speaksOfItself(words: string): boolean {
  return FIRST_PERSON.test(words)
}

/** "The verdict stunned Ann Lee", "One of them is Ann Lee": nothing but titles between the verb and the name. */
function isObject({ tokens }: Reading, { firstToken, endToken }: Mention, { verb }: VerbGroup): boolean {
  if (firstToken <= verb || isGenitive(tokens[endToken])) return false
  return tokens.slice(verb + 1, firstToken).every(({ pos }) => /^(?:ADJ|ADV|DET|NOUN|PROPN)$/u.test(pos))
}

/** The group of a finite verb whose last word stands at a token, outside of quotations; null when none does. */
export function finiteAt(reading: Reading, at: number, { from, to }: Range): VerbGroup | null {
  const { pos, text } = reading.tokens[at] as Token
  if ((pos !== 'VERB' && pos !== 'AUX') || reading.quotationAt[at] !== -1) return null
  if (at > from && /^\p{Lu}/u.test(text)) return null
  let next = at + 1
  while (next < to && /^(?:ADV|PART)$/u.test(reading.tokens[next]?.pos ?? '') && reading.tokens[next]?.lower !== 'to')
    next += 1
  if (pos === 'AUX' && next < to && /^(?:AUX|VERB)$/u.test(reading.tokens[next]?.pos ?? '')) return null
  const group = readVerbGroup(reading, at, from)
  return group.form === 'finite' ? group : null
}

/** Token of the word that says how somebody speaks, or null. */
function lastOfManner({ tokens, quotationAt }: Reading, { verb }: VerbGroup, to: number): number | null {
  const { lemma } = tokens[verb] as Token
  if (LEXICON.manner.has(lemma)) return verb
  if (!LINKING.has(lemma)) return null
  for (let i = verb + 1; i < Math.min(to, verb + 1 + REACH); i += 1) {
    const token = tokens[i] as Token
    if (token.pos === 'SCONJ' || token.pos === 'ADP' || quotationAt[i] !== -1) return null
    // "A blunt summary" says nothing of who wrote it.
    if (/^(?:ADJ|NOUN|PROPN)$/u.test(tokens[i + 1]?.pos ?? '') && i + 1 < to) continue
    if (LEXICON.manner.has(token.lower) || (token.pos !== 'NOUN' && LEXICON.manner.has(token.lemma))) return i
  }
  return null
}

/** End of a way to speak of several words that begins with a verb or soon after, or null. */
function endOfPhrase(text: string, { start }: Span, end: number): number | null {
  const words = text.slice(start, end)
  for (const { words: manner } of MANNERS) {
    const match = manner.exec(words)
    if (match !== null && match.index === 0) return start + match[0].length
  }
  return null
}

export function subjectOf(quoted: QuotedText, { subjectEnd }: VerbGroup, first: number): Span | null {
  const { reading } = quoted
  const subject = readSubject(reading, subjectEnd, first)
  if (subject === null) return nameBefore(quoted, subjectEnd, first)
  const span = spanOf(reading, subject)
  const only = reading.tokens[subject.from] as Token
  if (subject.to - subject.from === 1 && PERSONAL.test(only.lower)) return span
  if (OTHERS.test((reading.tokens[subject.to - 1] as Token).lower)) return span
  const [name] = namesWithin(quoted, span)
  if (name !== undefined && !isGenitive(reading.tokens[name.endToken])) {
    // A body's name can be the first words of another's: "the Harbour committee".
    const isWhole =
      name.type === 'person' || name.endToken === subject.to || reading.tokens[name.endToken]?.text === ','
    return isWhole ? { start: name.start, end: name.end } : span
  }
  if (name === undefined) return isSomebody(reading, subject) ? span : null
  // "Ann Lee’s brother was blunt."
  const rest = reading.tokens.slice(name.endToken, subject.to)
  return rest.some(token => isRole(token) || KIN.has(token.lemma)) ? span : null
}

/** The name that a sentence opens with before a verb, but for an aside: its words can pass for verbs ("Ann Rush, 80, was curt"). */
function nameBefore(quoted: QuotedText, end: number, first: number): Span | null {
  const { reading } = quoted
  if (end <= first) return null
  const [name, other] = namesWithin(quoted, spanOf(reading, { from: first, to: end }))
  if (name === undefined || other !== undefined || name.firstToken !== first) return null
  const aside = reading.tokens.slice(name.endToken, end)
  const isAside = aside.length === 0 || (aside[0]?.text === ',' && aside.at(-1)?.text === ',')
  return isAside ? { start: name.start, end: name.end } : null
}

/** "The message from **the union**?" */
function senderOf(reading: Reading, noun: number, end: number): Span | null {
  if (reading.tokens[noun + 1]?.lower !== 'from') return null
  const phrase = readNounPhraseAfter(reading, noun + 2, end)
  return phrase === null ? null : spanOf(reading, phrase)
}

/** Whose a noun is: "**her** urgent plea", "**Ann Lee**’s reply". */
export function possessorOf(quoted: QuotedText, noun: number, first: number): Span | null {
  const { reading } = quoted
  for (let i = noun - 1; i >= Math.max(first, noun - 4); i -= 1) {
    const token = reading.tokens[i] as Token
    if (POSSESSIVE.test(token.lower)) return { start: token.start, end: token.end }
    if (isGenitive(token)) {
      const owner = readSubject(reading, i, first)
      if (owner === null) return null
      const span = spanOf(reading, owner)
      const name = namesWithin(quoted, span).at(-1)
      if (name !== undefined) return { start: name.start, end: name.end }
      return isSomebody(reading, owner) ? span : null
    }
    if (token.pos !== 'ADJ' && token.pos !== 'ADV' && token.pos !== 'NOUN' && token.pos !== 'NUM') return null
  }
  return null
}
