/** How far an engine is to be trusted beside the rules. Chosen on PolNeAR's development set. */
export interface Trust {
  /** The engine's attributions are kept from this probability when no rule reads the cue … */
  readonly leastAlone: number
  /** … and from this one when a rule does. The engine has to propose that many: see {@link leastProposed}. */
  readonly leastWithRule: number
  /** Where the engine finds nothing, a rule's attribution is kept when at least this share of its kind is right … */
  readonly sureEnough: number
  /** … or this share, where its cue stands in the content of another: what no engine ever learned to find. */
  readonly sureEnoughNested: number
  /**
   * That the engine passed over what a rule found speaks against it: of such, this share of the rule's own is right. Not
   * in the content of another, where no engine looks.
   */
  readonly passedOver: number
  readonly doubt: Doubt
}

/** When an attribution of an engine's is kept in spite of what speaks against it. */
export interface Doubt {
  /** From this confidence … */
  readonly leastDoubtful: number
  /** … and from this one when it seems to give a thing its name, which engines take for speech more often. */
  readonly leastNaming: number
}

/** Probability from which an engine's attributions are to be proposed. */
export function leastProposed({ leastAlone, leastWithRule }: Trust): number {
  return Math.min(leastAlone, leastWithRule)
}
