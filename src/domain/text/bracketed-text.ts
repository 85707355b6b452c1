import { SPAN_ROLES, type SpanRole } from '../labels.ts'
import type { Span } from '../span.ts'
import { CodePointOffsets } from './code-points.ts'

/** A text whose parts were marked by brackets, and where these were; in code points of the text without them. */
export interface BracketedText {
  readonly text: string
  readonly spans: Readonly<Partial<Record<SpanRole, readonly Span[]>>>
}

const BRACKETS = /\[(source|cue|content|addressee) ([^[\]]+)\]/g

/**
 * Takes labelled brackets out of a text; they do not nest.
 *
 * @returns null where something in brackets is no part of a claim
 *
 * @example
 * readBracketedText('[source Officials] [cue said] no.')?.spans.cue // → [{ start: 10, end: 14 }]
 */
export function readBracketedText(marked: string): BracketedText | null {
  const found: { readonly role: SpanRole; readonly start: number; readonly end: number }[] = []
  let text = ''
  let last = 0
  for (const { 0: whole, 1: role, 2: words = '', index } of marked.matchAll(BRACKETS)) {
    text += marked.slice(last, index)
    found.push({ role: role as SpanRole, start: text.length, end: text.length + words.length })
    text += words
    last = index + whole.length
  }
  text += marked.slice(last)
  if (/[[\]]/.test(text)) return null
  const points = new CodePointOffsets(text)
  const spans: Partial<Record<SpanRole, Span[]>> = {}
  for (const { role, ...span } of found) spans[role] = [...(spans[role] ?? []), points.of(span)]
  return { text, spans }
}

/** The same the other way: a text with brackets around its parts, those inside others left out. */
export function writeBracketedText(text: string, spans: readonly (Span & { readonly role: SpanRole })[]): string {
  const letters = [...text]
  let written = ''
  let at = 0
  for (const { role, start, end } of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < at || !SPAN_ROLES.includes(role)) continue
    written += `${letters.slice(at, start).join('')}[${role} ${letters.slice(start, end).join('')}]`
    at = end
  }
  return written + letters.slice(at).join('')
}
