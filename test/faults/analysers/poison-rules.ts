import * as rules from '../../../src/run/analyse-rules.ts'
import { poisoned } from './poisoned.ts'

/* The rules alone, which obey poisons. */

export const { STAGES } = rules
export const analyseArticle = poisoned(rules)
