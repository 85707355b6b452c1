import { useSharedModel } from '../../pipeline/attributions/learned/model-file.ts'
import { learnedAttributionsStage } from '../../pipeline/attributions/learned-stage.ts'
import { arrangeStages } from '../../pipeline/stages.ts'
import type { Article } from '../domain/article.ts'
import type { ArticleRecord } from '../domain/record.ts'
import type { StageInfo } from '../domain/stage.ts'
import { toRecord } from './to-record.ts'

const stages = arrangeStages(learnedAttributionsStage)

export const STAGES = stages.list

/** Runs every stage on one article and turns the layers into the record that the store keeps. Pure. */
export function analyseArticle(article: Article, onStage?: (stage: StageInfo) => void): ArticleRecord {
  return toRecord(article, stages.run(article, onStage), STAGES)
}

/** Takes over the memory of the model that the main thread read. */
export const useShared = useSharedModel
