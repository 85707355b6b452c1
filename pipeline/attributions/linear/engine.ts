import type { Engine } from '../engine.ts'
import type { UnlinkedAttribution } from '../found.ts'
import { isByForm } from '../rules/forms/form.ts'
import { type Doubt, leastProposed, type Trust } from '../trust.ts'
import { findLearnedAttributions } from './find-learned-attributions.ts'
import { loadModel } from './model/model-file.ts'

/** Of the linear model's, beside other engines too: it reads what lies inside contents for all. */
export const LINEAR_DOUBT: Doubt = { leastDoubtful: 0.6, leastNaming: 0.8 }

const TRUST: Trust = {
  ...{ leastAlone: 0.34, leastWithRule: 0.3, sureEnough: 0.8, sureEnoughNested: 0.45, passedOver: 0.7 },
  doubt: LINEAR_DOUBT,
}

/** The model was trained beside the cue rules alone. */
const isByCue = (one: UnlinkedAttribution) => !isByForm(one)

/** The linear model and the rules together. */
export const linearEngine: Engine<never> = {
  name: 'linear',
  // Its output is not that of the rules alone, so its version is another: changing over analyses articles anew.
  version: 17,
  get model() {
    return loadModel().hash
  },
  reader: {
    needs: [],
    trust: TRUST,
    propose({ tokens, quotations }, ruled, stage) {
      const model = loadModel()
      const settings = { ...model.settings, acceptThreshold: leastProposed(TRUST) }
      return findLearnedAttributions(tokens, quotations, { ...model, settings }, stage, ruled.filter(isByCue))
    },
  },
}
