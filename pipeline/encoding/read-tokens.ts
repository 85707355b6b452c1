import type { QuotationsLayer, TokensLayer } from '../../src/domain/layers.ts'
import { readQuotationStates } from '../positions/quotation-states.ts'

/** What the encoder is told of each token beside its pieces, one number a token. Its training used the same numbers. */
export interface TokenFeatures {
  /** How its letters are written: the encoder itself sees small letters alone. See {@link SHAPES}. */
  readonly shape: Uint8Array
  /** By `QUOTATION_STATES`. */
  readonly quotation: Uint8Array
  /** What stands before it: 0 nothing, 1 a space, 2 the end of a sentence, 3 that of a paragraph, 4 the same before a heading. */
  readonly break: Uint8Array
}

/** Numbers of `shape`. */
export const SHAPES = { sign: 0, lower: 1, title: 2, upper: 3, digit: 4, mixed: 5, initial: 6, special: 7 } as const
/** Numbers of what stands at a window's ends, in each feature. */
export const SPECIAL = { shape: SHAPES.special, quotation: 3, break: 5 } as const
const NOT_LETTER_OR_DIGIT = /[^\p{L}\p{N}]/gu

/** Reads the features of every token of an article. */
export function readTokens(layer: TokensLayer, quotations: QuotationsLayer): TokenFeatures {
  const { tokens, sentences, paragraphs } = layer
  const shape = Uint8Array.from(tokens, ({ text }) => shapeOf(text))
  const breaks = Uint8Array.from(tokens, ({ start }, i) => (i > 0 && tokens[i - 1]?.end === start ? 0 : 1))
  for (const { firstToken } of sentences) breaks[firstToken] = 2
  for (const { firstSentence, heading } of paragraphs) {
    const first = sentences[firstSentence]?.firstToken
    if (first !== undefined) breaks[first] = heading ? 4 : 3
  }
  return { shape, quotation: readQuotationStates(layer, quotations), break: breaks }
}

function shapeOf(token: string): number {
  const letters = token.replace(NOT_LETTER_OR_DIGIT, '')
  if (letters === '') return SHAPES.sign
  if (/^\p{N}/u.test(letters)) return SHAPES.digit
  const lower = letters.toLowerCase()
  const upper = letters.toUpperCase()
  if (lower === upper) return SHAPES.mixed
  if (letters === lower) return SHAPES.lower
  if (letters === upper) return [...letters].length === 1 ? SHAPES.initial : SHAPES.upper
  const [first = ''] = letters
  const rest = letters.slice(first.length)
  return first === first.toUpperCase() && rest === rest.toLowerCase() ? SHAPES.title : SHAPES.mixed
}
