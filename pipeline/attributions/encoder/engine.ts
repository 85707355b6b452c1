import { loadModel, readModelHash } from '../../open-model.ts'
import type { Engine } from '../engine.ts'
import { leastProposed, type Trust } from '../trust.ts'
import { findEncoderAttributions } from './find-encoder-attributions.ts'
import { takeWholeNames } from './whole-names.ts'

const TRUST: Trust = {
  ...{ leastAlone: 0.45, leastWithRule: 0.35, sureEnough: 0.9, sureEnoughNested: 0.45, passedOver: 0.5 },
  doubt: { leastDoubtful: 0.6, leastNaming: 0.9 },
}

/** The pretrained encoder and the rules together. */
export const encoderEngine: Engine<'encoding' | 'entities'> = {
  name: 'encoder',
  version: 14,
  get model() {
    return readModelHash()
  },
  reader: {
    needs: ['encoding', 'entities'],
    trust: TRUST,
    async propose({ tokens, quotations, encoding, entities }, _, stage) {
      const model = await loadModel()
      const found = await findEncoderAttributions(tokens, quotations, encoding, model, stage, leastProposed(TRUST))
      const named = entities.mentions.filter(({ name }) => name !== null)
      return { ...found, attributions: found.attributions.map(one => takeWholeNames(one, named)) }
    },
  },
}
