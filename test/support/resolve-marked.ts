import { readByNames } from '../../pipeline/coreference/join-names.ts'
import { findEntities } from '../../pipeline/entities/find-entities.ts'
import { findQuotations } from '../../pipeline/quotations/stage.ts'
import { resolveSources } from '../../pipeline/sources/resolve-sources.ts'
import { tokenise } from '../../pipeline/tokens/stage.ts'
import type { Attribution, SourcesLayer } from '../../src/domain/layers.ts'
import type { Span } from '../../src/domain/span.ts'
import { bracketedText } from './bracketed-text.ts'

/**
 * The sources stage on a text with `[source …]` and `[cue …]` in brackets, the nth cue with the nth source. A quotation
 * right before a source is what it says.
 */
export function resolveMarked(marked: string): SourcesLayer & { readonly text: string } {
  const { text, spans } = bracketedText(marked)
  const tokens = tokenise(text)
  const { quotations } = findQuotations(text, tokens)
  const saidBy = (source: Span | undefined) =>
    quotations.filter(({ end }) => source !== undefined && source.start - end >= 0 && source.start - end <= 2)
  const attributions = (spans.cue ?? []).map(
    (cue, i): Attribution => ({
      cue: [cue],
      cueLemma: text.slice(cue.start, cue.end),
      source: spans.source?.[i] === undefined ? [] : [spans.source[i]],
      content: saidBy(spans.source?.[i]).map(({ start, end }) => ({ start, end })),
      addressee: [],
      act: 'statement',
      confidence: 1,
      parent: null,
      evidence: [],
    }),
  )
  const entities = findEntities(tokens)
  const layers = {
    tokens,
    entities,
    coreference: readByNames(text, tokens.tokens, entities),
    quotations: { quotations },
    attributions: { attributions, candidates: [] },
  }
  return { ...resolveSources({ text, byline: null }, layers, { name: 'sources', version: 0 }), text }
}
