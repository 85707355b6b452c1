import type { Attribution, Quotation } from '../../../src/domain/layers.ts'
import { contains, type Span } from '../../../src/domain/span.ts'
import { firstAfter } from '../../positions/first-after.ts'
import { partsOf, type QuotedText, withSpan } from './quoted-text.ts'

/** One part of a quotation with those whose content has words of it. */
interface Part extends Span {
  readonly owners: Set<number>
}

/**
 * Contents grown over the whole of every quotation that they hold a part of, where nobody else holds any: a model sees so many
 * words around a cue, and speech can go on over paragraphs. Who is named inside a quotation, as in a transcript that stands in
 * marks, has what follows and nothing before.
 */
export function growOverQuotations(quoted: QuotedText, attributions: readonly Attribution[]): Attribution[] {
  const grown = attributions.map(({ content }) => content)
  const byQuotation = quoted.outermost.map((quotation): Part[] =>
    partsOf(quoted, quotation).map(part => ({ ...part, owners: new Set() })),
  )
  const parts = byQuotation.flat()
  for (const [i, { content, parent }] of attributions.entries()) {
    if (parent !== null) continue
    for (const span of content) {
      for (let k = firstAfter(parts, span.start, ({ end }) => end); k < parts.length; k += 1) {
        const part = parts[k] as Part
        if (part.start >= span.end) break
        part.owners.add(i)
      }
    }
  }
  for (const [q, own] of byQuotation.entries()) {
    const quotation = quoted.outermost[q] as Quotation
    // An opening mark that the paragraph's end closes may be a stray one.
    if (!quotation.balanced && own.length === 1) continue
    const speaksIn = (owner: number, whole: Span) =>
      (attributions[owner] as Attribution).cue.some(span => contains(whole, span))
    const first = own.map(onlyOf).find(owner => owner !== null) ?? null
    let before = first === null || speaksIn(first, quotation) ? null : first
    for (const part of own) {
      const owner: number | null = part.owners.size === 0 ? before : onlyOf(part)
      before = owner
      if (owner === null || speaksIn(owner, part)) continue
      if (grown[owner]?.some(span => contains(span, part)) === true) continue
      grown[owner] = withSpan(grown[owner] as readonly Span[], part)
    }
  }
  return attributions.map((one, i) =>
    grown[i] === one.content ? one : { ...one, content: grown[i] as readonly Span[] },
  )
}

function onlyOf({ owners }: Part): number | null {
  return owners.size === 1 ? ([...owners][0] as number) : null
}
