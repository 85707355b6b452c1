import { expect, it } from 'vitest'
import { findQuotations } from '../../../quotations/stage.ts'
import { tokenise } from '../../../tokens/stage.ts'
import { ArgumentSums } from '../arguments/argument-sums.ts'
import { readArguments } from '../arguments/arguments.ts'
import { scoreCues } from '../cue/cues.ts'
import { loadModel } from '../model/model-file.ts'
import { readColumns } from '../reading/reading.ts'
import { ANALYSIS_FEATURES, type AnalysisFeature, FeatureRows, NEIGHBOUR_COLUMN } from './analysis-feature-names.ts'
import { writeAnalysisFeatures } from './analysis-features.ts'

const TEXT = `Harbour to close, council says

The mayor said on Tuesday that the harbour would close. “Nobody will be left behind,” she told reporters (on Monday).`

class NamedRows extends FeatureRows {
  names: AnalysisFeature[] = []

  override add(name: AnalysisFeature, value: number | boolean): void {
    this.names.push(name)
    super.add(name, value)
  }
}

it('writes every feature of an analysis in the column that bears its name', () => {
  const { vocabulary, cues, nodes, edges, settings, statisticsOf } = loadModel()
  const layer = tokenise(TEXT)
  const reading = readColumns(layer, findQuotations(TEXT, layer), vocabulary, [])
  const cueScores = scoreCues(reading, cues)
  const sums = new ArgumentSums(reading, cueScores, nodes, edges)
  let written = 0
  for (let trigger = 0; trigger < reading.length; trigger += 1) {
    if ((cueScores[trigger] as number) < settings.cueThreshold) continue
    const { analyses, marginal } = readArguments(sums, trigger)
    const statistics = statisticsOf(reading.lemma[trigger] as number)
    for (const analysis of analyses) {
      const rows = new NamedRows(1)
      writeAnalysisFeatures(reading, analysis, { cueScores, statistics, marginal, best: 0, rivals: analyses }, rows)
      expect(rows.names).toEqual(ANALYSIS_FEATURES.slice(0, NEIGHBOUR_COLUMN))
      expect(rows.values.some(Number.isNaN)).toBe(false)
      written += 1
    }
  }
  expect(written).toBeGreaterThan(10)
})
