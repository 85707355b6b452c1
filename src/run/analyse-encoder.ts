import { encoderEngine } from '../../pipeline/attributions/encoder/engine.ts'
import { useSharedModel } from '../../pipeline/attributions/linear/model-file.ts'
import { createAnalyser } from './create-analyser.ts'

/** An {@link Analyser} by the encoder and the rules. */
export const { STAGES, analyseArticle } = createAnalyser(encoderEngine)

/** Takes over the memory of the linear model, which reads what lies inside contents. */
export const useShared = useSharedModel
