import type { ArticleRecord } from '../domain/record.ts'
import { readRuntimeVersion } from '../nlp/onnx.ts'
import type { ArticleMetadata } from '../read/create-article.ts'
import { createTextArticle } from '../read/create-text-article.ts'
import type { Analyser } from './analyser.ts'
import type { EngineName } from './engines.ts'

/** Finds the claims of one text in this thread. */
export type Analysis = (text: string, metadata?: ArticleMetadata) => Promise<ArticleRecord>

/** Loaded when one is asked for: that takes longer than all the rest of a command. */
const ANALYSERS: Readonly<Record<EngineName, () => Promise<Analyser>>> = {
  async encoder() {
    // So that who asks hears at once of a runtime that cannot be loaded.
    await readRuntimeVersion()
    return await import('./analyse-encoder.ts')
  },
  linear: () => import('./analyse-linear.ts'),
  rules: () => import('./analyse-rules.ts'),
}

/**
 * The analyser of an engine.
 *
 * @throws HearsayError (2) where the runtime of the encoder cannot be loaded
 */
export function loadAnalyser(engine: EngineName): Promise<Analyser> {
  return ANALYSERS[engine]()
}

/** An engine with all other stages. */
export async function openAnalysis(engine: EngineName): Promise<Analysis> {
  const { analyseArticle } = await loadAnalyser(engine)
  return async (text, metadata) => await analyseArticle(createTextArticle(text, metadata))
}
