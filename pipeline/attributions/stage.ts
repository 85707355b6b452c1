import type { Stage } from '../../src/domain/stage.ts'
import { findAttributions } from './find-attributions.ts'

const STAGE = { name: 'attributions', version: 1 } as const

/** Cue, content and source of every attribution, by rules kept as data. */
export const attributionsStage: Stage<'tokens' | 'quotations', 'attributions'> = {
  ...STAGE,
  needs: ['tokens', 'quotations'],
  adds: ['attributions'],
  run: (article, layers) => ({ attributions: findAttributions(article.text, layers.tokens, layers.quotations, STAGE) }),
}
