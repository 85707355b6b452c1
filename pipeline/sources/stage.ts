import type { Stage } from '../../src/domain/stage.ts'
import { resolveSources } from './resolve-sources.ts'

const STAGE = { name: 'sources', version: 17 } as const

/** Who every attribution's source is: name, naming, kind, role, number, why unnamed and how they know. */
export const sourcesStage: Stage<'tokens' | 'entities' | 'quotations' | 'attributions' | 'coreference', 'sources'> = {
  ...STAGE,
  needs: ['tokens', 'entities', 'quotations', 'attributions', 'coreference'],
  adds: ['sources'],
  run: (article, layers) => ({
    sources: resolveSources(article, layers, STAGE),
  }),
}
