import type { AcrossStep } from './across-step.ts'
import { repliesStep } from './replies/replies-step.ts'
import { familiesStep } from './storing/families-step.ts'
import { enterVersions } from './versions/enter-versions.ts'

/** Every step, in the order in which articles are entered: one is one more entry here, and its version one in `STEP_VERSIONS`. */
export const STEPS: readonly AcrossStep[] = [familiesStep, enterVersions, repliesStep]
