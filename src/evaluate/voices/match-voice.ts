import type { ArticleRecord, VoiceRecord } from '../../domain/record.ts'
import { contains, type Span } from '../../domain/span.ts'

/** A span that means a voice. */
interface Standing extends Span {
  readonly voice: VoiceRecord
}

/**
 * Finds which voice of an analysed article the words of a gold voice mean: the one that has the shortest span around
 * their head, be it the source of a claim, a mention or the first full one. Null where no voice stands there.
 *
 * @returns a function, since it is asked for many of one article
 */
export function matchVoices({ voices, claims, sources, mentions }: ArticleRecord): (head: Span) => VoiceRecord | null {
  const sourceOf = new Map(claims.map(({ id, sourceId }) => [id, sourceId]))
  const spansOf = new Map(sources.map(({ id, spans }) => [id, spans]))
  const byChain = Map.groupBy(mentions, ({ chain }) => chain)
  const standing: Standing[] = voices.flatMap(voice => {
    const said = new Set(voice.claims.flatMap(({ claimId }) => sourceOf.get(claimId) ?? []))
    const spans: Span[] = [
      ...[...said].flatMap(source => spansOf.get(source) ?? []),
      ...(voice.chain === null ? [] : (byChain.get(voice.chain) ?? [])),
      voice.first,
    ]
    return spans.map(({ start, end }) => ({ start, end, voice }))
  })
  // The shortest first; the sort is stable, so that of equal spans the source of a claim comes before a mention.
  standing.sort((a, b) => a.end - a.start - (b.end - b.start))
  return head => standing.find(span => contains(span, head))?.voice ?? null
}
