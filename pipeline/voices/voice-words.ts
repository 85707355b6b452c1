import type { Grounded, Token } from '../../src/domain/layers.ts'
import type { Span } from '../../src/domain/span.ts'
import { firstTokenAfter } from '../token-search.ts'
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
