import type { Quotation, QuotationsLayer, Sentence, Token, TokensLayer } from '../../../../src/domain/layers.ts'
import type { Span } from '../../../../src/domain/span.ts'
import { spanOfTokens } from '../../../positions/token-search.ts'

/** Everything the matchers look at for one article. Positions are token indexes, ranges half-open. */
export interface Reading {
  readonly text: string
  readonly layer: TokensLayer
  readonly tokens: readonly Token[]
  readonly quotations: readonly Quotation[]
  /** Outermost quotation that holds each token, or -1. */
  readonly quotationAt: Int32Array
  /** Outermost quotation that begins at a token. */
  readonly quotationFrom: ReadonlyMap<number, number>
  /** Outermost quotation whose last token stands just before a position. */
  readonly quotationUpTo: ReadonlyMap<number, number>
  /** Source of the latest attribution found in each sentence, for cues that share it. Grows as cues are read. */
  readonly latestSource: Map<number, Range>
  /** Subjects read so far, by the token where they end: the rules of one cue ask for the same one again and again. */
  readonly subjects: Map<number, Range | null>
  /** Clauses read so far, by the token where they begin, for the same reason. */
  readonly clauses: Map<number, Range | null>
}

export interface Range {
  readonly from: number
  readonly to: number
}

export function readArticle(text: string, layer: TokensLayer, { quotations }: QuotationsLayer): Reading {
  const quotationAt = new Int32Array(layer.tokens.length).fill(-1)
  const quotationFrom = new Map<number, number>()
  const quotationUpTo = new Map<number, number>()
  for (const [i, quotation] of quotations.entries()) {
    if (quotation.parent !== null) continue
    quotationAt.fill(i, quotation.firstToken, quotation.endToken)
    quotationFrom.set(quotation.firstToken, i)
    quotationUpTo.set(quotation.endToken, i)
  }
  return {
    text,
    layer,
    tokens: layer.tokens,
    quotations,
    quotationAt,
    quotationFrom,
    quotationUpTo,
    latestSource: new Map(),
    subjects: new Map(),
    clauses: new Map(),
  }
}

/** The characters (UTF-16) of a range. */
export function spanOf({ tokens }: Reading, { from, to }: Range): Span {
  return spanOfTokens(tokens, from, to)
}

export function sentenceOf(reading: Reading, token: number): Sentence {
  const { sentence } = reading.tokens[token] as Token
  return reading.layer.sentences[sentence] as Sentence
}
