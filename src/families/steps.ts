import type { AcrossStep } from './across-step.ts'
import { repliesStep } from './replies/replies-step.ts'
import { familiesStep } from './storing/families-step.ts'
import { enterVersions } from './versions/enter-versions.ts'

/** Every step, in the order in which articles are entered: one is one more entry here. */
export const STEPS: readonly AcrossStep[] = [familiesStep, enterVersions, repliesStep]

/** Each step's version has this many numbers within the version of all. */
const VERSIONS_OF_STEP = 1000

/** The version of all steps together, by which `across_entry` knows what waits; never 0, which is for what waits. */
export const STEPS_VERSION = STEPS.reduce((all, { version }) => all * VERSIONS_OF_STEP + version, 1)

/** In its place: what steps find at once is found, and the others wait for it. */
export const FOUND_AT_ONCE = -1 - STEPS_VERSION
