import type { AsyncStage } from '../../src/domain/stage.ts'
import { loadModel } from '../open-model.ts'
import { type Encoder, encode } from './encode.ts'
import { WordPieces } from './word-pieces.ts'

/** A vector for every token, which the heads for cues and arguments read. */
export const encodingStage: AsyncStage<'tokens' | 'quotations', 'encoding'> = {
  name: 'encoding',
  version: 2,
  needs: ['tokens', 'quotations'],
  adds: ['encoding'],
  async run(_, { tokens, quotations }) {
    return { encoding: await encode(await loadEncoder(), tokens, quotations) }
  },
}

let opened: Promise<Encoder> | null = null

/** The encoder of this version, opened once a thread. */
export function loadEncoder(): Promise<Encoder> {
  opened ??= loadModel().then(({ encoder, vocabulary }) => ({ session: encoder, pieces: new WordPieces(vocabulary) }))
  return opened
}
