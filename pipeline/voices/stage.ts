import type { Stage } from '../../src/domain/stage.ts'
import { collectVoices } from './collect-voices.ts'

type VoicesStage = Stage<'tokens' | 'entities' | 'quotations' | 'attributions' | 'coreference' | 'sources', 'voices'>

/**
 * Who speaks in the article, and every person whom it names: role, affiliation, gender, type, function, words.
 *
 * @param nameGender whether first names may tell a gender; where they may not, the stage is another
 */
export const createVoicesStage = (nameGender: boolean): VoicesStage => ({
  name: 'voices',
  version: 3,
  ...(nameGender ? {} : { engine: 'no-name-gender' }),
  needs: ['tokens', 'entities', 'quotations', 'attributions', 'coreference', 'sources'],
  adds: ['voices'],
  run: (article, layers) => ({ voices: { voices: collectVoices(article, { ...layers, nameGender }) } }),
})
