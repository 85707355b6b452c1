import type { Article } from '../domain/article.ts'
import type { ArticleRecord } from '../domain/record.ts'
import type { StageInfo } from '../domain/stage.ts'
import type { ArticleMetadata } from '../read/create-article.ts'
import { createTextArticle } from '../read/create-text-article.ts'
import * as learned from './analyse.ts'
import * as rules from './analyse-rules.ts'
import type { Analyser } from './analyser.ts'

/** All stages in their order, ready to use in one's own program: text in, record out, no files and no database. */
export interface Pipeline {
  /** Which stages run and in which version; the same list always gives the same records. */
  readonly stages: readonly StageInfo[]
  /**
   * Finds the claims of one article. Pure and synchronous.
   *
   * @param input the text, or an `Article` that was read elsewhere; a text is stored as given, but for the three changes
   * of reading: a leading BOM is dropped, NUL and lone surrogates become U+FFFD
   * @param metadata what is known of a text beside itself; an `Article` carries its own
   * @returns claims, sources, mentions and candidates; every span in Unicode code points of `record.article.text`
   */
  analyse(input: string | Article, metadata?: ArticleMetadata): ArticleRecord
}

export interface PipelineOptions {
  /** Finds attributions by the rules alone: fewer of them, faster, and without reading the model. False by default. */
  readonly rules?: boolean
}

/**
 * Hearsay as a library.
 *
 * @example
 * const record = createPipeline().analyse('“The bridge is safe,” said Ingrid Solberg.')
 * record.claims[0]?.spans.find(span => span.role === 'cue')?.text // → 'said'
 */
export function createPipeline(options: PipelineOptions = {}): Pipeline {
  const analyser: Analyser<ArticleRecord> = options.rules === true ? rules : learned
  return {
    stages: analyser.STAGES,
    analyse(input, metadata) {
      if (typeof input !== 'string') return analyser.analyseArticle(input)
      return analyser.analyseArticle(createTextArticle(input, metadata))
    },
  }
}
