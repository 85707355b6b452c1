import type { Stage } from '../../src/domain/stage.ts'
import { collectVoices } from './collect-voices.ts'

/** Who speaks in the article, and every person whom it names: role, affiliation, gender, type, function, words. */
export const voicesStage: Stage<
  'tokens' | 'entities' | 'quotations' | 'attributions' | 'coreference' | 'sources',
  'voices'
> = {
  name: 'voices',
  version: 1,
  needs: ['tokens', 'entities', 'quotations', 'attributions', 'coreference', 'sources'],
  adds: ['voices'],
  run: (article, layers) => ({ voices: { voices: collectVoices(article, layers) } }),
}
