import type { TokensLayer } from '../../../../src/domain/layers.ts'
import type { Span } from '../../../../src/domain/span.ts'
import { firstTokenAfter } from '../../../positions/token-search.ts'
import type { UnlinkedAttribution } from '../../found.ts'

/** Of a passive, the subject is what is said: "**The club** is said to …". */
const PASSIVE = /^(?:am|are|be|been|being|is|was|were)$/
const OF_A_NAME = /^(?:ADJ|ADP|CCONJ|DET|NOUN|NUM|PART|PRON|PROPN)$/

/** Gives the subject of an active verb of saying to the source: in "**the agency** had alleged that …", it is no part of what was alleged. */
export function giveSubject(text: string, { tokens }: TokensLayer, one: UnlinkedAttribution): UnlinkedAttribution {
  const [subject, ...content] = one.content
  const cue = one.cue[0] as Span
  if (one.source.length > 0 || subject === undefined || content.length === 0) return one
  if (subject.end > cue.start || text.slice(subject.end, cue.start).trim() !== '') return one
  if ((content[0] as Span).start < cue.end) return one
  const [from, to] = [firstTokenAfter(tokens, subject.start), firstTokenAfter(tokens, cue.start)]
  const end = firstTokenAfter(tokens, cue.end)
  // "**Ann Lee** seems to …": nobody says so by a clause with "that" of what they only seem to do.
  if (tokens[firstTokenAfter(tokens, (content[0] as Span).start)]?.lower !== 'that') return one
  if (tokens.slice(to, end).some(({ lower }) => PASSIVE.test(lower))) return one
  return tokens.slice(from, to).every(({ pos }) => OF_A_NAME.test(pos)) ? { ...one, source: [subject], content } : one
}
