import type { AsyncStage } from '../../src/domain/stage.ts'
import { loadModel, readModelHash } from '../open-model.ts'
import { leastProposed, type Trust } from './combine.ts'
import { findEncoderAttributions } from './encoder/find-encoder-attributions.ts'
import { findAttributions } from './find-attributions.ts'
import { loadModel as loadLinearModel } from './learned/model-file.ts'
import { settleAttributions } from './settle.ts'

// Its output is not that of the other engines, so its version is another: changing over analyses articles anew.
const STAGE = { name: 'attributions', version: 12 } as const

const TRUST: Trust = { leastAlone: 0.4, leastWithRule: 0.32, sureEnough: 0.9, sureEnoughNested: 0.45, passedOver: 0.5 }

/** Cue, content and source of every attribution, by the encoder and the rules together. */
export const encoderAttributionsStage: AsyncStage<'tokens' | 'quotations' | 'encoding', 'attributions'> = {
  ...STAGE,
  engine: 'encoder',
  get model() {
    return readModelHash()
  },
  needs: ['tokens', 'quotations', 'encoding'],
  adds: ['attributions'],
  async run({ text }, { tokens, quotations, encoding }) {
    const model = await loadModel()
    const ruled = findAttributions(text, tokens, quotations, STAGE)
    const found = await findEncoderAttributions(tokens, quotations, encoding, model, STAGE, leastProposed(TRUST))
    const settings = { trust: TRUST, linear: loadLinearModel(), stage: STAGE }
    return { attributions: settleAttributions(text, { tokens, quotations }, { found, ruled }, settings) }
  },
}
