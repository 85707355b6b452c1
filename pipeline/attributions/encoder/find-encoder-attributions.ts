import type { Candidate, EncodingLayer, Layers, Token } from '../../../src/domain/layers.ts'
import type { Span } from '../../../src/domain/span.ts'
import type { StageInfo } from '../../../src/domain/stage.ts'
import type { Model } from '../../open-model.ts'
import { readQuotationStates } from '../../positions/quotation-states.ts'
import { headOfCue, lemmaOfCue } from '../cue-lemma.ts'
import type { Found, ProposedAttribution } from '../found.ts'
import { roundProbability, toProbability } from '../probability.ts'
import { chooseProposals, cueTokens, type Rated } from './choose.ts'
import { confidenceOf } from './confidence.ts'
import { findAnchors } from './find-anchors.ts'
import { type Proposal, readArguments } from './read-arguments.ts'

/** What the encoder reads attributions in. */
type EncodedLayers = Pick<Layers, 'tokens' | 'quotations' | 'encoding'>

/** Tokens that are less likely of a cue are not looked at. */
const LEAST_CUE = 0.12
const SCORED_AT_ONCE = 4096

/**
 * Finds attributions with the encoder: likely cues, for each its source and content, and how likely each is right.
 *
 * Every span is UTF-16 and lies inside the text.
 *
 * @param least probability from which an attribution is wanted
 */
export async function findEncoderAttributions(
  layers: EncodedLayers,
  model: Model,
  stage: StageInfo,
  least: number,
): Promise<Found<ProposedAttribution>> {
  const { tokens } = layers.tokens
  const proposals = await proposeAttributions(layers, model)
  const rated = proposals.map(proposal => ({
    proposal,
    confidence: confidenceOf(proposal, model.settings.calibration),
  }))
  const { chosen, passed } = chooseProposals(rated, least)
  return {
    attributions: chosen.map(one => toAttribution(tokens, one, model, stage)),
    candidates: passed.map(({ proposal, reason }): Candidate => {
      const { start, end } = tokens[proposal.anchor.token] as Token
      return { start, end, stage: stage.name, rule: `model:${model.hash}`, reason }
    }),
  }
}

/** Every likely cue of an article with what the model reads around it. */
export async function proposeAttributions(
  { tokens, quotations, encoding }: EncodedLayers,
  model: Model,
): Promise<Proposal[]> {
  const anchors = findAnchors(await scoreCues(encoding, tokens.tokens.length, model), LEAST_CUE)
  const reader = { session: model.arguments, transitions: model.settings.crf }
  return await readArguments(reader, encoding, tokens, readQuotationStates(tokens, quotations), anchors)
}

/** A logit a token, of so many at once: the head needs as much memory for each token as its vector has. */
async function scoreCues({ vectors, width }: EncodingLayer, length: number, { cues }: Model): Promise<Float32Array> {
  const scores = new Float32Array(length)
  for (let from = 0; from < length; from += SCORED_AT_ONCE) {
    const to = Math.min(length, from + SCORED_AT_ONCE)
    const some = { data: vectors.subarray(from * width, to * width), shape: [to - from, width] }
    const { logits } = await cues.run({ vectors: some })
    scores.set((logits as { data: Float32Array }).data, from)
  }
  return scores
}

function toAttribution(
  tokens: readonly Token[],
  { proposal, confidence }: Rated,
  { hash }: Model,
  stage: StageInfo,
): ProposedAttribution {
  const { anchor, verdict, logProbability } = proposal
  return {
    cue: spansOf(tokens, cueTokens(proposal)),
    cueLemma: lemmaOfCue(
      headOfCue(
        tokens[anchor.token] as Token,
        cueTokens(proposal).map(i => tokens[i] as Token),
      ),
    ),
    source: spansOf(tokens, proposal.source),
    content: spansOf(tokens, proposal.content),
    confidence,
    evidence: [
      {
        stage: stage.name,
        version: stage.version,
        rule: `model:${hash}`,
        detail: {
          probability: roundProbability(confidence),
          cueProbability: roundProbability(anchor.probability),
          verdictProbability: roundProbability(toProbability(verdict)),
          spansProbability: roundProbability(Math.exp(logProbability)),
        },
      },
    ],
  }
}

/** Runs of tokens; marks between two of them belong to the run. */
function spansOf(tokens: readonly Token[], indexes: readonly number[]): Span[] {
  const spans: { start: number; end: number }[] = []
  let next = 0
  for (const index of indexes) {
    const { start, end } = tokens[index] as Token
    const open = spans.at(-1)
    while (open !== undefined && next < index && !/[\p{L}\p{N}]/u.test((tokens[next] as Token).text)) next += 1
    if (open !== undefined && next === index) open.end = end
    else spans.push({ start, end })
    next = index + 1
  }
  return spans
}
