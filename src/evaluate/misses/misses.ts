import { CodePointText } from '../../domain/text/code-point-text.ts'
import {
  type Agreement,
  CONTENT_IOU,
  type ComparedAttribution,
  type Comparison,
  compareArticle,
  type ScoredPair,
} from '../compare.ts'
import { type CueSelection, selectCues } from '../cue-selection.ts'
import { rateOf } from '../figures/figure.ts'
import { coversNotClaim } from '../not-claim.ts'
import { countCommon } from '../words/token-set.ts'
import { tokensOf } from '../words/tokenise.ts'
import { quoteSpans, showCue } from './excerpt.ts'

/** `not-claim`: taken for a claim though gold says it is none; `wrong`: matched, but the relation does not agree. */
const MISS_KINDS = ['not-claim', 'missed', 'wrong', 'unknown'] as const
export type MissKind = (typeof MISS_KINDS)[number]

export interface Miss {
  readonly kind: MissKind
  /** Id of the gold attribution, or null when gold has none (or it has no id). */
  readonly gold: string | null
  /** Id of the prediction, or null when there is none (or it has no id). */
  readonly predicted: string | null
  readonly required: boolean
  /** What does not agree, in words: "source differs (…); content IoU 0.31". */
  readonly reason: string
  /** The words around the cue, which stands in square brackets. */
  readonly excerpt: string
}

export interface ArticleMisses {
  readonly article: string
  /** Relation F1 of the article, in [0, 1]. */
  readonly relation: number
  /** Worst first: by kind, required ones before others, then as in the text. */
  readonly misses: readonly Miss[]
}

/**
 * What went wrong, article by article, the worst article first (lowest relation F1, then most misses). Articles where
 * everything agrees are left out.
 *
 * @throws HearsayError (usage) when a pair's two texts differ.
 */
export function listMisses(
  pairs: readonly ScoredPair[],
  { cues = 'all' }: { readonly cues?: CueSelection } = {},
): readonly ArticleMisses[] {
  const keep = selectCues(cues)
  return pairs
    .map(pair => {
      const comparison = compareArticle(pair, keep)
      const hit = comparison.pairs.filter(({ agreement }) => agreement.relation).length
      return {
        article: pair.gold.name,
        relation: rateOf('f1', hit, comparison.predicted.length, comparison.gold.length),
        misses: listArticleMisses(pair, comparison),
      }
    })
    .filter(({ misses }) => misses.length > 0)
    .sort((a, b) => a.relation - b.relation || b.misses.length - a.misses.length)
}

function listArticleMisses({ gold: { text, notClaims = [] } }: ScoredPair, comparison: Comparison): readonly Miss[] {
  const { gold, predicted, pairs, table } = comparison
  const points = new CodePointText(text)
  const goldPartner = new Map(pairs.map(pair => [pair.gold, pair]))
  const predictedPartner = new Map(pairs.map(pair => [pair.predicted, pair]))
  const misses: (Miss & { readonly position: number })[] = []
  const add = (
    kind: MissKind,
    wanted: ComparedAttribution | undefined,
    found: ComparedAttribution | undefined,
    reason: string,
  ) => {
    const shown = (wanted ?? found) as ComparedAttribution
    misses.push({
      kind,
      gold: wanted?.attribution.id ?? null,
      predicted: found?.attribution.id ?? null,
      required: wanted?.attribution.required ?? false,
      reason,
      excerpt: showCue(points, shown.attribution),
      position: shown.cue[0] ?? shown.content[0] ?? 0,
    })
  }
  for (const [index, wanted] of gold.entries()) {
    const pair = goldPartner.get(index)
    if (pair === undefined) {
      add('missed', wanted, undefined, explainUnmatched(wanted, predicted, 'prediction'))
    } else if (!pair.agreement.relation) {
      const found = predicted[pair.predicted] as ComparedAttribution
      add('wrong', wanted, found, explainDisagreement(points, wanted, found, pair.agreement))
    }
  }
  const banned = notClaims.map(span => tokensOf(table, [span]))
  for (const [index, found] of predicted.entries()) {
    if (banned.some(tokens => coversNotClaim(found, tokens))) {
      add(
        'not-claim',
        undefined,
        found,
        `gold says that this is no claim: ${quoteSpans(points, found.attribution.content)}`,
      )
    } else if (!predictedPartner.has(index)) {
      add('unknown', undefined, found, explainUnmatched(found, gold, 'gold attribution'))
    }
  }
  return misses
    .sort(
      (a, b) =>
        MISS_KINDS.indexOf(a.kind) - MISS_KINDS.indexOf(b.kind) ||
        Number(b.required) - Number(a.required) ||
        a.position - b.position,
    )
    .map(({ position: _, ...miss }) => miss)
}

function explainUnmatched(
  attribution: ComparedAttribution,
  others: readonly ComparedAttribution[],
  what: 'prediction' | 'gold attribution',
): string {
  const touches = (role: 'cue' | 'content') => others.some(other => countCommon(other[role], attribution[role]) > 0)
  if (touches('cue')) return `its cue is shared with a ${what} that matched another one better`
  if (touches('content')) return `no ${what} has this cue; one that shares content matched another one better`
  return `no ${what} here`
}

function explainDisagreement(
  text: CodePointText,
  { attribution: gold }: ComparedAttribution,
  { attribution: predicted }: ComparedAttribution,
  agreement: Agreement,
): string {
  const differs = (role: 'cue' | 'source') =>
    `${role} differs (gold ${quoteSpans(text, gold[role])}, predicted ${quoteSpans(text, predicted[role])})`
  const reasons: string[] = []
  if (!agreement.cue) reasons.push(differs('cue'))
  if (!agreement.source) reasons.push(differs('source'))
  if (agreement.contentIou < CONTENT_IOU) {
    reasons.push(
      `content IoU ${agreement.contentIou.toFixed(2)} ` +
        `(gold ${quoteSpans(text, gold.content)}, predicted ${quoteSpans(text, predicted.content)})`,
    )
  }
  return reasons.join('; ')
}
