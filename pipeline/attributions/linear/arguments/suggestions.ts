import { CONTENT, CUE, OTHER, SOURCE } from '../model/labels.ts'
import type { Reading } from '../reading/reading.ts'
import { labelAt } from '../reading/rule-reading.ts'
import type { Window } from '../reading/window.ts'
import { FREE } from './crf.ts'

/** Where clauses end: the content may stop before one of these words. */
const CLAUSE_WORDS = new Set([
  'and',
  'but',
  'or',
  'as',
  'while',
  'when',
  'after',
  'before',
  'because',
  'who',
  'which',
  'with',
])
const FARTHEST_CLAUSE = 3

/**
 * Label sequences that structure suggests, whatever the sequence model makes of them: what a rule reads, quotations
 * taken whole, content that ends with another clause. Punctuation is left free.
 *
 * @param best The sequence model's best labels.
 */
export function suggestLabels(reading: Reading, trigger: number, window: Window, best: Uint8Array): Uint8Array[] {
  const { bare } = reading
  const { from, to } = window
  const t = trigger - from
  const suggestions: Uint8Array[] = []
  const suggest = (labelOf: (i: number, j: number) => number): void => {
    const labels = new Uint8Array(to - from)
    for (let j = 0; j < labels.length; j += 1) labels[j] = bare[from + j] === 1 ? FREE : labelOf(from + j, j)
    labels[t] = CUE
    suggestions.push(labels)
  }
  const rule = reading.rules.list[reading.rules.at[trigger] as number]
  if (rule !== undefined) {
    suggest(i => labelAt(rule, i))
    suggest((i, j) => {
      const label = labelAt(rule, i)
      const own = best[j] as number
      return label === SOURCE ? label : own === SOURCE ? OTHER : own
    })
    suggest((i, j) => {
      const label = labelAt(rule, i)
      const own = best[j] as number
      return own === CUE || own === SOURCE ? own : label === CONTENT ? label : OTHER
    })
  }
  suggestQuotations(reading, trigger, window, best, suggest)
  suggestEnds(reading, window, best, t, suggest)
  return suggestions
}

function suggestQuotations(
  { quotation }: Reading,
  trigger: number,
  { from, to }: Window,
  best: Uint8Array,
  suggest: (labelOf: (i: number, j: number) => number) => void,
): void {
  const touched = new Set<number>()
  let missed = false
  let any = false
  for (let i = from; i < to; i += 1) {
    const q = quotation[i] as number
    if (q === -1 || q === quotation[trigger]) continue
    any = true
    if (best[i - from] === CONTENT) touched.add(q)
  }
  if (!any) return
  for (let i = from; i < to; i += 1)
    if (touched.has(quotation[i] as number) && best[i - from] !== CONTENT) missed = true
  // Quotations that the content cuts, taken whole.
  if (missed) suggest((i, j) => (touched.has(quotation[i] as number) ? CONTENT : (best[j] as number)))
  // All that is quoted, beside the content, and alone.
  const quoted = (i: number): boolean => quotation[i] !== -1 && quotation[i] !== quotation[trigger]
  suggest((i, j) => (quoted(i) ? CONTENT : (best[j] as number)))
  suggest((i, j) => (quoted(i) ? CONTENT : best[j] === CONTENT ? OTHER : (best[j] as number)))
}

/** Content that ends at another border of a clause, or with its sentence. */
function suggestEnds(
  { bare, layer, sentence, quotation }: Reading,
  { from, to }: Window,
  best: Uint8Array,
  t: number,
  suggest: (labelOf: (i: number, j: number) => number) => void,
): void {
  let last = -1
  let first = -1
  for (let j = 0; j < best.length; j += 1) {
    if (best[j] !== CONTENT || bare[from + j] === 1) continue
    if (first < 0) first = j
    last = j
  }
  if (last < t) return
  const start = Math.max(first, t + 1)
  const isBorder = (j: number): boolean => {
    const i = from + j
    if (i + 1 >= to || sentence[i + 1] !== sentence[i]) return true
    if (quotation[i] !== -1 && quotation[i] === quotation[i + 1]) return false
    return bare[i + 1] === 1 || CLAUSE_WORDS.has(layer.tokens[i + 1]?.lower ?? '')
  }
  let found = 0
  for (let j = last + 1; j < best.length && found < FARTHEST_CLAUSE; j += 1) {
    if (bare[from + j] === 1 || best[j] === CUE || best[j] === SOURCE) continue
    if (!isBorder(j)) continue
    found += 1
    const end = j
    suggest((_, k) => (k > last && k <= end && best[k] === OTHER ? CONTENT : (best[k] as number)))
  }
  found = 0
  for (let j = last - 1; j > start && found < FARTHEST_CLAUSE; j -= 1) {
    if (bare[from + j] === 1 || best[j] !== CONTENT || !isBorder(j)) continue
    found += 1
    const end = j
    suggest((_, k) => (k > end && best[k] === CONTENT ? OTHER : (best[k] as number)))
  }
}
