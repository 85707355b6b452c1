import type { TokensLayer } from '../../../../src/domain/layers.ts'
import type { Span } from '../../../../src/domain/span.ts'
import { firstTokenAfter } from '../../../positions/token-search.ts'
import type { UnlinkedAttribution } from '../../found.ts'
import { hashText } from '../model/hash.ts'
import { CONTENT, CUE, OTHER, SOURCE } from '../model/labels.ts'

/** How a rule reads one cue: a label for every token from the first that has a role to the last. */
export interface RuleReading {
  /** Hash of the rule's id. */
  readonly rule: number
  readonly confidence: number
  readonly from: number
  readonly labels: Uint8Array
}

/** What the rules found in an article, by token. */
export interface RuleReadings {
  readonly list: readonly RuleReading[]
  /** Index in `list` of the rule whose cue holds the token, or -1. */
  readonly at: Int32Array
}

/** Puts the attributions that rules found into tokens. */
export function readRules({ tokens }: TokensLayer, ruled: readonly UnlinkedAttribution[]): RuleReadings {
  const at = new Int32Array(tokens.length).fill(-1)
  const list = ruled.map(({ source, cue, content, confidence, evidence }, r): RuleReading => {
    const inside = (spans: readonly Span[]): number[] => {
      const found: number[] = []
      for (const { start, end } of spans)
        for (let i = firstTokenAfter(tokens, start); (tokens[i]?.start ?? end) < end; i += 1) found.push(i)
      return found
    }
    const roles = [
      [CONTENT, inside(content)],
      [SOURCE, inside(source)],
      [CUE, inside(cue)],
    ] as const
    const all = roles.flatMap(([, words]) => words)
    // Where nested contents are cut out, overlapping ones put tokens out of order, and a role may not be found again.
    if (all.length === 0) return { rule: 0, confidence: 0, from: 0, labels: new Uint8Array(0) }
    let from = Number.POSITIVE_INFINITY
    let last = 0
    for (const i of all) {
      from = Math.min(from, i)
      last = Math.max(last, i)
    }
    const labels = new Uint8Array(last + 1 - from)
    for (const [label, words] of roles) for (const i of words) labels[i - from] = label
    for (const i of roles[2][1]) at[i] = r
    return { rule: hashText(evidence[0]?.rule ?? ''), confidence, from, labels }
  })
  return { list, at }
}

/** The label that a rule gives a token. */
export function labelAt({ from, labels }: RuleReading, i: number): number {
  return labels[i - from] ?? OTHER
}
