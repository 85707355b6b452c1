import { loadModel, readModelHash } from '../../open-model.ts'
import type { Engine } from '../engine.ts'
import { leastProposed, type Trust } from '../trust.ts'
import { findEncoderAttributions } from './find-encoder-attributions.ts'

const TRUST: Trust = {
  ...{ leastAlone: 0.45, leastWithRule: 0.35, sureEnough: 0.9, sureEnoughNested: 0.45, passedOver: 0.5 },
  doubt: { leastDoubtful: 0.6, leastNaming: 0.9 },
}

/** The pretrained encoder and the rules together. */
export const encoderEngine: Engine<'encoding'> = {
  name: 'encoder',
  version: 13,
  get model() {
    return readModelHash()
  },
  reader: {
    needs: ['encoding'],
    trust: TRUST,
    async propose({ tokens, quotations, encoding }, _, stage) {
      return await findEncoderAttributions(tokens, quotations, encoding, await loadModel(), stage, leastProposed(TRUST))
    },
  },
}
