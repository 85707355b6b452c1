import type { Attribution, Token, TokensLayer } from '../../src/domain/layers.ts'
import { contains, type Span } from '../../src/domain/span.ts'
import { firstTokenAfter } from '../token-search.ts'

/** Words before a second cue that belong to neither content: "…, adding that", "… and then said". */
const BETWEEN = /^(?:,|;|:|-|–|—|--|and|but|then|also)$/u

/**
 * Ends a content where its source begins to say something else: in "told reporters the road is safe, adding that it
 * will open", what follows "adding" is content of that cue alone, for both cues have the same source outside of it.
 */
export function endAtNextCue({ tokens }: TokensLayer, attributions: readonly Attribution[]): Attribution[] {
  const participles = attributions.filter(one => followsComma(tokens, one))
  return attributions.map(one => {
    const next = participles.filter(other => other !== one && sharesSpeaker(one, other))
    if (next.length === 0) return one
    const from = Math.min(...next.map(({ cue }) => (cue[0] as Span).start))
    const content = one.content.flatMap(span => {
      if (span.start >= from) return []
      if (span.end <= from) return [span]
      let last = firstTokenAfter(tokens, from) - 1
      while (last >= 0 && BETWEEN.test((tokens[last] as Token).lower)) last -= 1
      const end = tokens[last]?.end ?? span.start
      return end > span.start ? [{ start: span.start, end }] : []
    })
    return content.length === 0 ? one : { ...one, content }
  })
}

/** Whether a cue is a participle after a comma or a dash: ", adding". */
function followsComma(tokens: readonly Token[], { cue }: Attribution): boolean {
  const at = firstTokenAfter(tokens, (cue[0] as Span).start)
  return tokens[at]?.lower.endsWith('ing') === true && /^[,;–—"”’]$/u.test(tokens[at - 1]?.text ?? '')
}

/** Whether the second's cue stands in the first's content, after the first's cue, and their source outside of it. */
function sharesSpeaker(one: Attribution, other: Attribution): boolean {
  const [own] = one.source
  const [cue] = one.cue
  if (own === undefined || cue === undefined || (other.cue[0] as Span).start < cue.end) return false
  if (!other.source.some(({ start, end }) => start === own.start && end === own.end)) return false
  if (one.content.some(span => contains(span, own))) return false
  return other.cue.every(part => one.content.some(span => contains(span, part)))
}
