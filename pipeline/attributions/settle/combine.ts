import type { Attribution, Candidate, Token, TokensLayer } from '../../../src/domain/layers.ts'
import { isNewsroomRule } from '../../../src/domain/newsroom-rules.ts'
import type { Span } from '../../../src/domain/span.ts'
import { actOfCue } from '../acts.ts'
import { CueIndex } from '../cue-index.ts'
import type { Found, ProposedAttribution, UnlinkedAttribution } from '../found.ts'
import { HEARER_RULES } from '../rules/cues/hearer-rules.ts'
import { PLEA_RULES } from '../rules/cues/plea-rules.ts'
import { REFUSAL_RULES } from '../rules/cues/refusal-rules.ts'
import { RELAY_RULES } from '../rules/cues/relay-rules.ts'
import { FORMS } from '../rules/forms/form.ts'
import type { Trust } from '../trust.ts'
import { describeDoubt } from './doubtful.ts'
import { findOuter, prepareEndInside } from './inside-outer.ts'
import { prepareParents } from './link-parents.ts'
import { reconcileContent } from './reconcile-content.ts'

/**
 * Rules that decide even where the model reads otherwise: the corpus that it learned from gives refusals a content, and
 * knows neither transcripts nor the two halves of a conditional, and takes who quotes for who says.
 */
const SURER_RULES: ReadonlySet<string> = new Set([
  'as-source-put-it',
  'clause-denied-by-source',
  'clause-denied-by-source-passive',
  'clause-repeated-by-source',
  'clause-repeated-by-source-passive',
  'conditional-source-cue-clause',
  'heading-clause-dash-source',
  'heading-quotation-colon',
  'heading-speaker-colon',
  'impersonal-learnt',
  'in-sources-words',
  'in-words-of-source',
  ...REFUSAL_RULES.map(({ id }) => id),
  ...PLEA_RULES.map(({ id }) => id),
  'quotation-in-words-of',
  'quotation-is-how-source-put-it',
  'quotation-is-sources-message',
  'quotation-is-what-source-called',
  ...RELAY_RULES.map(({ id }) => id),
  ...Object.keys(FORMS),
])

/** A newsroom's rule is what its makers want, whatever a model was trained for. */
function isSurer(rule: string): boolean {
  return SURER_RULES.has(rule) || isNewsroomRule(rule)
}

/** Rules that decide wherever the model reads an attribution at all, and are too often wrong where it does not. */
const SURER_READINGS: ReadonlySet<string> = new Set([
  'source-describe-as',
  'source-wants-to-know',
  'shared-source-wants-to-know',
  'quotation-source-wants-to-know',
  'what-source-called-quotation',
])

const HEARING: ReadonlySet<string> = new Set(HEARER_RULES.map(({ id }) => id))

/** Rules whose content may be another's whole attribution, and those that read such a one most surely: by its quotation. */
const OUTER_RULES: ReadonlySet<string> = new Set([
  'clause-according-to-source',
  'clause-cue-somebody',
  'clause-cue-source',
  'clause-document-shows',
  'clause-source-cue',
  'clause-source-told',
])
const QUOTING_RULES: ReadonlySet<string> = new Set([
  'quotation-cue-source',
  'quotation-source-cue',
  'quotation-source-told',
])

/** Whom a source cites in turn is kept whoever is sure of it: the way of a claim to the article rests on it. */
const CITING: ReadonlySet<string> = new Set(['cite', 'quote'])

/**
 * Joins what an engine and the rules found in one article. The engine decides wherever both read a cue; rules add what
 * it missed when they are sure enough, decide alone where they are surer, and lend act and addressee. Attributions that
 * share a word of their cues are one. What a rule found and nobody trusts becomes a candidate.
 */
export function combineAttributions(
  text: string,
  tokens: TokensLayer,
  learned: Found<ProposedAttribution>,
  ruled: Found<UnlinkedAttribution>,
  trust: Trust,
): Found<UnlinkedAttribution> {
  const candidates: Candidate[] = [...learned.candidates, ...ruled.candidates]
  const byLearnedCue = new CueIndex(learned.attributions)
  const byRuledCue = new CueIndex(ruled.attributions)
  const outer = findOuter(
    ruled.attributions,
    one => OUTER_RULES.has(ruleOf(one)),
    one => QUOTING_RULES.has(ruleOf(one)),
  )
  const decided = ruled.attributions.filter(
    rule => isSurer(ruleOf(rule)) || (SURER_READINGS.has(ruleOf(rule)) && byLearnedCue.has(rule.cue)),
  )
  const byDecidedCue = new CueIndex(decided)
  const attributions: UnlinkedAttribution[] = []
  const decidedContents = new Set(decided.map(toContentKey))
  for (const one of learned.attributions) {
    if (byDecidedCue.has(one.cue)) continue
    if (one.content.length > 0 && decidedContents.has(toContentKey(one))) {
      candidates.push(toUntrusted(one, 'A rule that is surer reads the same words with another cue.'))
      continue
    }
    const rule = byRuledCue.find(one.cue)
    if (one.confidence < (rule === undefined ? trust.leastAlone : trust.leastWithRule)) {
      candidates.push(toUntrusted(one, describeUnsure(one)))
      continue
    }
    const { settledConfidence, ...proposed } = one
    const joined =
      rule === undefined ? withoutRule(tokens.tokens, proposed) : joinRule(text, proposed, rule, outer.has(rule))
    const doubt = describeDoubt(text, tokens, joined, trust.doubt)
    if (doubt === null) attributions.push({ ...joined, confidence: settledConfidence ?? one.confidence })
    else candidates.push(toUntrusted(one, doubt))
  }
  for (const rule of decided) attributions.push(rule)
  const findParent = prepareParents([...attributions])
  const endInside = prepareEndInside<UnlinkedAttribution>(text, [...attributions])
  const byCue = new CueIndex(attributions)
  for (const whole of ruled.attributions) {
    if (byCue.has(whole.cue)) continue
    const rule = endInside(whole)
    const nested = findParent(rule) !== null
    const enough = isCiting(rule) || outer.has(whole) ? 0 : nested ? trust.sureEnoughNested : trust.sureEnough
    if (rule.confidence >= enough) {
      attributions.push(nested || outer.has(whole) ? rule : { ...rule, confidence: rule.confidence * trust.passedOver })
      byCue.add(rule)
    } else candidates.push(toUntrusted(rule, describePassedOver(rule)))
  }
  return { attributions, candidates }
}

