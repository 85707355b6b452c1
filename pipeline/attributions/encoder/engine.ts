import { loadModel, type Model, readModelHash } from '../../open-model.ts'
import { CueIndex } from '../cue-index.ts'
import type { Engine } from '../engine.ts'
import type { ProposedAttribution, UnlinkedAttribution } from '../found.ts'
import { leastProposed, type Trust } from '../trust.ts'
import { takeWholeNames } from '../whole-names.ts'
import { type SettledCalibration, settledConfidenceOf } from './confidence.ts'
import { findEncoderAttributions } from './find-encoder-attributions.ts'

const TRUST: Trust = {
  ...{ leastAlone: 0.45, leastWithRule: 0.35, sureEnough: 0.9, sureEnoughNested: 0.45, passedOver: 0.5 },
  doubt: { leastDoubtful: 0.6, leastNaming: 0.9 },
}

/** The pretrained encoder and the rules together. */
export const encoderEngine: Engine<'encoding' | 'entities'> = createEncoderEngine(loadModel)

/** The same with another model, such as one that is to be calibrated. */
export function createEncoderEngine(openModel: () => Promise<Model>): Engine<'encoding' | 'entities'> {
  return {
    name: 'encoder',
    version: 20,
    get model() {
      return readModelHash()
    },
    reader: {
      needs: ['encoding', 'entities'],
      trust: TRUST,
      async propose(layers, ruled, stage) {
        const model = await openModel()
        const least = leastProposed(TRUST)
        const found = await findEncoderAttributions(layers, model, stage, least)
        const named = layers.entities.mentions.filter(({ name }) => name !== null)
        const whole = found.attributions.map(one => takeWholeNames(one, named))
        return { ...found, attributions: tellConfidence(whole, ruled, model.settings.settled) }
      },
    },
  }
}

function tellConfidence(
  attributions: readonly ProposedAttribution[],
  ruled: readonly UnlinkedAttribution[],
  settled: SettledCalibration,
): ProposedAttribution[] {
  const byRuledCue = new CueIndex(ruled)
  return attributions.map(one => {
    const isAlone = !byRuledCue.has(one.cue)
    return { ...one, settledConfidence: settledConfidenceOf(one.confidence, isAlone, settled) }
  })
}
