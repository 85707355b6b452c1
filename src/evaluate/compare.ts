import { HearsayError } from '../domain/errors.ts'
import { type AttributionFilter, selectCues } from './cue-selection.ts'
import type { ScoredArticle, ScoredAttribution } from './gold/gold.ts'
import { markQuoted } from './quoted-words.ts'
import { matchAttributions, type Pair, type RoleTokens, SCORED_ROLES, type ScoredRole } from './words/match.ts'
import { countCommon, equalSets, measureIou } from './words/token-set.ts'
import { type TokenTable, tokenise, tokensOf } from './words/tokenise.ts'

/** Content that overlaps at least this much (common tokens over all tokens) says the same. */
export const CONTENT_IOU = 0.5

/** How far a matched pair agrees. */
export interface Agreement {
  readonly exact: Readonly<Record<ScoredRole, boolean>>
  readonly cue: boolean
  /** Sources overlap, or neither side has one. */
  readonly source: boolean
  /** 1 when neither side has content, as in two refusals to comment. */
  readonly contentIou: number
  /** Cue and source agree and the content's IoU reaches {@link CONTENT_IOU}: the same claim. */
  readonly relation: boolean
}

export interface ComparedPair extends Pair {
  readonly agreement: Agreement
}

export interface ComparedAttribution extends RoleTokens {
  readonly attribution: ScoredAttribution
}

/** One article's gold and predictions, matched; what every score and every miss is read from. */
export interface Comparison {
  readonly gold: readonly ComparedAttribution[]
  readonly predicted: readonly ComparedAttribution[]
  readonly pairs: readonly ComparedPair[]
  readonly table: TokenTable
  /** 1 for every token that is a word between quotation marks. */
  readonly quoted: Uint8Array
}

/** An article's gold and what was predicted for it. */
export interface ScoredPair {
  readonly gold: ScoredArticle
  readonly predicted: ScoredArticle
}

/**
 * Matches the predictions for one article with its gold. Attributions with neither cue nor content have nothing to be
 * matched by and are left out on both sides, and so is gold that nobody judged, with the predictions matched with it.
 *
 * @param keep Which attributions count, on both sides; all by default.
 * @throws HearsayError (usage) when the two are about different texts: offsets would mean nothing.
 */
export function compareArticle(
  { gold, predicted }: ScoredPair,
  keep: AttributionFilter = selectCues('all'),
): Comparison {
  if (gold.text !== predicted.text) {
    throw new HearsayError(
      `The predictions for ${gold.name} were made on another text than its gold; analyse the gold's article again.`,
      'gold-invalid',
    )
  }
  const table = tokenise(gold.text)
  const wanted = readAttributions(table, gold, keep)
  const found = readAttributions(table, predicted, keep)
  const pairs = matchAttributions(wanted, found).map(pair => ({
    ...pair,
    agreement: compareRoles(wanted[pair.gold] as RoleTokens, found[pair.predicted] as RoleTokens),
  }))
  return { ...leaveOutUnjudged({ gold: wanted, predicted: found, pairs }), table, quoted: markQuoted(gold.text, table) }
}

type Matched = Pick<Comparison, 'gold' | 'predicted' | 'pairs'>

/** Without the gold that nobody judged and the predictions that it was matched with: nobody knows whether those are right. */
function leaveOutUnjudged({ gold, predicted, pairs }: Matched): Matched {
  const isJudged = (index: number) => gold[index]?.attribution.judged !== false
  const unknown = new Set(pairs.filter(pair => !isJudged(pair.gold)).map(pair => pair.predicted))
  const goldKept = [...gold.keys()].filter(isJudged)
  const predictedKept = [...predicted.keys()].filter(index => !unknown.has(index))
  const [goldAt, predictedAt] = [placesOf(goldKept), placesOf(predictedKept)]
  return {
    gold: goldKept.map(index => gold[index] as ComparedAttribution),
    predicted: predictedKept.map(index => predicted[index] as ComparedAttribution),
    pairs: pairs.flatMap(pair => {
      const [goldPlace, predictedPlace] = [goldAt.get(pair.gold), predictedAt.get(pair.predicted)]
      if (goldPlace === undefined || predictedPlace === undefined) return []
      return [{ ...pair, gold: goldPlace, predicted: predictedPlace }]
    }),
  }
}

function placesOf(indexes: readonly number[]): ReadonlyMap<number, number> {
  return new Map(indexes.map((index, place) => [index, place]))
}

function readAttributions(table: TokenTable, article: ScoredArticle, keep: AttributionFilter): ComparedAttribution[] {
  return article.attributions
    .filter(keep(article))
    .map(attribution => ({
      attribution,
      source: tokensOf(table, attribution.source),
      cue: tokensOf(table, attribution.cue),
      content: tokensOf(table, attribution.content),
    }))
    .filter(({ cue, content }) => cue.length > 0 || content.length > 0)
}

/** How far two attributions agree, by the tokens of their roles. */
export function compareRoles(gold: RoleTokens, predicted: RoleTokens): Agreement {
  const exact = Object.fromEntries(SCORED_ROLES.map(role => [role, equalSets(gold[role], predicted[role])])) as Record<
    ScoredRole,
    boolean
  >
  const agrees = (role: ScoredRole) =>
    countCommon(gold[role], predicted[role]) > 0 || (gold[role].length === 0 && predicted[role].length === 0)
  const cue = agrees('cue')
  const source = agrees('source')
  const contentIou = measureIou(gold.content, predicted.content)
  return { exact, cue, source, contentIou, relation: cue && source && contentIou >= CONTENT_IOU }
}