function withoutRule(tokens: readonly Token[], one: ProposedAttribution): UnlinkedAttribution {
  return { ...one, addressee: [], act: actOfCue(tokens, one.cue, one.cueLemma, one.content) }
}

function joinRule(
  text: string,
  learned: ProposedAttribution,
  { act, addressee, evidence, ...rule }: UnlinkedAttribution,
  isOuter: boolean,
): UnlinkedAttribution {
  const ruleId = evidence[0]?.rule ?? ''
  const [ruled] = rule.source
  // No engine learned that a content may be a whole attribution.
  // "“Stop,” whined the cellist": where the model sees nobody beside a quotation, it may take who speaks for what is said.
  const isQuoted = learned.source.length === 0 && ruled !== undefined && ruleId.startsWith('quotation-')
  const content =
    isQuoted ||
    isOuter ||
    breaksOff(ruleId, learned.content, rule.content) ||
    takesAddressee(learned, rule.content, addressee, evidence)
      ? rule.content
      : reconcileContent(text, learned.content, rule.content)
  // A model takes who is told for who tells, and passes over who speaks behind an aside ("the agency, citing police, said").
  // A date between commas is nobody.
  const isAside =
    learned.source.length === 0 && ruled !== undefined && /\D/u.test(text[ruled.start] ?? '') && text[ruled.end] === ','
  // "Said A and warned that B": one whom the model sees no source beside, and whose source a rule for just that form knows.
  const isShared = learned.source.length === 0 && ruleId.startsWith('shared-source')
  const isRuled = isQuoted || isAside || isShared || (isOuter && learned.source.length > 1) || HEARING.has(ruleId)
  const source = isRuled ? rule.source : chooseSource(learned.source, rule.source, evidence)
  const decides = [
    ...['act', 'addressee'],
    ...(content === learned.content ? [] : ['content']),
    ...(source === learned.source ? [] : ['source']),
  ]
  return {
    ...learned,
    source,
    content,
    act,
    addressee,
    evidence: [...learned.evidence, ...evidence.map(one => ({ ...one, detail: { ...one.detail, decides } }))],
  }
}

/**
 * The model's, unless it joins the speaker beside a quotation to another one: in "“We lost,” said Lee, and “they won,” said Roy",
 * each has one.
 */
function chooseSource(
  own: readonly Span[],
  other: readonly Span[],
  [decided]: Attribution['evidence'],
): readonly Span[] {
  const [only, second] = other
  if (own.length < 2 || only === undefined || second !== undefined) return own
  if (decided?.rule.startsWith('quotation-') !== true) return own
  return own.some(({ start, end }) => start < only.end && only.start < end) ? other : own
}

/** "Were told to close | on Friday": what somebody is told to do has its time and place. */
function breaksOff(ruleId: string, own: readonly Span[], [other]: readonly Span[]): boolean {
  const part = own.find(({ start }) => start === other?.start)
  return HEARING.has(ruleId) && other !== undefined && part !== undefined && part.end < other.end
}

/** "Told the paper the vote was lost": the model sometimes takes whom somebody tells for what is told. */
function takesAddressee(
  learned: ProposedAttribution,
  content: readonly Span[],
  [addressee]: readonly Span[],
  [decided]: Attribution['evidence'],
): boolean {
  const [own, other] = [learned.content[0], content[0]]
  if (decided?.rule.startsWith('source-told') !== true || addressee === undefined) return false
  return own?.start === addressee.start && other !== undefined && other.start >= addressee.end && other.start < own.end
}

function isCiting({ cueLemma, evidence: [decided] }: ProposedAttribution): boolean {
  return CITING.has(cueLemma) && decided?.rule.startsWith('shared-source') === true
}

function toContentKey({ content }: ProposedAttribution): string {
  return content.map(({ start, end }) => `${start}-${end}`).join(' ')
}

function ruleOf({ evidence }: ProposedAttribution): string {
  return evidence[0]?.rule ?? ''
}

function toUntrusted(one: ProposedAttribution, reason: string): Candidate {
  const { start, end } = one.cue[0] as Span
  const { stage } = one.evidence[0] as Attribution['evidence'][number]
  return { start, end, stage, rule: ruleOf(one), reason }
}

function describeUnsure({ confidence }: ProposedAttribution): string {
  return `The verifier gives it ${confidence.toFixed(2)}, and no rule reads the cue.`
}

function describePassedOver({ confidence }: ProposedAttribution): string {
  return `Only a rule found it, and ${Math.round(confidence * 100)} in 100 of its kind are right.`
}
