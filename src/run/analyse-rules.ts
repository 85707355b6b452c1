import { rulesEngine } from '../../pipeline/attributions/rules/engine.ts'
import { createAnalyser } from './create-analyser.ts'

/** An {@link Analyser} by the rules alone. */
export const { STAGES, analyseArticle, withRules, withoutNameGender } = createAnalyser(rulesEngine)
