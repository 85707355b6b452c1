import { linearEngine } from '../../pipeline/attributions/linear/engine.ts'
import { useSharedModel } from '../../pipeline/attributions/linear/model/model-file.ts'
import { createAnalyser } from './create-analyser.ts'

/** An {@link Analyser} by the linear model and the rules. */
export const { STAGES, analyseArticle, withRules, withoutNameGender } = createAnalyser(linearEngine)

/** Takes over the memory of the model that the main thread read. */
export const useShared = useSharedModel
