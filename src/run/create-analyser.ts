import type { Engine } from '../../pipeline/attributions/engine.ts'
import { prepareNewsroom } from '../../pipeline/newsroom.ts'
import { arrangeStages } from '../../pipeline/stages.ts'
import type { LayerName } from '../domain/layers.ts'
import type { NewsroomRules } from '../domain/newsroom-rules.ts'
import type { Analyser } from './analyser.ts'
import { toRecord } from './to-record.ts'

/** One of Hearsay's own, which can be told anything. */
export interface OwnAnalyser extends Analyser {
  readonly withRules: (rules: NewsroomRules) => OwnAnalyser
  readonly withoutNameGender: () => OwnAnalyser
}

/**
 * Runs every stage on one article and turns the layers into the record that the store keeps.
 *
 * @param rules a newsroom's, beside those of the pipeline
 * @param nameGender whether first names may tell a gender
 */
export function createAnalyser<Needs extends LayerName>(
  engine: Engine<Needs>,
  rules?: NewsroomRules,
  nameGender = true,
): OwnAnalyser {
  const stages = arrangeStages(engine, rules === undefined ? null : prepareNewsroom(rules), nameGender)
  return {
    STAGES: stages.list,
    withRules: own => createAnalyser(engine, own, nameGender),
    withoutNameGender: () => createAnalyser(engine, rules, false),
    async analyseArticle(article, onStage) {
      return toRecord(article, await stages.run(article, onStage), stages.list)
    },
  }
}
