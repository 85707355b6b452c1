import { encoderEngine } from '../../pipeline/attributions/encoder/engine.ts'
import { useSharedModel } from '../../pipeline/attributions/linear/model/model-file.ts'
import { createAnalyser } from './create-analyser.ts'
import { chooseModel } from './model/choose-model.ts'

chooseModel()

/** An {@link Analyser} by the encoder and the rules. */
export const { STAGES, analyseArticle, withRules, withoutNameGender } = createAnalyser(encoderEngine)

/** Takes over the memory of the linear model, which reads what lies inside contents. */
export const useShared = useSharedModel
