import { readTokens } from '../../pipeline/encoding/read-tokens.ts'
import type { WordPieces } from '../../pipeline/encoding/word-pieces.ts'
import { findQuotations } from '../../pipeline/quotations/stage.ts'
import { tokenise } from '../../pipeline/tokens/stage.ts'
import type { TokensLayer } from '../../src/domain/layers.ts'

/** What train.py reads of a text, whatever it is to learn from it: one number a token, but for `pieces`. */
export interface TrainingLine {
  /** Pieces of each token. */
  readonly sizes: readonly number[]
  readonly pieces: readonly number[]
  readonly shape: readonly number[]
  readonly quotation: readonly number[]
  readonly break: readonly number[]
  readonly sentence: readonly number[]
  readonly paragraph: readonly number[]
}

/** Reads a text as the stages do. */
export function readForTraining(
  text: string,
  pieces: WordPieces,
): { readonly layer: TokensLayer; readonly line: TrainingLine } {
  const layer = tokenise(text)
  const features = readTokens(layer, findQuotations(text, layer))
  const ids = layer.tokens.map(token => pieces.idsOf(token.text))
  return {
    layer,
    line: {
      sizes: ids.map(({ length }) => length),
      pieces: ids.flat(),
      shape: [...features.shape],
      quotation: [...features.quotation],
      break: [...features.break],
      sentence: layer.tokens.map(({ sentence }) => sentence),
      paragraph: layer.tokens.map(({ sentence }) => layer.sentences[sentence]?.paragraph ?? 0),
    },
  }
}
