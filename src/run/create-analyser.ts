import type { Engine } from '../../pipeline/attributions/engine.ts'
import { prepareNewsroom } from '../../pipeline/newsroom.ts'
import { arrangeStages } from '../../pipeline/stages.ts'
import type { LayerName } from '../domain/layers.ts'
import type { NewsroomRules } from '../domain/newsroom-rules.ts'
import type { Analyser } from './analyser.ts'
import { toRecord } from './to-record.ts'

/**
 * Runs every stage on one article and turns the layers into the record that the store keeps.
 *
 * @param rules a newsroom's, beside those of the pipeline
 */
export function createAnalyser<Needs extends LayerName>(
  engine: Engine<Needs>,
  rules?: NewsroomRules,
): Required<Omit<Analyser, 'useShared'>> {
  const stages = arrangeStages(engine, rules === undefined ? null : prepareNewsroom(rules))
  return {
    STAGES: stages.list,
    withRules: own => createAnalyser(engine, own),
    async analyseArticle(article, onStage) {
      return toRecord(article, await stages.run(article, onStage), stages.list)
    },
  }
}
