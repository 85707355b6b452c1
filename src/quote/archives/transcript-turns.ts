import type { Span } from '../../domain/span.ts'

/** What somebody says in a transcript until somebody else speaks. */
export interface Turn {
  readonly speaker: string
  /** UTF-16 offsets, one of each paragraph. */
  readonly spans: readonly Span[]
}

/** Who speaks, before a colon or alone on a line in capitals: up to six words that begin with capitals, or are titles' little words. */
const LABEL =
  /^[ \t>*_]*(?:\[?\d{1,2}:\d{2}(?::\d{2})?\]?[ \t]+)?((?:(?:\p{Lu}[\p{L}\p{M}.'’-]*|of|the|for|de|van|von|al)[ \t]+){0,5}\p{Lu}[\p{L}\p{M}.'’-]*(?:[ \t]*\([^()\n]{1,60}\))?)[*_]*:[*_]*[ \t]*/u
/** Labels of one text that come once and are no speaker's: "Note:", "Read more:". */
const LEAST_TURNS = 2

/**
 * The turns of a transcript, in order; none where its lines do not begin with who speaks. Paragraphs without a label go on
 * with the turn before.
 *
 * @example
 * findTurns('MAYOR LEE: We will not.\nQ: Why?')[0]?.speaker // → 'MAYOR LEE'
 */
export function findTurns(text: string): Turn[] {
  const turns: { speaker: string; spans: Span[] }[] = []
  let labels = 0
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    const [label, speaker] = LABEL.exec(line) ?? []
    if (label !== undefined && speaker !== undefined) {
      labels += 1
      turns.push({ speaker: speaker.replace(/[ \t]*\([^()]*\)$/, ''), spans: [] })
    }
    const span = { start: index + (label?.length ?? 0), end: index + line.length }
    if (span.end > span.start) turns.at(-1)?.spans.push(span)
  }
  return labels < LEAST_TURNS ? [] : turns.filter(({ spans }) => spans.length > 0)
}
