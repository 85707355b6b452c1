import type { Article } from '../../src/domain/article.ts'
import { CodePointOffsets } from '../../src/domain/code-points.ts'
import type {
  Attribution,
  Claim,
  ClaimsLayer,
  QuotationsLayer,
  SourcesLayer,
  TokensLayer,
} from '../../src/domain/layers.ts'
import { hashClaim } from '../../src/domain/record-id.ts'
import { sliceOf } from '../../src/domain/span.ts'
import type { Stage } from '../../src/domain/stage.ts'
import { corroborate } from './corroborate.ts'
import { isHedged, isNegated } from './polarity.ts'
import { quotationTypeOf } from './quotation-type.ts'

/** Attributions with their sources as claims: type of quotation, act, polarity, hedge, confidence, id. */
export const claimsStage: Stage<'tokens' | 'quotations' | 'attributions' | 'sources', 'claims'> = {
  name: 'claims',
  version: 5,
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
  const claims: Claim[] = []
  const seen = new Set<string>()
  for (const [i, attribution] of attributions.entries()) {
    const id = ids[i] as string
    // Two attributions with the same cue and content are one claim.
    if (seen.has(id) || tellsWhoIsCited(attribution, i)) continue
    seen.add(id)
    const cue = attribution.cue.map(span => sliceOf(article.text, span)).join(' ')
    claims.push({
      id,
      attribution: i,
      source: sourceOf[i] ?? null,
      quotation: quotationTypeOf(article.text, attribution.cue, attribution.content, quotations),
      act: attribution.act,
      negated: attribution.act !== 'no-comment' && isNegated(cue),
      hedged: isHedged(cue),
      confidence: attribution.confidence,
      parent: attribution.parent === null ? null : (ids[attribution.parent] ?? null),
      cited: citedOf[i] ?? null,
      relayed: relayedOf[i] ?? null,
      corroboratedBy: null,
      evidence: attribution.evidence,
    })
  }
  return { claims: corroborate(tokens, attributions, sources, claims) }
}
