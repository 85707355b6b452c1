import type { Stage } from '../../src/domain/stage.ts'
import { combineAttributions } from './combine.ts'
import { findAttributions } from './find-attributions.ts'
import { findLearnedAttributions } from './learned/find-learned-attributions.ts'
import { loadModel } from './learned/model-file.ts'

// Its output is not that of the rules alone, so its version is another: changing over analyses articles anew.
const STAGE = { name: 'attributions', version: 2 } as const

/** Cue, content and source of every attribution, by the learned model and the rules together. */
export const learnedAttributionsStage: Stage<'tokens' | 'quotations', 'attributions'> = {
  ...STAGE,
  needs: ['tokens', 'quotations'],
  adds: ['attributions'],
  run(article, { tokens, quotations }) {
    const learned = findLearnedAttributions(tokens, quotations, loadModel(), STAGE)
    const ruled = findAttributions(article.text, tokens, quotations, STAGE)
    return { attributions: combineAttributions(article.text, learned, ruled) }
  },
}
