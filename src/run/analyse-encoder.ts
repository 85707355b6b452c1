import { encoderAttributionsStage } from '../../pipeline/attributions/encoder-stage.ts'
import { useSharedModel } from '../../pipeline/attributions/learned/model-file.ts'
import { encodingStage } from '../../pipeline/encoding/stage.ts'
import { arrangeEncodedStages } from '../../pipeline/stages.ts'
import type { Article } from '../domain/article.ts'
import type { ArticleRecord } from '../domain/record.ts'
import type { StageInfo } from '../domain/stage.ts'
import { toRecord } from './to-record.ts'

const stages = arrangeEncodedStages(encodingStage, encoderAttributionsStage)

export const STAGES = stages.list

/** As in `analyse.ts`, with the attributions that the encoder and the rules find together. */
export async function analyseArticle(article: Article, onStage?: (stage: StageInfo) => void): Promise<ArticleRecord> {
  return toRecord(article, await stages.run(article, onStage), STAGES)
}

/** Takes over the memory of the linear model, which reads what lies inside contents. */
export const useShared = useSharedModel
