import type { Mention } from '../../src/domain/layers.ts'
import type { Span } from '../../src/domain/span.ts'
import { firstAfter } from '../positions/first-after.ts'
import type { ProposedAttribution } from './found.ts'

/** Names before the end of a span that may reach into it. */
const LOOKED_AT = 8

/**
 * Sources with the whole of each name that they begin or end in: an engine's borders are those of tokens, a rule's those of phrases ("Downing | Street"). Not
 * where the rest of the name is cue or content.
 *
 * @param mentions of the article, in text order
 */
export function takeWholeNames<One extends ProposedAttribution>(attribution: One, mentions: readonly Mention[]): One {
  const others = [...attribution.cue, ...attribution.content]
  const source = attribution.source.map(span => {
    const wide = widen(span, mentions)
    return others.some(({ start, end }) => start < wide.end && wide.start < end) ? span : wide
  })
  return { ...attribution, source }
}

function widen({ start, end }: Span, mentions: readonly Mention[]): Span {
  const wide = { start, end }
  const after = firstAfter(mentions, end - 1, mention => mention.start)
  for (let i = after - 1; i >= Math.max(0, after - LOOKED_AT); i -= 1) {
    const mention = mentions[i] as Mention
    const { name } = mention
    // A title without its name is as little a whole as half a name.
    if (name === null || mention.start >= end || mention.end <= start) continue
    if (name.start < end && start < name.end) wide.start = Math.min(wide.start, name.start)
    wide.end = Math.max(wide.end, mention.end)
  }
  return wide
}
