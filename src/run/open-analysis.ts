import { EXIT, HearsayError } from '../domain/errors.ts'
import type { NewsroomRules } from '../domain/newsroom-rules.ts'
import type { ArticleRecord } from '../domain/record.ts'
import { readRuntimeVersion } from '../nlp/onnx.ts'
import type { ArticleMetadata } from '../read/create-article.ts'
import { createTextArticle } from '../read/create-text-article.ts'
import type { Analyser } from './analyser.ts'
import { checkExamples } from './check-examples.ts'
import type { EngineName } from './engines.ts'

/** Finds the claims of one text in this thread. */
export type Analysis = (text: string, metadata?: ArticleMetadata) => Promise<ArticleRecord>

/** Loaded when one is asked for: that takes longer than all the rest of a command. */
const ANALYSERS: Readonly<Record<EngineName, () => Promise<Analyser & Required<Pick<Analyser, 'withRules'>>>>> = {
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
 * @param rules a newsroom's, whose examples are run
 * @throws HearsayError (2) where the runtime of the encoder cannot be loaded, or an example of the rules does not come out
 */
export async function loadAnalyser(engine: EngineName, rules?: NewsroomRules): Promise<Analyser> {
  const loaded = await ANALYSERS[engine]()
  if (rules === undefined) return loaded
  const analyser = loaded.withRules(rules)
  const wrong = await checkExamples(analyser, rules)
  if (wrong !== null) throw new HearsayError(wrong, EXIT.usage)
  return analyser
}

/** An engine with all other stages. Throws as {@link loadAnalyser}. */
export async function openAnalysis(engine: EngineName, rules?: NewsroomRules): Promise<Analysis> {
  const { analyseArticle } = await loadAnalyser(engine, rules)
  return async (text, metadata) => await analyseArticle(createTextArticle(text, metadata))
}
