/*
 * What `across_entry` holds besides the version by which an article was entered. Whatever changes of an article sets its row to 0,
 * so that what was entered of it meanwhile is entered again.
 */

export const WAITS = 0
/** It is being entered with all others at once; where that was broken off, nothing of it holds. */
export const BEING_ENTERED = -1
