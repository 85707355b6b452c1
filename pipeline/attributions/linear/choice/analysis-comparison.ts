import type { Analysis } from '../arguments/analysis.ts'
import { CONTENT, SOURCE } from '../model/labels.ts'
import type { Reading } from '../reading/reading.ts'
import { labelAt, type RuleReading } from '../reading/rule-reading.ts'
import { weighAgreement } from './analysis-agreement.ts'
import { type AnalysisFacts, classAt, NO_SCORE } from './analysis-facts.ts'
import type { FeatureRows } from './analysis-feature-names.ts'

// Features that hold an analysis against the others of its cue, and against what the rules read.

export function writeRank({ analysis, context }: AnalysisFacts, row: FeatureRows): void {
  row.add('rank', analysis.rank)
  row.add('log-probability', analysis.logProbability)
  row.add('gap to the best', context.best - analysis.logProbability)
}

export function writeAgreement({ reading, analysis, context }: AnalysisFacts, row: FeatureRows): void {
  const agreement = weighAgreement(reading, analysis, context.rivals)
  row.add('expected overlap of content', agreement.content)
  row.add('expected overlap of source', agreement.source)
  row.add('probability of this content', agreement.sameContent)
  row.add('probability of this source', agreement.sameSource)
  row.add('probability of this cue', agreement.sameCue)
}

export function writeBesideBest(facts: AnalysisFacts, row: FeatureRows): void {
  const { reading, analysis, context, from } = facts
  const { labels } = analysis
  const top = context.rivals[0] as Analysis
  let moreContent = 0
  let moreSource = 0
  let score = NO_SCORE
  let scoredAt = -1
  for (let j = 0; j < labels.length; j += 1) {
    if (reading.bare[from + j] === 1) continue
    if (labels[j] === CONTENT) {
      moreContent += 1
      if ((context.cueScores[from + j] as number) > score) {
        score = context.cueScores[from + j] as number
        scoredAt = j
      }
    }
    if (top.labels[j] === CONTENT) moreContent -= 1
    if (labels[j] === SOURCE) moreSource += 1
    if (top.labels[j] === SOURCE) moreSource -= 1
  }
  row.add('content words more than the best', moreContent)
  row.add('source words more than the best', moreSource)
  row.add('best cue score in content', score)
  row.add('word before the best cue in content', scoredAt > 0 ? classAt(facts, scoredAt - 1) : -1)
}

export function writeRule({ reading, analysis }: AnalysisFacts, row: FeatureRows): void {
  const rule = reading.rules.list[reading.rules.at[analysis.trigger] as number]
  row.add('rule confidence', rule === undefined ? 0 : rule.confidence)
  row.add('overlap with rule content', rule === undefined ? -1 : overlapWithRule(reading, analysis, rule, CONTENT))
  row.add('overlap with rule source', rule === undefined ? -1 : overlapWithRule(reading, analysis, rule, SOURCE))
}

/** Share of words that both give a role, of those that either does; 1 when neither gives it. */
function overlapWithRule(reading: Reading, { labels, window }: Analysis, rule: RuleReading, role: number): number {
  let shared = 0
  let either = 0
  for (let j = 0; j < labels.length; j += 1) {
    const i = window.from + j
    if (reading.bare[i] === 1) continue
    const own = labels[j] === role
    const ruled = labelAt(rule, i) === role
    if (own && ruled) shared += 1
    if (own || ruled) either += 1
  }
  return either === 0 ? 1 : shared / either
}
