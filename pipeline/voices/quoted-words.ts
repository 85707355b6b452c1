import type { Attribution, Quotation } from '../../src/domain/layers.ts'
import { isListed } from '../../src/domain/listed-acts.ts'
import { firstAfter } from '../positions/first-after.ts'
import { quotationsOf } from '../positions/quotations-touched.ts'

/** A letter or digit begins a word; what joins letters to one another ends none: "don't", "twenty-one" and "3.5" are one word each. */
const BEGINS = /(?<![\p{L}\p{M}\p{N}]['’.,-]|[\p{L}\p{M}\p{N}])[\p{L}\p{N}]/gu

/**
 * How many words of each attribution's content stand in quotation marks. A word of the article counts once: for the innermost of
 * those whose content holds it (in “She told me ‘no’,” the “no” is hers), for the first of several, and for what nobody said
 * aloud only where nobody did.
 */
export function countQuotedWords(
  text: string,
  attributions: readonly Attribution[],
  quotations: readonly Quotation[],
): number[] {
  const words = [...text.matchAll(BEGINS)].map(({ index }) => index)
  const taken = new Taken(words.length)
  const counts = attributions.map(() => 0)
  for (const i of inTurn(attributions)) {
    const { cue, content } = attributions[i] as Attribution
    for (const span of content) {
      for (const { start, end } of quotationsOf(span, cue, quotations)) {
        const from = firstAfter(words, Math.max(span.start, start) - 1, begin => begin)
        const to = firstAfter(words, Math.min(span.end, end) - 1, begin => begin)
        counts[i] = (counts[i] as number) + taken.take(from, to)
      }
    }
  }
  return counts
}

/** Attributions in the order in which words are given to them. */
function inTurn(attributions: readonly Attribution[]): number[] {
  const depths: number[] = []
  const depthOf = (i: number): number => {
    const way: number[] = []
    let at: number | null = i
    while (at !== null && depths[at] === undefined) {
      way.push(at)
      at = (attributions[at] as Attribution).parent
    }
    let depth = at === null ? -1 : (depths[at] as number)
    for (const one of way.reverse()) {
      depth += 1
      depths[one] = depth
    }
    return depths[i] as number
  }
  const order = attributions.map(({ act, cue }, i) => ({
    i,
    aloud: isListed(act) ? 0 : 1,
    depth: depthOf(i),
    cue: cue[0]?.start ?? 0,
  }))
  order.sort((a, b) => a.aloud - b.aloud || b.depth - a.depth || a.cue - b.cue || a.i - b.i)
  return order.map(({ i }) => i)
}

/** Which words were given away. What is taken is passed over from then on, so that all is linear however much contents share. */
class Taken {
  readonly #next: Int32Array

  constructor(length: number) {
    this.#next = Int32Array.from({ length: length + 1 }, (_, i) => i)
  }

  /** Takes those of the words `[from, to)` that are left, and says how many. */
  take(from: number, to: number): number {
    let count = 0
    for (let word = this.#free(from); word < to; word = this.#free(word)) {
      this.#next[word] = word + 1
      count += 1
    }
    return count
  }

  /** The first word from there on that is left, or their number. */
  #free(from: number): number {
    let free = from
    while ((this.#next[free] as number) !== free) free = this.#next[free] as number
    for (let at = from; at !== free; ) {
      const next = this.#next[at] as number
      this.#next[at] = free
      at = next
    }
    return free
  }
}
