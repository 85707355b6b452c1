/** One feature with its value, and by how much it moved the log-odds. */
interface Reason {
  readonly feature: string
  readonly value: number
  readonly weight: number
}

/** What evidence tells of a decision of the learned model. */
interface Verdict {
  /** That the whole attribution is right. */
  readonly probability: number
  /** That the word heads a cue. */
  readonly cueProbability: number
  readonly for: readonly Reason[]
  readonly against: readonly Reason[]
  /** Whether it was found inside the content of another, read as a text of its own. */
  readonly nested?: boolean
}

/** Whether evidence is the learned model's. */
export function isVerdict(
  detail: Readonly<Record<string, unknown>>,
): detail is Readonly<Record<string, unknown>> & Verdict {
  return typeof detail.probability === 'number' && Array.isArray(detail.for) && Array.isArray(detail.against)
}

/** The model's decision in words, for any page or terminal. */
export interface VerdictWords {
  readonly sentence: string
  /** What spoke for it and against it, the loudest first: `cue score 4.2 (+1.50)`. */
  readonly for: readonly string[]
  readonly against: readonly string[]
}

/** How sure the model was, and why. */
export function describeVerdict(verdict: Verdict): VerdictWords {
  const nested = verdict.nested === true ? ' The content of the outer claim was read by itself.' : ''
  return {
    sentence:
      `The learned model holds it right with ${verdict.probability.toFixed(2)}, its word for a cue with ` +
      `${verdict.cueProbability.toFixed(2)}.${nested}`,
    for: verdict.for.map(describeReason),
    against: verdict.against.map(describeReason),
  }
}

function describeReason({ feature, value, weight }: Reason): string {
  return `${feature} ${value} (${weight > 0 ? '+' : '−'}${Math.abs(weight).toFixed(2)})`
}
