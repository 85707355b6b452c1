import type { Stage } from '../../src/domain/stage.ts'
import { resolveSources } from './resolve-sources.ts'

const STAGE = { name: 'sources', version: 1 } as const

/** Who every attribution's source is: name, naming, kind, role, number, why unnamed and how they know. */
export const sourcesStage: Stage<'tokens' | 'entities' | 'attributions', 'sources'> = {
  ...STAGE,
  needs: ['tokens', 'entities', 'attributions'],
  adds: ['sources'],
  run: (article, layers) => ({
    sources: resolveSources(article.text, layers.tokens, layers.entities, layers.attributions, STAGE),
  }),
}
