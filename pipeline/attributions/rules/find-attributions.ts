import type { SpanRole } from '../../../src/domain/labels.ts'
import type { Candidate, QuotationsLayer, Token, TokensLayer } from '../../../src/domain/layers.ts'
import type { Span } from '../../../src/domain/span.ts'
import { actOf, actOfContent } from '../acts.ts'
import type { Found, UnlinkedAttribution } from '../found.ts'
import type { CueRule } from './cue-rule.ts'
import { type CueRuleSet, OWN_RULES } from './cue-rule-set.ts'
import { isOpen } from './match/anchors.ts'
import { matchRule, type ParsedPattern, type RuleMatch } from './match/match-rule.ts'
import { readVerbGroup } from './match/phrases/verb-group.ts'
import { type Range, type Reading, readArticle, sentenceOf, spanOf } from './match/reading.ts'

/** Finds attributions by the cue rules. Every span is UTF-16 and lies inside the text. */
export function findAttributions(
  text: string,
  tokens: TokensLayer,
  quotations: QuotationsLayer,
  stage: { readonly name: string; readonly version: number },
  { index, patterns }: CueRuleSet = OWN_RULES,
): Found<UnlinkedAttribution> {
  const reading = readArticle(text, tokens, quotations)
  const matches: RuleMatch[] = []
  const candidates: Candidate[] = []
  for (let i = 0; i < reading.tokens.length; i += 1) {
    const anchors = index.at(reading, i)
    if (anchors.length === 0) continue
    const group = readVerbGroup(reading, i, sentenceOf(reading, i).firstToken)
    // A word of one cue is no other's: "quoted … as saying".
    if (matches.at(-1)?.roles.cue.some(({ from, to }) => from <= i && i < to) === true) continue
    for (const anchor of anchors) {
      if (!appliesAt(reading, anchor.rule, anchor.from)) continue
      if (reading.quotationAt[i] !== -1) {
        // What may be any verb is found wherever one stands, which tells nobody anything.
        if (isOpen(anchor.rule.cue)) continue
        candidates.push(rejected(reading, i, stage.name, anchor.rule.id, 'The cue stands inside a quotation.'))
        break
      }
      const match = matchRule(reading, anchor, patterns.get(anchor.rule.match) as ParsedPattern, group)
      if (match === null) continue
      matches.push(match)
      const [source] = match.roles.source
      if (source !== undefined) reading.latestSource.set((reading.tokens[i] as Token).sentence, source)
      i = Math.max(i, anchor.to - 1)
      break
    }
  }
  return { attributions: matches.map(match => toAttribution(reading, match, stage)), candidates }
}

function appliesAt(reading: Reading, { where = 'text' }: CueRule, at: number): boolean {
  if (where === 'text') return true
  const sentence = sentenceOf(reading, at)
  const paragraph = reading.layer.paragraphs[sentence.paragraph]
  if (paragraph === undefined) return false
  return paragraph.heading && at > sentence.firstToken
}

function toAttribution(
  reading: Reading,
  match: RuleMatch,
  stage: { readonly name: string; readonly version: number },
): UnlinkedAttribution {
  const { rule, roles, relay } = match
  const head = reading.tokens[match.head] as Token
  const content = spansOf(reading, roles, 'content')
  return {
    cue: spansOf(reading, roles, 'cue'),
    cueLemma: head.lemma,
    source: spansOf(reading, roles, 'source'),
    content,
    addressee: spansOf(reading, roles, 'addressee'),
    ...(relay === null ? {} : { relay: spanOf(reading, relay) }),
    act: rule.act ?? actOfContent(reading.tokens, head.lemma, content) ?? actOf(phraseOf(reading, match), head.lemma),
    confidence: rule.confidence,
    evidence: [{ stage: stage.name, version: stage.version, rule: rule.id, detail: detailOf(rule) }],
  }
}

function detailOf({ reason, rulesDigest }: CueRule): Readonly<Record<string, unknown>> {
  return rulesDigest === undefined ? { reason } : { reason, rules: rulesDigest }
}

/** Lemmas of the cue's head and the words that follow it in the cue ("call for"). */
function phraseOf(reading: Reading, match: RuleMatch): string {
  const range = match.roles.cue.find(({ from, to }) => from <= match.head && match.head < to)
  return reading.tokens
    .slice(match.head, range?.to ?? match.head + 1)
    .map(token => token.lemma)
    .join(' ')
}

function spansOf(reading: Reading, roles: Readonly<Record<SpanRole, readonly Range[]>>, role: SpanRole): Span[] {
  return roles[role].map(range => spanOf(reading, range))
}

function rejected(reading: Reading, at: number, stage: string, rule: string, reason: string): Candidate {
  const { start, end } = reading.tokens[at] as Token
  return { start, end, stage, rule, reason }
}
