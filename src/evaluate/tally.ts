import type { Span } from '../domain/span.ts'
import { COLUMNS } from './bootstrap.ts'
import type { Comparison } from './compare.ts'
import { sameEntity } from './entity-name.ts'
import type { Counts } from './figure.ts'
import type { ScoredAttribution } from './gold.ts'
import { type RoleTokens, SCORED_ROLES, type ScoredRole } from './match.ts'
import { coversNotClaim } from './not-claim.ts'
import { countCommon } from './token-set.ts'
import { tokensOf } from './tokenise.ts'

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
  const add = (measure: Measure, hit: number, predicted: number, gold: number) => {
    const column = MEASURES.indexOf(measure) * COLUMNS
    for (const [offset, count] of [hit, predicted, gold].entries()) {
      row[column + offset] = (row[column + offset] as number) + count
    }
  }
  const { gold, predicted, pairs, table } = comparison
  for (const role of SCORED_ROLES) {
    add(`exact ${role}`, 0, countWith(predicted, role), countWith(gold, role))
    const [wanted, found] = [gatherTokens(gold, role), gatherTokens(predicted, role)]
    add(`overlap ${role}`, countCommon(wanted, found), found.length, wanted.length)
  }
  add('relation', 0, predicted.length, gold.length)
  add('all exact', 0, predicted.length, gold.length)
  const required = gold.filter(({ attribution }) => attribution.required).length
  add('required', 0, required, required)
  for (const pair of pairs) {
    const wanted = gold[pair.gold] as Comparison['gold'][number]
    const found = predicted[pair.predicted] as Comparison['predicted'][number]
    const { exact, relation } = pair.agreement
    for (const role of SCORED_ROLES) if (exact[role] && wanted[role].length > 0) add(`exact ${role}`, 1, 0, 0)
    if (SCORED_ROLES.every(role => exact[role])) add('all exact', 1, 0, 0)
    if (!relation) continue
    add('relation', 1, 0, 0)
    if (wanted.attribution.required) add('required', 1, 0, 0)
    for (const label of LABELS) {
      if (wanted.attribution[label] === null) continue
      add(label, sameLabel(label, wanted.attribution, found.attribution) ? 1 : 0, 1, 1)
    }
  }
  const banned = notClaims.map(span => tokensOf(table, [span]))
  return {
    row,
    matched: pairs.length,
    violations: predicted.filter(attribution => banned.some(tokens => coversNotClaim(attribution, tokens))).length,
    notClaims: banned.length,
  }
}

/** Sums rows, for reading measure by measure. */
export function countColumns(rows: readonly Int32Array[]): (measure: Measure) => Counts & { readonly index: number } {
  const sums = new Array<number>(MEASURES.length * COLUMNS).fill(0)
  for (const row of rows) for (const [column, count] of row.entries()) sums[column] = (sums[column] as number) + count
  return measure => {
    const index = MEASURES.indexOf(measure)
    const [hit, predicted, gold] = sums.slice(index * COLUMNS, (index + 1) * COLUMNS) as [number, number, number]
    return { index, hit, predicted, gold }
  }
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
