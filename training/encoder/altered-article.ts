import type { Span } from '../../src/domain/span.ts'
import { CodePointText } from '../../src/domain/text/code-point-text.ts'
import { CodePointOffsets } from '../../src/domain/text/code-points.ts'
import type { ScoredArticle } from '../../src/evaluate/gold/gold.ts'
import type { Altered } from './alter.ts'

/** An article's attributions in a copy of its text. */
export function moveArticle(article: ScoredArticle, { text, moved }: Altered): ScoredArticle {
  const units = new CodePointText(article.text)
  const points = new CodePointOffsets(text)
  const move = (spans: readonly Span[]) =>
    spans.map(({ start, end }) => points.of(moved({ start: units.toUtf16(start), end: units.toUtf16(end) })))
  const attributions = article.attributions.map(one => ({
    ...one,
    source: move(one.source),
    cue: move(one.cue),
    content: move(one.content),
  }))
  return { ...article, text, attributions }
}
