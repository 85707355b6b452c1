import type { Stage } from '../../src/domain/stage.ts'
import { resolveSources } from './resolve-sources.ts'

const STAGE = { name: 'sources', version: 9 } as const

/** Coreference chains, and who every attribution's source is: name, naming, kind, role, number, why unnamed and how they know. */
export const sourcesStage: Stage<'tokens' | 'entities' | 'quotations' | 'attributions', 'sources'> = {
  ...STAGE,
  needs: ['tokens', 'entities', 'quotations', 'attributions'],
  adds: ['sources'],
  run: (article, layers) => ({
    sources: resolveSources(article.text, layers, STAGE),
  }),
}
