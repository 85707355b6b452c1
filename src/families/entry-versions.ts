/*
 * What `across_entry` holds besides the version by which an article was entered. Whatever changes of an article sets its row to 0,
 * so that what was entered of it meanwhile is entered again.
 */

export const WAITS = 0
/** It is being entered with all others at once; where that was broken off, nothing of it holds. */
export const BEING_ENTERED = -1

/** Of each step; raise it when what it finds changes: everything waits to be entered anew. Here, so that whoever counts what waits loads no step. */
export const STEP_VERSIONS = { families: 2, versions: 1, replies: 4 } as const

/** Each step's version has this many numbers within the version of all. */
const VERSIONS_OF_STEP = 1000

/** The version of all steps together, by which `across_entry` knows what waits; never 0, which is for what waits. */
export const STEPS_VERSION = Object.values(STEP_VERSIONS).reduce<number>(
  (all, version) => all * VERSIONS_OF_STEP + version,
  1,
)

/** In its place: what steps find at once is found, and the others wait for it. */
export const FOUND_AT_ONCE = -1 - STEPS_VERSION
