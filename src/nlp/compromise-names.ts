import nlp from 'compromise/three'
import type { Span } from '../domain/span.ts'

export interface CompromiseName extends Span {
  readonly type: 'person' | 'place' | 'organisation'
}

/**
 * The names that compromise finds in a whole text: what a score is compared with, never part of the pipeline (fifteen
 * times the cost of wink-nlp). UTF-16.
 *
 * Offsets are those of the terms: compromise's phrase offsets are wrong after an opening quotation mark.
 */
export function findNamesWithCompromise(text: string): CompromiseName[] {
  const doc = nlp(text)
  const read = (view: { json(options: object): unknown }, type: CompromiseName['type']): CompromiseName[] =>
    (
      view.json({ offset: true, terms: { offset: true } }) as {
        terms: { offset: { start: number; length: number } }[]
      }[]
    )
      .map(({ terms }) => terms)
      .filter(terms => terms.length > 0)
      .map(terms => {
        const first = terms[0] as (typeof terms)[number]
        const last = terms.at(-1) as (typeof terms)[number]
        return { start: first.offset.start, end: last.offset.start + last.offset.length, type }
      })
  return [...read(doc.people(), 'person'), ...read(doc.places(), 'place'), ...read(doc.organizations(), 'organisation')]
}
