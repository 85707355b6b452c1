import type { Grounded, Mention, Token } from '../src/domain/layers.ts'
import { isPeople } from './word-classes.ts'

/** What is read: an article's tokens, and its mentions of people, bodies and places in text order. */
export interface PhraseReading {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly mentions: readonly Mention[]
}

/** Parts of speech that a noun phrase consists of. */
export const NOMINAL = /^(?:NOUN|ADJ|PROPN)$/

/** A hyphen inside a word; a dash with spaces around it parts phrases. */
export function isHyphen(tokens: readonly Token[], at: number): boolean {
  const { start, end } = tokens[at] as Token
  return tokens[at - 1]?.end === start && tokens[at + 1]?.start === end
}

/** "A Texas Republican": whom they belong to. */
export function isParty(noun: Token): boolean {
  return isPeople(noun) && /^\p{Lu}/u.test(noun.text)
}

/** The words of tokens `[from, to)`, with where they stand. */
export function groundTokens(
  { text, tokens }: Pick<PhraseReading, 'text' | 'tokens'>,
  from: number,
  to: number,
): Grounded<string> {
  const span = { start: (tokens[from] as Token).start, end: (tokens[to - 1] as Token).end }
  return { value: text.slice(span.start, span.end), span }
}
