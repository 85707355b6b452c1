import type { EncodingLayer, TokensLayer } from '../../../src/domain/layers.ts'
import type { Session, Tensor } from '../../../src/nlp/onnx.ts'
import { findPath, LABEL_COUNT, LABELS, type Transitions } from './crf.ts'
import type { Anchor } from './find-anchors.ts'

/** Tokens around an anchor that its arguments are looked for in, as in training. */
const BEFORE = 64
const AFTER = 80
const AROUND = BEFORE + 1 + AFTER
/** How many sentences and paragraphs apart two tokens are, up to these. */
const SENTENCES = 4
const PARAGRAPHS = 2
/** Anchors that are read at once: more cost memory, and no less time. */
const TOGETHER = 16

/** What the model reads for one anchor: indexes of tokens, ascending. */
export interface Proposal {
  readonly anchor: Anchor
  readonly cue: readonly number[]
  readonly source: readonly number[]
  readonly content: readonly number[]
  /** Log-odds that it is an attribution. */
  readonly verdict: number
  /** Log probability of its labels among all that they could be. */
  readonly logProbability: number
}

/** A model that labels the tokens around an anchor. */
export interface ArgumentModel {
  readonly session: Session
  readonly transitions: Transitions
}

/** Finds source and content of every anchor, a proposal each. Anchors in the order of the text. */
export async function readArguments(
  { session, transitions }: ArgumentModel,
  { vectors, width }: EncodingLayer,
  layer: TokensLayer,
  quotation: Uint8Array,
  anchors: readonly Anchor[],
): Promise<Proposal[]> {
  const proposals: Proposal[] = []
  for (let at = 0; at < anchors.length; at += TOGETHER) {
    const some = anchors.slice(at, at + TOGETHER)
    // Only the vectors around them: projecting all for each few would cost the square.
    const from = Math.max(0, (some[0] as Anchor).token - BEFORE)
    const to = Math.min(layer.tokens.length, (some.at(-1) as Anchor).token + AFTER + 1)
    const rows = { data: vectors.subarray(from * width, to * width), shape: [to - from, width] }
    const { labels, verdicts } = await session.run({ vectors: rows, ...fill(layer, quotation, some, from, to) })
    some.forEach((anchor, i) => {
      const first = Math.max(0, BEFORE - anchor.token)
      const end = Math.min(AROUND, layer.tokens.length - anchor.token + BEFORE)
      const scores = (labels as Tensor).data as Float32Array
      const path = findPath(scores.subarray(i * AROUND * LABEL_COUNT), first, end, transitions)
      const tokensOf = (label: number) =>
        [...path.labels].flatMap((own, place) => (own === label ? [anchor.token - BEFORE + first + place] : []))
      proposals.push({
        anchor,
        cue: tokensOf(LABELS.cue),
        source: tokensOf(LABELS.source),
        content: tokensOf(LABELS.content),
        verdict: (verdicts as Tensor).data[i] as number,
        logProbability: path.logProbability,
      })
    })
  }
  return proposals
}

function fill(
  { tokens, sentences }: TokensLayer,
  inQuotation: Uint8Array,
  anchors: readonly Anchor[],
  from: number,
  to: number,
): Readonly<Record<string, Tensor>> {
  const size = anchors.length * AROUND
  const around = new Int32Array(size)
  const there = new Float32Array(size)
  const sentenceApart = new Int32Array(size)
  const paragraphApart = new Int32Array(size)
  const quotation = new Int32Array(size)
  const sentenceOf = (token: number) => tokens[token]?.sentence ?? 0
  const paragraphOf = (token: number) => sentences[sentenceOf(token)]?.paragraph ?? 0
  anchors.forEach(({ token: anchor }, i) => {
    for (let place = 0; place < AROUND; place += 1) {
      const at = i * AROUND + place
      const wanted = anchor - BEFORE + place
      const token = Math.min(Math.max(wanted, from), to - 1)
      around[at] = token - from
      there[at] = token === wanted ? 1 : 0
      sentenceApart[at] = within(sentenceOf(token) - sentenceOf(anchor), SENTENCES)
      paragraphApart[at] = within(paragraphOf(token) - paragraphOf(anchor), PARAGRAPHS)
      quotation[at] = inQuotation[token] as number
    }
  })
  const shape = [anchors.length, AROUND]
  return {
    anchor: { data: Int32Array.from(anchors, ({ token }) => token - from), shape: [anchors.length] },
    around: { data: around, shape },
    there: { data: there, shape },
    sentences: { data: sentenceApart, shape },
    paragraphs: { data: paragraphApart, shape },
    quotation: { data: quotation, shape },
  }
}

/** A difference as a number from 0 on. */
function within(difference: number, most: number): number {
  return Math.min(most, Math.max(-most, difference)) + most
}
