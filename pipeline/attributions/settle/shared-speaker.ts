import type { Token, TokensLayer } from '../../../src/domain/layers.ts'
import { contains, type Span } from '../../../src/domain/span.ts'
import { firstAfter } from '../../positions/first-after.ts'
import { firstTokenAfter } from '../../positions/token-search.ts'
import type { UnlinkedAttribution } from '../found.ts'

/** What opens a quotation. */
const MARK = /^["“”„«»‘'`]/u
/** Words before a second cue that belong to neither content: "…, adding that", "… and then said". */
const BETWEEN = /^(?:,|;|:|-|–|—|--|and|but|then|also)$/u

/**
 * Ends a content where its source begins to say something else: in "told reporters the road is safe, adding that it
 * will open", what follows "adding" is content of that cue alone, for both cues have the same source outside of it.
 */
export function endAtNextCue(
  { tokens }: TokensLayer,
  attributions: readonly UnlinkedAttribution[],
): UnlinkedAttribution[] {
  const participles = new Map<string, UnlinkedAttribution[]>()
  for (const one of attributions) {
    if (!followsComma(tokens, one)) continue
    for (const key of new Set(one.source.map(keyOf))) {
      const known = participles.get(key)
      if (known === undefined) participles.set(key, [one])
      else known.push(one)
    }
  }
  return attributions.map(one => {
    const [own] = one.source
    const ofSource = own === undefined ? [] : (participles.get(keyOf(own)) ?? [])
    const next = ofSource.filter(other => other !== one && sharesSpeaker(one, other))
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

/**
 * Ends a content where another sentence's quotation begins that a cue of its own attributes: in "“No,” said Lee. “Never,”
 * Roy added." what Roy added is no content of Lee's.
 */
export function leaveQuotationsToTheirCues(
  text: string,
  { tokens }: TokensLayer,
  attributions: readonly UnlinkedAttribution[],
): UnlinkedAttribution[] {
  const sentenceAt = (at: number) => tokens[firstTokenAfter(tokens, at)]?.sentence
  const quoted = attributions
    .flatMap(({ cue: [cue], content: [first] }) =>
      cue === undefined || first === undefined ? [] : [{ cue, ...first }],
    )
    .filter(({ cue, start, end }) => end <= cue.start && MARK.test(text[start] ?? ''))
    .filter(({ cue, end }) => sentenceAt(end - 1) === sentenceAt(cue.start))
    .sort((a, b) => a.start - b.start)
  return attributions.map(one => {
    const last = one.content.at(-1)
    const own = one.cue[0] as Span
    if (last === undefined) return one
    const begins = findFirstFrom(
      quoted,
      own.end,
      last.end,
      ({ start, cue }) => sentenceAt(start) !== sentenceAt(own.start) && !one.content.some(span => contains(span, cue)),
    )
    if (begins === null) return one
    const content = cutAt(text, one.content, begins)
    return content.length === 0 ? one : { ...one, content }
  })
}

/** Where the first span that begins in `[from, to)` and fits does; spans are sorted by where they begin. */
function findFirstFrom<Item extends Span>(
  spans: readonly Item[],
  from: number,
  to: number,
  fits: (span: Item) => boolean,
): number | null {
  const first = firstAfter(spans, from - 1, ({ start }) => start)
  for (let i = first; i < spans.length && (spans[i] as Item).start < to; i += 1) {
    if (fits(spans[i] as Item)) return (spans[i] as Item).start
  }
  return null
}

/** Spans as far as they stand before `at`, without spaces at the cut. */
function cutAt(text: string, spans: readonly Span[], at: number): Span[] {
  return spans.flatMap(({ start, end }) => {
    if (start >= at) return []
    if (end <= at) return [{ start, end }]
    return [{ start, end: start + text.slice(start, at).trimEnd().length }]
  })
}

/**
 * Gives to who is quoted what they said besides: in "the agency quoted a guard as saying it leaks, adding that it will
 * close", the agency adds nothing.
 */
export function shareRelayed(
  { tokens }: TokensLayer,
  attributions: readonly UnlinkedAttribution[],
): UnlinkedAttribution[] {
  const relayed = attributions.filter(({ relay }) => relay !== undefined)
  if (relayed.length === 0) return [...attributions]
  const byRelay = Map.groupBy(relayed, ({ relay }) => relay?.start)
  return attributions.map(one => {
    const { start } = one.cue[0] as Span
    const [source, other] = one.source
    const ofSource = source === undefined || other !== undefined ? [] : (byRelay.get(source.start) ?? [])
    const first = ofSource.find(({ cue }) => (cue.at(-1) as Span).end < start)
    if (first?.relay === undefined || !followsComma(tokens, one)) return one
    return { ...one, source: first.source, relay: first.relay }
  })
}

function keyOf({ start, end }: Span): string {
  return `${start}-${end}`
}

/** Whether a cue is a participle after a comma or a dash: ", adding". */
function followsComma(tokens: readonly Token[], { cue }: UnlinkedAttribution): boolean {
  const at = firstTokenAfter(tokens, (cue[0] as Span).start)
  return tokens[at]?.lower.endsWith('ing') === true && /^[,;–—"”’]$/u.test(tokens[at - 1]?.text ?? '')
}

/** Whether the second's cue stands in the first's content, after the first's cue, and their source outside of it. */
function sharesSpeaker(one: UnlinkedAttribution, other: UnlinkedAttribution): boolean {
  const [own] = one.source
  const [cue] = one.cue
  if (own === undefined || cue === undefined || (other.cue[0] as Span).start < cue.end) return false
  if (!other.source.some(({ start, end }) => start === own.start && end === own.end)) return false
  if (one.content.some(span => contains(span, own))) return false
  return other.cue.every(part => one.content.some(span => contains(span, part)))
}
