import type { UnlinkedAttribution } from '../../pipeline/attributions/found.ts'
import { CONTENT, CUE, OTHER, SOURCE } from '../../pipeline/attributions/linear/model/labels.ts'
import type { Reading } from '../../pipeline/attributions/linear/reading/reading.ts'
import { ADJ, ADP, ADV, AUX, NOUN, PROPN, VERB } from '../../pipeline/attributions/linear/reading/reading.ts'
import type { Window } from '../../pipeline/attributions/linear/reading/window.ts'
import type { QuotationsLayer, TokensLayer } from '../../src/domain/layers.ts'
import type { Span } from '../../src/domain/span.ts'

/** An annotated article. Spans are UTF-16. */
export interface TrainingArticle {
  readonly name: string
  readonly tokens: TokensLayer
  readonly quotations: QuotationsLayer
  /** What the rules find in it. */
  readonly ruled: readonly UnlinkedAttribution[]
  readonly attributions: readonly {
    readonly source: readonly Span[]
    readonly cue: readonly Span[]
    readonly content: readonly Span[]
  }[]
}

/** A gold attribution in tokens: indices, ascending. */
export interface GoldAttribution {
  /** The token that stands for the cue: its first verb, or failing that its first noun, … */
  readonly head: number
  readonly source: readonly number[]
  readonly cue: readonly number[]
  readonly content: readonly number[]
}

const HEAD_RANK = new Map([VERB, NOUN, ADJ, PROPN, AUX, ADV, ADP].map((pos, rank) => [pos, pos === ADJ ? 1 : rank]))

/** Locates an article's attributions in its tokens; those without cue are left out. */
export function locateGold({ tokens, attributions }: TrainingArticle, reading: Reading): GoldAttribution[] {
  const all = tokens.tokens
  const inside = (spans: readonly Span[]): number[] => {
    const found: number[] = []
    for (const { start, end } of spans) {
      let low = 0
      let high = all.length
      while (low < high) {
        const middle = (low + high) >>> 1
        if ((all[middle]?.end ?? 0) <= start) low = middle + 1
        else high = middle
      }
      for (let i = low; i < all.length && (all[i]?.start ?? end) < end; i += 1) found.push(i)
    }
    return [...new Set(found)].sort((a, b) => a - b)
  }
  return attributions.flatMap(one => {
    const cue = inside(one.cue)
    const [first] = cue
    if (first === undefined) return []
    const rank = (i: number): number => HEAD_RANK.get(reading.pos[i] as number) ?? (reading.bare[i] === 1 ? 99 : 50)
    const head = cue.reduce((best, i) => (rank(i) < rank(best) ? i : best), first)
    return [{ head, cue, source: inside(one.source), content: inside(one.content) }]
  })
}

/**
 * Labels of a window's tokens. Annotators differ on punctuation, which no measure counts, so it follows its
 * neighbours: inside a run it has the run's label; at a content's border only the quotation's own marks belong to it.
 */
export function labelWindow(reading: Reading, gold: GoldAttribution, { from, to }: Window): Uint8Array {
  const labels = new Uint8Array(to - from)
  const mark = (indices: readonly number[], label: number): void => {
    for (const i of indices) if (i >= from && i < to) labels[i - from] = label
  }
  mark(gold.content, CONTENT)
  mark(gold.source, SOURCE)
  mark(gold.cue, CUE)
  for (let i = from; i < to; i += 1) {
    if (reading.bare[i] === 0 || i === gold.head) continue
    let before = i - 1
    while (before >= from && reading.bare[before] === 1) before -= 1
    let after = i + 1
    while (after < to && reading.bare[after] === 1) after += 1
    const left = before < from ? OTHER : (labels[before - from] as number)
    const right = after >= to ? OTHER : (labels[after - from] as number)
    let label = left === right ? left : OTHER
    if (label === OTHER && reading.mark[i] === 1 && right === CONTENT) label = CONTENT
    if (label === OTHER && reading.mark[i] === 2 && left === CONTENT) label = CONTENT
    labels[i - from] = label
  }
  labels[gold.head - from] = CUE
  return labels
}
