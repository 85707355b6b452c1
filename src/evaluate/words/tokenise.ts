import type { Span } from '../../domain/span.ts'
import { CodePointOffsets } from '../../domain/text/code-points.ts'

/** Indexes of tokens, ascending, each once. */
export type TokenSet = readonly number[]

/** The tokens of one text in columns; offsets in code points. */
export interface TokenTable {
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** 1 for a run of letters, marks and digits; 0 for any other character that is no space. */
  readonly words: Uint8Array
}

const TOKEN = /[\p{L}\p{M}\p{N}]+|\S/gu
const WORD_START = /^[\p{L}\p{M}\p{N}]/u

/**
 * Cuts a text into the tokens that scores count. These are not the pipeline's tokens: a score must not change because
 * a tokeniser did.
 *
 * @example
 * tokenise('“Don’t,”') // words Don, t; other tokens “ ’ , ”
 */
export function tokenise(text: string): TokenTable {
  const points = new CodePointOffsets(text)
  const starts: number[] = []
  const ends: number[] = []
  const words: number[] = []
  for (const match of text.matchAll(TOKEN)) {
    starts.push(points.at(match.index))
    ends.push(points.at(match.index + match[0].length))
    words.push(WORD_START.test(match[0]) ? 1 : 0)
  }
  return { starts: Int32Array.from(starts), ends: Int32Array.from(ends), words: Uint8Array.from(words) }
}

/**
 * The tokens that the spans of one role touch: its words or, when it has none (a headline's colon), its other tokens.
 * A token counts when any character of it is covered, since annotators cut words now and then.
 */
export function tokensOf(table: TokenTable, spans: readonly Span[]): TokenSet {
  const words: number[] = []
  const others: number[] = []
  for (const span of spans) {
    for (let token = firstTokenEndingAfter(table, span.start); token < table.starts.length; token++) {
      if ((table.starts[token] as number) >= span.end) break
      if (table.words[token] === 1) words.push(token)
      else others.push(token)
    }
  }
  return sortUnique(words.length > 0 ? words : others)
}

function firstTokenEndingAfter(table: TokenTable, offset: number): number {
  let low = 0
  let high = table.ends.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((table.ends[middle] as number) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

function sortUnique(tokens: number[]): TokenSet {
  const ascending = tokens.every((token, index) => index === 0 || token > (tokens[index - 1] as number))
  return ascending ? tokens : [...new Set(tokens)].sort((a, b) => a - b)
}
