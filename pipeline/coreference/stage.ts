import type { AsyncStage, Stage } from '../../src/domain/stage.ts'
import { loadModel, readModelHash } from '../open-model.ts'
import { readByEncoder } from './encoder/read-by-encoder.ts'
import { readByNames } from './join-names.ts'

const NAME = 'coreference'

/** Which mentions mean the same, by their names alone. */
export const namesCoreferenceStage: Stage<'tokens' | 'entities', 'coreference'> = {
  name: NAME,
  version: 6,
  needs: ['tokens', 'entities'],
  adds: ['coreference'],
  run: ({ text }, { tokens, entities }) => ({ coreference: readByNames(text, tokens.tokens, entities) }),
}

/** Which mentions, descriptions and pronouns mean the same, by their names and by the encoder's heads. */
export const encoderCoreferenceStage: AsyncStage<'tokens' | 'entities' | 'quotations' | 'encoding', 'coreference'> = {
  name: NAME,
  version: 8,
  engine: 'encoder',
  get model() {
    return readModelHash()
  },
  needs: ['tokens', 'entities', 'quotations', 'encoding'],
  adds: ['coreference'],
  async run({ text }, layers) {
    return { coreference: await readByEncoder(text, layers, await loadModel()) }
  },
}
