import type { Span } from '../../src/domain/span.ts'

export interface BracketedText {
  readonly text: string
  /** Spans of each label, in text order (UTF-16). */
  readonly spans: Readonly<Record<string, readonly Span[]>>
}

/**
 * Takes labelled brackets out of a text and says where they were; brackets do not nest.
 *
 * @example
 * bracketedText('[source Officials] [cue said] no.').spans.cue // → [{ start: 10, end: 14 }]
 */
export function bracketedText(marked: string): BracketedText {
  const spans: Record<string, Span[]> = {}
  let text = ''
  let last = 0
  for (const match of marked.matchAll(/\[(\w+) ([^\]]*)\]/g)) {
    const [whole, label, words] = match as unknown as [string, string, string]
    text += marked.slice(last, match.index)
    const labelled = spans[label] ?? []
    labelled.push({ start: text.length, end: text.length + words.length })
    spans[label] = labelled
    text += words
    last = match.index + whole.length
  }
  return { text: text + marked.slice(last), spans }
}
