import type { EncodingLayer, QuotationsLayer, TokensLayer } from '../../src/domain/layers.ts'
import type { Session } from '../../src/nlp/onnx.ts'
import { readTokens, SPECIAL, type TokenFeatures } from './read-tokens.ts'
import { CUTS, planWindows, type Window } from './windows.ts'
import type { WordPieces } from './word-pieces.ts'

/** Numbers of a vector. */
export const WIDTH = 384
/** Most pieces of a window, as in training, without what stands at its ends. Attention costs the square of it. */
const MOST = 190

/** By `break` of a token's features: what begins at it. */
const CUT_OF = [CUTS.word, CUTS.word, CUTS.sentence, CUTS.paragraph, CUTS.paragraph]

/** A model that gives tokens vectors, and the pieces that it knows. */
export interface Encoder {
  readonly session: Session
  readonly pieces: WordPieces
}

/** The vector of every token: the encoder's last layer at its first piece. Read window by window, in linear time. */
export async function encode(
  { session, pieces }: Encoder,
  layer: TokensLayer,
  quotations: QuotationsLayer,
): Promise<EncodingLayer> {
  const features = readTokens(layer, quotations)
  const ids = layer.tokens.map(({ text }) => pieces.idsOf(text))
  const sizes = ids.map(({ length }) => length)
  const cutAt = (token: number) => CUT_OF[features.break[token] as number] ?? CUTS.word
  const vectors = new Float32Array(layer.tokens.length * WIDTH)
  const ends = [pieces.idOf('[CLS]'), pieces.idOf('[SEP]')] as const
  for (const window of planWindows(sizes, cutAt, MOST)) {
    const { vectors: found } = await session.run(fill(window, ids, features, ends))
    vectors.set((found as { data: Float32Array }).data, window.from * WIDTH)
  }
  return { width: WIDTH, vectors }
}

function fill(
  { from, to }: Window,
  ids: readonly (readonly number[])[],
  features: TokenFeatures,
  [start, end]: readonly [number, number],
) {
  let length = 2
  for (let token = from; token < to; token += 1) length += (ids[token] as readonly number[]).length
  const pieces = new Int32Array(length)
  const shape = new Int32Array(length)
  const quotation = new Int32Array(length)
  const breaks = new Int32Array(length)
  const first = new Int32Array(to - from)
  pieces[0] = start
  pieces[length - 1] = end
  for (const at of [0, length - 1]) {
    shape[at] = SPECIAL.shape
    quotation[at] = SPECIAL.quotation
    breaks[at] = SPECIAL.break
  }
  let at = 1
  for (let token = from; token < to; token += 1) {
    first[token - from] = at
    breaks[at] = features.break[token] as number
    for (const id of ids[token] as readonly number[]) {
      pieces[at] = id
      shape[at] = features.shape[token] as number
      quotation[at] = features.quotation[token] as number
      at += 1
    }
  }
  const row = (data: Int32Array) => ({ data, shape: [1, length] })
  return {
    pieces: row(pieces),
    shape: row(shape),
    quotation: row(quotation),
    break: row(breaks),
    first: { data: first, shape: [first.length] },
  }
}
