import type { Token } from '../../src/domain/layers.ts'
import type { Span } from '../../src/domain/span.ts'
import { firstAfter } from './first-after.ts'

/** Index of the first token that ends after an offset (UTF-16); the number of tokens when none does. */
export function firstTokenAfter(tokens: readonly Token[], offset: number): number {
  return firstAfter(tokens, offset, ({ end }) => end)
}

/** The tokens that share a character with a span (UTF-16) that begins and ends in one. */
export function tokensWithin(tokens: readonly Token[], { start, end }: Span): Token[] {
  return tokens.slice(firstTokenAfter(tokens, start), firstTokenAfter(tokens, end - 1) + 1)
}

/** The characters (UTF-16) of the tokens `[from, to)`, which are not none. */
export function spanOfTokens(tokens: readonly Token[], from: number, to: number): Span {
  return { start: (tokens[from] as Token).start, end: (tokens[to - 1] as Token).end }
}
