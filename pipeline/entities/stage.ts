import type { AsyncStage, Stage } from '../../src/domain/stage.ts'
import { loadModel, readModelHash } from '../open-model.ts'
import { findEncoderEntities } from './encoder/find-encoder-entities.ts'
import { tagNames } from './encoder/tag-names.ts'
import { findEntities } from './find-entities.ts'
import { knowNames } from './know-names.ts'

/** Mentions of people, organisations and places by name, and of groups and documents without one. */
export const entitiesStage: Stage<'tokens', 'entities'> = {
  name: 'entities',
  version: 10,
  needs: ['tokens'],
  adds: ['entities'],
  run: (_article, layers) => ({ entities: knowNames(layers.tokens, findEntities(layers.tokens)) }),
}

/** The same with names as the encoder's head tags them. */
export const encoderEntitiesStage: AsyncStage<'tokens' | 'encoding', 'entities'> = {
  name: 'entities',
  version: 14,
  engine: 'encoder',
  get model() {
    return readModelHash()
  },
  needs: ['tokens', 'encoding'],
  adds: ['entities'],
  async run(_article, { tokens, encoding }) {
    const { names } = await loadModel()
    return { entities: knowNames(tokens, findEncoderEntities(tokens, await tagNames(names, tokens, encoding))) }
  },
}
