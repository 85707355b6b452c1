const NEGATION = /(?:^|\s)(?:not|never|no longer|cannot)(?:\s|$)|n['’]t(?:\s|$)/iu
const HEDGED_CUE =
  /\b(?:reportedly|allegedly|apparently|purportedly|supposedly|may|might|could|would|appear(?:s|ed)?|seem(?:s|ed)?|suggest(?:s|ed)?|hint(?:s|ed)?)\b/iu

/** Whether the cue itself is denied: "did not say that". */
export function isNegated(cue: string): boolean {
  return NEGATION.test(cue)
}

/** Whether the cue weakens what it attributes: "reportedly", "might say". */
export function isHedged(cue: string): boolean {
  return HEDGED_CUE.test(cue)
}
