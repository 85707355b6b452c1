import type { Stage } from '../../src/domain/stage.ts'
import { leastProposed, type Trust } from './combine.ts'
import { findAttributions } from './find-attributions.ts'
import { findLearnedAttributions } from './learned/find-learned-attributions.ts'
import type { Model } from './learned/model.ts'
import { loadModel } from './learned/model-file.ts'
import { settleAttributions } from './settle.ts'

// Its output is not that of the rules alone, so its version is another: changing over analyses articles anew.
const STAGE = { name: 'attributions', version: 11 } as const

const TRUST: Trust = { leastAlone: 0.34, leastWithRule: 0.3, sureEnough: 0.8, sureEnoughNested: 0.45, passedOver: 0.7 }

/** Cue, content and source of every attribution, by the learned model and the rules together. */
export const learnedAttributionsStage: Stage<'tokens' | 'quotations', 'attributions'> = {
  ...STAGE,
  engine: 'linear',
  get model() {
    return loadModel().hash
  },
  needs: ['tokens', 'quotations'],
  adds: ['attributions'],
  run({ text }, { tokens, quotations }) {
    const model = loadModel()
    const ruled = findAttributions(text, tokens, quotations, STAGE)
    const found = findLearnedAttributions(tokens, quotations, withThreshold(model), STAGE, ruled.attributions)
    const settings = { trust: TRUST, linear: model, stage: STAGE }
    return { attributions: settleAttributions(text, { tokens, quotations }, { found, ruled }, settings) }
  },
}

let proposing: Model | null = null

/** The model with a threshold of acceptance that leaves the verdict to {@link combineAttributions}. */
function withThreshold(model: Model): Model {
  if (proposing?.hash !== model.hash) {
    proposing = { ...model, settings: { ...model.settings, acceptThreshold: leastProposed(TRUST) } }
  }
  return proposing
}
