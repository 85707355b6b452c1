import { attributionsStage } from '../../pipeline/attributions/stage.ts'
import { arrangeStages } from '../../pipeline/stages.ts'
import type { Article } from '../domain/article.ts'
import type { ArticleRecord } from '../domain/record.ts'
import type { StageInfo } from '../domain/stage.ts'
import { toRecord } from './to-record.ts'

const stages = arrangeStages(attributionsStage)

export const STAGES = stages.list

/** As in `analyse.ts`, with the attributions that the rules find alone. Pure. */
export function analyseArticle(article: Article, onStage?: (stage: StageInfo) => void): ArticleRecord {
  return toRecord(article, stages.run(article, onStage), STAGES)
}
