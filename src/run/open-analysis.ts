import { HearsayError } from '../domain/errors.ts'
import type { NewsroomRules } from '../domain/newsroom-rules.ts'
import type { ArticleRecord } from '../domain/record.ts'
import { readRuntimeVersion } from '../nlp/onnx.ts'
import type { ArticleMetadata } from '../read/article/create-article.ts'
import { createTextArticle } from '../read/article/create-text-article.ts'
import type { Analyser } from './analyser.ts'
import { checkExamples } from './analysing/check-examples.ts'
import type { OwnAnalyser } from './create-analyser.ts'
import type { EngineName } from './engines.ts'

/** Finds the claims of one text in this thread. */
export type Analysis = (text: string, metadata?: ArticleMetadata) => Promise<ArticleRecord>

/** Loaded when one is asked for: that takes longer than all the rest of a command. */
const ANALYSERS: Readonly<Record<EngineName, () => Promise<OwnAnalyser>>> = {
  async encoder() {
    // So that who asks hears at once of a runtime that cannot be loaded.
    await readRuntimeVersion()
    return await import('./analyse-encoder.ts')
  },
  linear: () => import('./analyse-linear.ts'),
  rules: () => import('./analyse-rules.ts'),
}

/** What an engine may be given beside its name. */
export interface AnalyserChoices {
  /** A newsroom's, whose examples are run. */
  readonly rules?: NewsroomRules | null
  /** Folder of another model of the encoder than this version's, told before any analyser of it is loaded. */
  readonly model?: string | null
  /** Whether first names may tell a gender; they may unless told otherwise. */
  readonly nameGender?: boolean
}

/**
 * The analyser of an engine.
 *
 * @throws HearsayError (2) where the runtime of the encoder cannot be loaded, the folder holds no model, or an example of
 *   the rules does not come out
 */
export async function loadAnalyser(
  engine: EngineName,
  { rules = null, model = null, nameGender = true }: AnalyserChoices = {},
): Promise<Analyser> {
  if (model !== null && engine === 'encoder') {
    const { readEncoderFacts } = await import('./model/encoder-facts.ts')
    await readEncoderFacts(model)
  }
  const made = await ANALYSERS[engine]()
  // Rules take over what was chosen before them.
  const loaded = nameGender ? made : made.withoutNameGender()
  if (rules === null) return loaded
  const analyser = loaded.withRules(rules)
  const wrong = await checkExamples(analyser, rules)
  if (wrong !== null) throw new HearsayError(wrong, 'rules-invalid')
  return analyser
}

/** An engine with all other stages. Throws as {@link loadAnalyser}. */
export async function openAnalysis(engine: EngineName, choices: AnalyserChoices = {}): Promise<Analysis> {
  const { analyseArticle } = await loadAnalyser(engine, choices)
  return async (text, metadata) => await analyseArticle(createTextArticle(text, metadata))
}
