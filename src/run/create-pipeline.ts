import type { Article } from '../domain/article.ts'
import type { NewsroomRules } from '../domain/newsroom-rules.ts'
import type { ArticleRecord } from '../domain/record.ts'
import type { StageInfo } from '../domain/stage.ts'
import type { ArticleMetadata } from '../read/article/create-article.ts'
import { createTextArticle } from '../read/article/create-text-article.ts'
import { DEFAULT_ENGINE, type EngineName } from './engines.ts'
import { loadAnalyser } from './open-analysis.ts'

/** All stages in their order, ready to use in one's own program: text in, record out, no files and no database. */
export interface Pipeline {
  /** Which stages run and in which version; the same list always gives the same records. */
  readonly stages: readonly StageInfo[]
  /**
   * Finds the claims of one article. Pure: the same input gives the same record.
   *
   * @param input the text, or an `Article` that was read elsewhere; a text is stored as given, but for the three changes
   * of reading: a leading BOM is dropped, NUL and lone surrogates become U+FFFD
   * @param metadata what is known of a text beside itself; an `Article` carries its own
   * @returns claims, sources, mentions and candidates; every span in Unicode code points of `record.article.text`
   */
  analyse(input: string | Article, metadata?: ArticleMetadata): Promise<ArticleRecord>
}

export interface PipelineOptions {
  /** What finds attributions beside the rules; the encoder unless told otherwise. */
  readonly engine?: EngineName
  /** A newsroom's cue phrases, word lists, names and vague sources, as `readRules` gives them; their examples are run. */
  readonly rules?: NewsroomRules
  /** Whether a first name may tell a gender where nothing else does, as weak evidence; true unless told otherwise. */
  readonly nameGender?: boolean
}

/**
 * Hearsay as a library.
 *
 * @example
 * const pipeline = await createPipeline()
 * const record = await pipeline.analyse('“The bridge is safe,” said Ingrid Solberg.')
 * record.claims[0]?.spans.find(span => span.role === 'cue')?.text // → 'said'
 *
 * @throws HearsayError (2) where the engine is the encoder and its runtime cannot be loaded, or an example of the rules does not
 * come out
 */
export async function createPipeline({
  engine = DEFAULT_ENGINE,
  rules,
  nameGender = true,
}: PipelineOptions = {}): Promise<Pipeline> {
  const analyser = await loadAnalyser(engine, { rules: rules ?? null, nameGender })
  return {
    stages: analyser.STAGES,
    async analyse(input, metadata) {
      const article = typeof input === 'string' ? createTextArticle(input, metadata) : input
      return await analyser.analyseArticle(article)
    },
  }
}
