import type { Grounded, Mention, Token } from '../../src/domain/layers.ts'
import type { Span } from '../../src/domain/span.ts'
import { isPeople } from '../word-classes.ts'
import { readWordList } from '../word-list.ts'
import { isNobodysName } from './person-names.ts'

/** What is read: an article's tokens, and its mentions of people, bodies and places in text order. */
export interface PhraseReading {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly mentions: readonly Mention[]
}

/** Whether a mention is one of those that phrases are read with. */
export function names(tokens: readonly Token[], mention: Mention): boolean {
  return mention.type !== 'group' && mention.type !== 'document' && !isNobodysName(tokens, mention)
}

/** Parts of speech that a noun phrase consists of. */
export const NOMINAL = /^(?:NOUN|ADJ|PROPN)$/

/** A hyphen inside a word; a dash with spaces around it parts phrases. */
export function isHyphen(tokens: readonly Token[], at: number): boolean {
  const { start, end } = tokens[at] as Token
  return tokens[at - 1]?.end === start && tokens[at + 1]?.start === end
}

/** Nationalities; the gazetteer of names lacks many. */
const NATIONS = readWordList(new URL('../lexicon/nationality.txt', import.meta.url))
const PARTIES =
  /^(?:gop|republicans?|democrats?|democratic|tory|tories|labour|labor|conservatives?|liberals?|lib dems?|libertarians?|greens?|unionists?|nationalists?)$/

/** "A Texas Republican": whom they belong to. */
export function isParty(noun: Token): boolean {
  return /^\p{Lu}/u.test(noun.text) && PARTIES.test(noun.lower)
}

/** "Republican", "French", "Catholic": a party, nation or faith in front of what somebody is. */
export function isOfPeople(token: Token): boolean {
  return isParty(token) || ((isPeople(token) || NATIONS.has(token.lower)) && /^\p{Lu}/u.test(token.text))
}

/** The words of a span, with where they stand. */
export function groundSpan({ text }: Pick<PhraseReading, 'text'>, { start, end }: Span): Grounded<string> {
  return { value: text.slice(start, end), span: { start, end } }
}

/** The words of tokens `[from, to)`, with where they stand. */
export function groundTokens(
  reading: Pick<PhraseReading, 'text' | 'tokens'>,
  from: number,
  to: number,
): Grounded<string> {
  const { tokens } = reading
  return groundSpan(reading, { start: (tokens[from] as Token).start, end: (tokens[to - 1] as Token).end })
}

/** Whether a token stands in the sentence of the one before it. */
export function isSameSentence(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.sentence === tokens[at - 1]?.sentence
}

/** Where the sentence of a token ends, at most `most` tokens on. */
export function endOfSentence(tokens: readonly Token[], from: number, most: number): number {
  let end = from
  const sentence = tokens[from]?.sentence
  while (end < Math.min(tokens.length, from + most) && (tokens[end] as Token).sentence === sentence) end += 1
  return end
}
