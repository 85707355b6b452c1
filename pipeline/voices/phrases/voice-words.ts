import type { Grounded, Token } from '../../../src/domain/layers.ts'
import type { Span } from '../../../src/domain/span.ts'
import { firstTokenAfter } from '../../positions/token-search.ts'
import { type PhraseWord, wordsOfPhrase, wordsOfTokens } from './phrase-words.ts'

/** The words of a span of the text. */
export function wordsWithin(tokens: readonly Token[], { start, end }: Span): PhraseWord[] {
  return wordsOfTokens(tokens, firstTokenAfter(tokens, start), firstTokenAfter(tokens, end - 1) + 1)
}

/** The words of what was read from the text, or of what a rule gives; none where there is nothing. */
export function wordsOfGrounded(tokens: readonly Token[], grounded: Grounded<string> | null): PhraseWord[] {
  if (grounded === null) return []
  return grounded.span === null ? wordsOfPhrase(grounded.value) : wordsWithin(tokens, grounded.span)
}

/** The words of a role and, behind it, what says of how many somebody is the parent ("mother | of three"), which is no part of it. */
export function wordsOfRole(tokens: readonly Token[], role: Grounded<string>): PhraseWord[] {
  if (role.span === null) return wordsOfPhrase(role.value)
  const end = firstTokenAfter(tokens, role.span.end - 1) + 1
  const isCounted = tokens[end]?.lower === 'of' && tokens[end + 1]?.pos === 'NUM'
  return wordsOfTokens(tokens, firstTokenAfter(tokens, role.span.start), isCounted ? end + 2 : end)
}
