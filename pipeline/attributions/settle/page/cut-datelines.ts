import type { TokensLayer } from '../../../../src/domain/layers.ts'
import { contains, type Span } from '../../../../src/domain/span.ts'
import { firstAfter } from '../../../positions/first-after.ts'
import { firstTokenAfter } from '../../../positions/token-search.ts'
import type { UnlinkedAttribution } from '../../found.ts'

/**
 * An attribution without the words of datelines and of an entry's time; null when its source, its cue or its whole content is one.
 *
 * @param datelines in text order
 */
export function cutDatelines(
  layer: TokensLayer,
  datelines: readonly Span[],
  one: UnlinkedAttribution,
): UnlinkedAttribution | null {
  if (datelines.length === 0) return one
  const lastUpTo = (place: number) => datelines[firstAfter(datelines, place, ({ start }) => start) - 1]
  const inside = (span: Span) => {
    const dateline = lastUpTo(span.start)
    return dateline !== undefined && contains(dateline, span)
  }
  if (one.source.some(inside) || one.cue.some(inside)) return null
  const cut = (spans: readonly Span[]) =>
    spans.flatMap(span => {
      const dateline = lastUpTo(span.start)
      if (dateline === undefined || dateline.end <= span.start) return [span]
      const next = layer.tokens[firstTokenAfter(layer.tokens, dateline.end)]
      return next === undefined || next.start >= span.end ? [] : [{ start: next.start, end: span.end }]
    })
  const content = cut(one.content)
  return content.length === 0 && one.content.length > 0 ? null : { ...one, source: cut(one.source), content }
}
