import type { Attribution, AttributionsLayer, Candidate } from '../../src/domain/layers.ts'
import { type Span, sliceOf } from '../../src/domain/span.ts'
import { actOf } from './acts.ts'

/**
 * Rules that decide even where the model reads otherwise: the corpus that it learned from gives refusals a content, and
 * knows neither transcripts nor the two halves of a conditional.
 */
const SURER_RULES: ReadonlySet<string> = new Set([
  'as-source-put-it',
  'conditional-source-cue-clause',
  'line-colon',
  'source-describe-as',
  'source-refusal',
])

/** Where the model finds nothing, a rule's attribution is kept when at least this share of its kind is right. */
const SURE_ENOUGH = 0.7

/**
 * Joins what the model and the rules found in one article. The model decides wherever both read a cue; rules add what
 * it missed when they are sure enough, decide alone where they are surer, and lend act and addressee. What a rule found
 * and nobody trusts becomes a candidate.
 */
export function combineAttributions(
  text: string,
  learned: AttributionsLayer,
  ruled: AttributionsLayer,
): AttributionsLayer {
  const ruleAt = new Map(ruled.attributions.flatMap(rule => rule.cue.map(span => [span.end, rule] as const)))
  const learnedEnds = new Set<number>()
  const attributions: Attribution[] = []
  const positions = new Map<number, number>()
  for (const [i, attribution] of learned.attributions.entries()) {
    const rule = attribution.cue.map(({ end }) => ruleAt.get(end)).find(found => found !== undefined)
    if (rule !== undefined && SURER_RULES.has(ruleOf(rule))) continue
    for (const { end } of attribution.cue) learnedEnds.add(end)
    positions.set(i, attributions.length)
    attributions.push(
      rule === undefined
        ? { ...attribution, act: actOf(phraseOf(text, attribution), attribution.cueLemma) }
        : {
            ...attribution,
            act: rule.act,
            addressee: rule.addressee,
            evidence: [...attribution.evidence, ...rule.evidence],
          },
    )
  }
  const joined = attributions.map(attribution => ({
    ...attribution,
    parent: attribution.parent === null ? null : (positions.get(attribution.parent) ?? null),
  }))
  const candidates: Candidate[] = [...learned.candidates, ...ruled.candidates]
  for (const rule of ruled.attributions) {
    if (rule.cue.some(({ end }) => learnedEnds.has(end))) continue
    if (SURER_RULES.has(ruleOf(rule)) || rule.confidence >= SURE_ENOUGH) joined.push(rule)
    else candidates.push(toCandidate(rule))
  }
  return { attributions: joined, candidates }
}

function ruleOf({ evidence }: Attribution): string {
  return evidence[0]?.rule ?? ''
}

/** The cue's words with its head as a lemma: "called for" is "call for". */
function phraseOf(text: string, { cue, cueLemma }: Attribution): string {
  const words = cue
    .map(span => sliceOf(text, span).toLowerCase())
    .join(' ')
    .split(/\s+/)
  return [cueLemma, ...words.slice(1)].join(' ')
}

function toCandidate(rule: Attribution): Candidate {
  const [first] = rule.cue as [Span]
  const { stage } = rule.evidence[0] as { stage: string }
  const reason = `Only a rule found it, and ${Math.round(rule.confidence * 100)} in 100 of its kind are right.`
  return { start: first.start, end: first.end, stage, rule: ruleOf(rule), reason }
}
