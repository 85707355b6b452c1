import * as learned from '../../../src/run/analyse-linear.ts'
import { poisoned } from './poisoned.ts'

/* The real analyser, which obeys poisons. */

export const { STAGES, useShared } = learned
export const analyseArticle = poisoned(learned)
