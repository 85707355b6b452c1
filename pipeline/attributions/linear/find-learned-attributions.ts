import type { Candidate, QuotationsLayer, Token, TokensLayer } from '../../../src/domain/layers.ts'
import type { Span } from '../../../src/domain/span.ts'
import { lemmaOfCue } from '../cue-lemma.ts'
import type { Found, ProposedAttribution, UnlinkedAttribution } from '../found.ts'
import { roundProbability, toProbability } from '../probability.ts'
import { findAttributions } from '../rules/find-attributions.ts'
import type { Analysis } from './arguments/analysis.ts'
import { ArgumentSums } from './arguments/argument-sums.ts'
import { readArguments } from './arguments/arguments.ts'
import { type NeighbouringCue, relateCues } from './choice/neighbours.ts'
import { chooseAnalysis, type RatedCue, rateAnalyses } from './choice/reranker.ts'
import { type Proposal, verificationFeatures } from './choice/verification-features.ts'
import { scoreCues } from './cue/cues.ts'
import { CONTENT, CUE, SOURCE } from './model/labels.ts'
import type { Model } from './model/model.ts'
import { scoreForest } from './model/trees.ts'
import { type Reading, readColumns } from './reading/reading.ts'
import { explainDecision } from './verdict/explain.ts'
import { type Judged, type Rejected, resolveOverlaps } from './verdict/overlap.ts'

interface StageName {
  readonly name: string
  readonly version: number
}

/**
 * Finds attributions with the learned model: likely cues, for each its source and content, the best analysis of each,
 * and a verdict with a calibrated probability.
 *
 * Every span is UTF-16 and lies inside the text. The same text and model give the same result.
 *
 * @param ruled What the cue rules find in the same text: features to the model. Found here unless the caller has it.
 */
export function findLearnedAttributions(
  tokens: TokensLayer,
  quotations: QuotationsLayer,
  model: Model,
  stage: StageName,
  ruled: readonly UnlinkedAttribution[] = findByRules(tokens, quotations, stage),
): Found<ProposedAttribution> {
  const reading = readColumns(tokens, quotations, model.vocabulary, ruled)
  const proposals = propose(reading, model)
  const features = verificationFeatures(proposals)
  const judged = proposals.map((proposal, i): Judged => {
    const score = scoreForest(model.verifier, features[i] as Float32Array)
    return { proposal, probability: toProbability(score) }
  })
  const { accepted, rejected } = resolveOverlaps(judged, model.settings.acceptThreshold)
  const valuesOf = new Map(proposals.map((proposal, i) => [proposal, features[i] as Float32Array]))
  const attributions = accepted.map((one): ProposedAttribution => {
    const { analysis, trigger, score } = one.proposal
    const reasons = explainDecision(model.verifier, valuesOf.get(one.proposal) as Float32Array)
    return {
      cue: spansOf(reading, analysis, CUE),
      cueLemma: lemmaOfCue(tokens.tokens[trigger] as Token),
      source: spansOf(reading, analysis, SOURCE),
      content: spansOf(reading, analysis, CONTENT),
      confidence: one.probability,
      evidence: [
        {
          stage: stage.name,
          version: stage.version,
          rule: `model:${model.hash}`,
          detail: {
            probability: roundProbability(one.probability),
            cueProbability: roundProbability(toProbability(score)),
            ...reasons,
          },
        },
      ],
    }
  })
  return { attributions, candidates: rejected.map(one => toCandidate(reading, one, model, stage)) }
}

function findByRules(
  tokens: TokensLayer,
  quotations: QuotationsLayer,
  stage: StageName,
): readonly UnlinkedAttribution[] {
  // Rules read tokens alone; a cut-out layer, as nested contents are, has no text of its own.
  return findAttributions('', tokens, quotations, stage).attributions
}

/** Reads every likely cue of an article. */
export function propose(reading: Reading, model: Model): Proposal[] {
  const cueScores = scoreCues(reading, model.cues)
  const sums = new ArgumentSums(reading, cueScores, model.nodes, model.edges)
  const rated: (RatedCue & NeighbouringCue)[] = []
  for (let i = 0; i < reading.length; i += 1) {
    if ((cueScores[i] as number) < model.settings.cueThreshold) continue
    const read = readArguments(sums, i)
    const statistics = model.statisticsOf(reading.lemma[i] as number)
    const cue = rateAnalyses(reading, read, cueScores, statistics, model.phrases)
    rated.push({ ...cue, trigger: i, score: cueScores[i] as number })
  }
  relateCues(rated)
  return rated.map(cue => chooseAnalysis(cue, cueScores, model.reranker))
}

/** Runs of tokens with one label; punctuation between two of them belongs to the run. */
function spansOf(reading: Reading, { labels, window }: Analysis, role: number): Span[] {
  const { tokens } = reading.layer
  const spans: { start: number; end: number }[] = []
  let open = false
  for (let j = 0; j < labels.length; j += 1) {
    const i = window.from + j
    if (labels[j] === role) {
      const { start, end } = tokens[i] as Token
      const last = spans.at(-1)
      if (open && last !== undefined) last.end = end
      else spans.push({ start, end })
      open = true
    } else if (reading.bare[i] === 0) open = false
  }
  return spans
}

function toCandidate(reading: Reading, { proposal, reason }: Rejected, model: Model, stage: StageName): Candidate {
  const { start, end } = reading.layer.tokens[proposal.trigger] as Token
  return { start, end, stage: stage.name, rule: `model:${model.hash}`, reason }
}
