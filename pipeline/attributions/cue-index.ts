import { overlaps, type Span } from '../../src/domain/span.ts'
import { PositionIndex } from '../positions/position-index.ts'

/** Attributions by where their cues stand, so that one that shares a cue's words is found without looking at all. */
export class CueIndex<One extends { readonly cue: readonly Span[] }> {
  readonly #attributions: One[] = []
  readonly #positions = new PositionIndex()

  constructor(attributions: Iterable<One> = []) {
    for (const one of attributions) this.add(one)
  }

  add(attribution: One): void {
    for (const { start, end } of attribution.cue) this.#positions.add(this.#attributions.length, start, end)
    this.#attributions.push(attribution)
  }

  /** The first that was added of those that share a word with a cue, or undefined. */
  find(cue: readonly Span[]): One | undefined {
    let first = Number.POSITIVE_INFINITY
    for (const { start, end } of cue) {
      for (const i of this.#positions.within(start, end)) {
        if (i < first && sharesCue((this.#attributions[i] as One).cue, cue)) first = i
      }
    }
    return this.#attributions[first]
  }

  has(cue: readonly Span[]): boolean {
    return this.find(cue) !== undefined
  }
}

/** Whether some word of the two cues is the same. */
export function sharesCue(a: readonly Span[], b: readonly Span[]): boolean {
  return a.some(one => b.some(other => overlaps(one, other)))
}
