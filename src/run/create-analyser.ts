import type { Engine } from '../../pipeline/attributions/engine.ts'
import { arrangeStages } from '../../pipeline/stages.ts'
import type { LayerName } from '../domain/layers.ts'
import type { Analyser } from './analyser.ts'
import { toRecord } from './to-record.ts'

/** Runs every stage on one article and turns the layers into the record that the store keeps. */
export function createAnalyser<Needs extends LayerName>(engine: Engine<Needs>): Analyser {
  const stages = arrangeStages(engine)
  return {
    STAGES: stages.list,
    async analyseArticle(article, onStage) {
      return toRecord(article, await stages.run(article, onStage), stages.list)
    },
  }
}
