import type { Span } from '../domain/span.ts'
import type { ComparedAttribution, ComparedPair, Comparison } from './compare.ts'
import { sameEntity } from './entity-name.ts'
import { COLUMNS } from './figures/bootstrap.ts'
import type { ScoredAttribution } from './gold/gold.ts'
import { coversNotClaim } from './not-claim.ts'
import { type RoleTokens, SCORED_ROLES, type ScoredRole } from './words/match.ts'
import { countCommon } from './words/token-set.ts'
import { tokensOf } from './words/tokenise.ts'

export const LABELS = ['quotation', 'act', 'naming', 'entity'] as const
export type Label = (typeof LABELS)[number]

/** What is counted, in the order of a row's columns. */
const MEASURES = [
  'exact cue',
  'exact source',
  'exact content',
  'overlap cue',
  'overlap source',
  'overlap content',
  'relation',
  'all exact',
  'required',
  'direct',
  ...LABELS,
] as const
export type Measure = (typeof MEASURES)[number]

/** One article's counts; figures are made of their sums. */
export interface Tally {
  /** Hit, predicted and gold for each measure: plain numbers, so that a thousand resamples stay cheap. */
  readonly row: Int32Array
  readonly matched: number
  readonly violations: number
  readonly notClaims: number
}

/** Counts one article's agreement between gold and predictions. */
export function tallyArticle(comparison: Comparison, notClaims: readonly Span[]): Tally {
  const row = new Int32Array(MEASURES.length * COLUMNS)
  const add: Add = (measure, hit, predicted, gold) => {
    const column = columnOf(measure)
    for (const [offset, count] of [hit, predicted, gold].entries()) {
      row[column + offset] = (row[column + offset] as number) + count
    }
  }
  addTotals(comparison, add)
  for (const pair of comparison.pairs) addPair(comparison, pair, add)
  const banned = notClaims.map(span => tokensOf(comparison.table, [span]))
  return {
    row,
    matched: comparison.pairs.length,
    violations: comparison.predicted.filter(found => banned.some(tokens => coversNotClaim(found, tokens))).length,
    notClaims: banned.length,
  }
}

/** The column of a measure's hits; its predicted and gold counts follow. */
export function columnOf(measure: Measure): number {
  return MEASURES.indexOf(measure) * COLUMNS
}

type Add = (measure: Measure, hit: number, predicted: number, gold: number) => void

/** What can be hit, and what needs no matching. */
function addTotals({ gold, predicted, quoted }: Comparison, add: Add): void {
  for (const role of SCORED_ROLES) {
    add(`exact ${role}`, 0, countWith(predicted, role), countWith(gold, role))
    const [wanted, found] = [gatherTokens(gold, role), gatherTokens(predicted, role)]
    add(`overlap ${role}`, countCommon(wanted, found), found.length, wanted.length)
  }
  add('relation', 0, predicted.length, gold.length)
  add('all exact', 0, predicted.length, gold.length)
  const required = gold.filter(({ attribution }) => attribution.required).length
  add('required', 0, required, required)
  const direct = gold.filter(attribution => isDirect(attribution, quoted)).length
  add('direct', 0, direct, direct)
}

function addPair(comparison: Comparison, pair: ComparedPair, add: Add): void {
  const gold = comparison.gold[pair.gold] as ComparedAttribution
  const predicted = comparison.predicted[pair.predicted] as ComparedAttribution
  const { exact, relation } = pair.agreement
  // A role that both sides lack is right for "all exact", but nothing that was found.
  for (const role of SCORED_ROLES) if (exact[role] && gold[role].length > 0) add(`exact ${role}`, 1, 0, 0)
  if (SCORED_ROLES.every(role => exact[role])) add('all exact', 1, 0, 0)
  if (!relation) return
  add('relation', 1, 0, 0)
  if (gold.attribution.required) add('required', 1, 0, 0)
  if (isDirect(gold, comparison.quoted)) add('direct', 1, 0, 0)
  for (const label of LABELS) {
    if (gold.attribution[label] === null) continue
    add(label, sameLabel(label, gold.attribution, predicted.attribution) ? 1 : 0, 1, 1)
  }
}

/** Whether all that is said stands between quotation marks. */
function isDirect({ content }: RoleTokens, quoted: Uint8Array): boolean {
  return content.length > 0 && content.every(token => quoted[token] === 1)
}

function sameLabel(label: Label, gold: ScoredAttribution, predicted: ScoredAttribution): boolean {
  if (label !== 'entity') return gold[label] === predicted[label]
  return gold.entity !== null && predicted.entity !== null && sameEntity(gold.entity, predicted.entity)
}

function countWith(attributions: readonly RoleTokens[], role: ScoredRole): number {
  return attributions.filter(attribution => attribution[role].length > 0).length
}

function gatherTokens(attributions: readonly RoleTokens[], role: ScoredRole): number[] {
  const all = new Set(attributions.flatMap(attribution => attribution[role]))
  return [...all].sort((a, b) => a - b)
}
