/** One feature with its value, and by how much it moved the log-odds. */
interface Reason {
  readonly feature: string
  readonly value: number
  readonly weight: number
}

/** What evidence tells of a decision of a learned model. */
type Verdict = LinearVerdict | EncoderVerdict

interface Probabilities {
  /** That the whole attribution is right. */
  readonly probability: number
  /** That the word is one of a cue. */
  readonly cueProbability: number
}

interface EncoderVerdict extends Probabilities {
  /** That the cue has a source and a content at all. */
  readonly verdictProbability: number
  /** That its words are these, among all that they could be. */
  readonly spansProbability: number
}

interface LinearVerdict extends Probabilities {
  readonly for: readonly Reason[]
  readonly against: readonly Reason[]
  /** Whether it was found inside the content of another, read as a text of its own. */
  readonly nested?: boolean
}

/** Whether evidence is a learned model's. */
export function isVerdict(
  detail: Readonly<Record<string, unknown>>,
): detail is Readonly<Record<string, unknown>> & Verdict {
  if (typeof detail.probability !== 'number') return false
  return isEncoder(detail) || (Array.isArray(detail.for) && Array.isArray(detail.against))
}

function isEncoder(detail: object): detail is EncoderVerdict {
  return 'verdictProbability' in detail && 'spansProbability' in detail
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
  if (isEncoder(verdict)) {
    const [right, cue, any, spans] = [
      verdict.probability,
      verdict.cueProbability,
      verdict.verdictProbability,
      verdict.spansProbability,
    ].map(one => one.toFixed(2))
    return {
      sentence:
        `The encoder holds it right with ${right}: its word for a cue with ${cue}, that somebody says something there ` +
        `with ${any}, and that the words of cue, source and content are exactly these with ${spans}.`,
      for: [],
      against: [],
    }
  }
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
