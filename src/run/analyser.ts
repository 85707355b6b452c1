import type { Article } from '../domain/article.ts'
import type { NewsroomRules } from '../domain/newsroom-rules.ts'
import type { ArticleRecord } from '../domain/record.ts'
import type { StageInfo } from '../domain/stage.ts'

/**
 * What a worker thread runs: the module that `RunOptions.analyser` names exports this. `analyse-encoder.ts` and its neighbours
 * are the real ones; tests of faults give one that fails on purpose.
 */
export interface Analyser {
  readonly STAGES: readonly StageInfo[]
  /** Takes over memory that all threads share, before the first article. */
  readonly useShared?: (memory: SharedArrayBuffer) => void
  /** The same with a newsroom's rules beside those of the pipeline. */
  readonly withRules?: (rules: NewsroomRules) => Analyser
  /** The same without telling anybody's gender by their first name. */
  readonly withoutNameGender?: () => Analyser
  /**
   * Runs every stage on one article. Pure: the same article gives an equal record, on any thread of any machine.
   *
   * @param onStage called before each stage, so that an article that never comes back can be blamed on one
   */
  analyseArticle(article: Article, onStage?: (stage: StageInfo) => void): Promise<ArticleRecord>
}
