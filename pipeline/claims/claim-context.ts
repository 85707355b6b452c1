import type { Attribution, Sentence } from '../../src/domain/layers.ts'
import type { Span } from '../../src/domain/span.ts'
import { firstAfter } from '../positions/first-after.ts'

/** From the beginning of the first sentence that holds any words of an attribution to the end of the last one. */
export function contextOf(sentences: readonly Sentence[], { cue, content, source }: Attribution): Span {
  const spans = [...cue, ...content, ...source]
  const from = Math.min(...spans.map(span => span.start))
  const to = Math.max(...spans.map(span => span.end))
  const first = sentences[sentenceAt(sentences, from)]
  const last = sentences[sentenceAt(sentences, to - 1)]
  return { start: Math.min(from, first?.start ?? from), end: Math.max(to, last?.end ?? to) }
}

/** Index of the last sentence that begins at or before `offset`. */
function sentenceAt(sentences: readonly Sentence[], offset: number): number {
  return firstAfter(sentences, offset, ({ start }) => start) - 1
}
