import { findEntities } from '../../pipeline/entities/stage.ts'
import { resolveSources } from '../../pipeline/sources/resolve-sources.ts'
import { tokenise } from '../../pipeline/tokens/stage.ts'
import type { Attribution, SourcesLayer } from '../../src/domain/layers.ts'
import { bracketedText } from './bracketed-text.ts'

/** The sources stage on a text with `[source …]` and `[cue …]` in brackets, the nth cue with the nth source. */
export function resolveMarked(marked: string): SourcesLayer & { readonly text: string } {
  const { text, spans } = bracketedText(marked)
  const tokens = tokenise(text)
  const attributions = (spans.cue ?? []).map(
    (cue, i): Attribution => ({
      cue: [cue],
      cueLemma: text.slice(cue.start, cue.end),
      source: spans.source?.[i] === undefined ? [] : [spans.source[i]],
      content: [],
      addressee: [],
      act: 'statement',
      confidence: 1,
      parent: null,
      evidence: [],
    }),
  )
  const layers = {
    tokens,
    entities: findEntities(tokens),
    quotations: { quotations: [] },
    attributions: { attributions, candidates: [] },
  }
  return { ...resolveSources(text, layers, { name: 'sources', version: 0 }), text }
}
