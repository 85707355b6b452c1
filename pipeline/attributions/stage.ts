import type { Stage } from '../../src/domain/stage.ts'
import { findAttributions } from './find-attributions.ts'
import { finishAttributions } from './finish-attributions.ts'

const STAGE = { name: 'attributions', version: 6 } as const

/** Cue, content and source of every attribution, by rules kept as data. */
export const attributionsStage: Stage<'tokens' | 'quotations', 'attributions'> = {
  ...STAGE,
  engine: 'rules',
  needs: ['tokens', 'quotations'],
  adds: ['attributions'],
  run({ text }, { tokens, quotations }) {
    return { attributions: finishAttributions(text, tokens, findAttributions(text, tokens, quotations, STAGE)) }
  },
}
