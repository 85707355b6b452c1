import type { Article } from '../../src/domain/article.ts'
import type {
  Attribution,
  Candidate,
  Claim,
  ClaimsLayer,
  QuotationsLayer,
  SourcesLayer,
  TokensLayer,
} from '../../src/domain/layers.ts'
import { hashClaim } from '../../src/domain/record-id.ts'
import type { Span } from '../../src/domain/span.ts'
import type { Stage } from '../../src/domain/stage.ts'
import { CodePointOffsets } from '../../src/domain/text/code-points.ts'
import { contextOf } from './claim-context.ts'
import { corroborate } from './corroborate.ts'
import { readCueWords } from './cue-words.ts'
import { isHedged, isNegated } from './polarity.ts'
import { quotationTypeOf } from './quotation-type.ts'

const HOP = 'It tells whom the source of another claim cites, which that claim keeps.'
const TWICE = 'Another attribution with the same cue and content is this claim.'

/** Attributions with their sources as claims: type of quotation, act, polarity, hedge, confidence, id. */
export const claimsStage: Stage<'tokens' | 'quotations' | 'attributions' | 'sources', 'claims'> = {
  name: 'claims',
  version: 8,
  needs: ['tokens', 'quotations', 'attributions', 'sources'],
  adds: ['claims'],
  run: (article, { tokens, quotations, attributions, sources }) => ({
    claims: makeClaims(article, tokens, quotations, attributions.attributions, sources),
  }),
}

function makeClaims(
  article: Article,
  tokens: TokensLayer,
  { quotations }: QuotationsLayer,
  attributions: readonly Attribution[],
  { sources, sourceOf, citedOf, relayedOf }: SourcesLayer,
): ClaimsLayer {
  const points = new CodePointOffsets(article.text)
  const ids = attributions.map(({ cue, content }) =>
    hashClaim(
      article.id,
      cue.map(span => points.of(span)),
      content.map(span => points.of(span)),
    ),
  )
  const cited = new Set(citedOf.flatMap(index => (index === null ? [] : [sources[index]?.spans[0]?.start])))
  // ", citing two officials": they are a hop on the way of what is said, which is the claim.
  const tellsWhoIsCited = ({ cueLemma, content }: Attribution, i: number) =>
    (cueLemma === 'cite' || cueLemma === 'quote') && citedOf[i] === null && cited.has(content[0]?.start)
  const hops = attributions.map(tellsWhoIsCited)
  /** What a hop holds is in the content of whatever holds the hop. */
  const parentOf = ({ parent }: Attribution): string | null => {
    let index = parent
    while (index !== null && hops[index] === true) index = (attributions[index] as Attribution).parent
    return index === null ? null : (ids[index] ?? null)
  }
  const claims: Claim[] = []
  const candidates: Candidate[] = []
  /** "It goes on from claim …", where that one is a claim. */
  const evidenceOf = ({ evidence, goesOnFrom }: Attribution): Claim['evidence'] => {
    const from = goesOnFrom === undefined ? undefined : ids[goesOnFrom]
    if (from === undefined || !seen.has(from)) return evidence
    return evidence.map(one => ({ ...one, detail: { ...one.detail, goesOnFrom: from } }))
  }
  const seen = new Set<string>()
  for (const [i, attribution] of attributions.entries()) {
    const id = ids[i] as string
    if (seen.has(id) || hops[i] === true) {
      candidates.push(toCandidate(attribution, hops[i] === true ? HOP : TWICE))
      continue
    }
    seen.add(id)
    const source = sourceOf[i] ?? null
    const cue = readCueWords(tokens.tokens, attribution)
    const name = source === null ? null : (sources[source]?.name?.value ?? null)
    claims.push({
      id,
      attribution: i,
      source,
      quotation: quotationTypeOf(article.text, attribution.cue, attribution.content, quotations),
      act: attribution.act,
      // Who says nothing neither denies nor weakens what is said.
      negated: attribution.act !== 'no-comment' && isNegated(cue, name),
      hedged: attribution.act !== 'no-comment' && isHedged(cue),
      confidence: attribution.confidence,
      context: contextOf(tokens.sentences, attribution),
      parent: parentOf(attribution),
      cited: citedOf[i] ?? null,
      relayed: relayedOf[i] ?? null,
      corroboratedBy: null,
      evidence: evidenceOf(attribution),
    })
  }
  return { claims: corroborate(tokens, attributions, sources, claims), candidates }
}

function toCandidate({ cue, evidence }: Attribution, reason: string): Candidate {
  const { start, end } = cue[0] as Span
  return { start, end, stage: claimsStage.name, rule: evidence[0]?.rule ?? '', reason }
}
