import type { LayerName } from '../../src/domain/layers.ts'
import type { AsyncStage } from '../../src/domain/stage.ts'
import type { Engine } from './engine.ts'
import { ownQuotations } from './quoted/own-quotations.ts'
import { readByRules } from './rules/read-by-rules.ts'
import { finishAttributions } from './settle/finish-attributions.ts'
import { settleAttributions } from './settle/settle.ts'
import { takeWholeNames } from './whole-names.ts'

const NAME = 'attributions'

/** Cue, content and source of every attribution: what the rules find and what an engine reads beside them, settled in one. */
export function attributionsStage<Needs extends LayerName>(
  engine: Engine<Needs>,
): AsyncStage<Needs | 'tokens' | 'quotations' | 'entities', 'attributions'> {
  const { name, version, reader } = engine
  return {
    name: NAME,
    version,
    engine: name,
    get model() {
      return engine.model
    },
    needs: ['tokens', 'quotations', 'entities', ...(reader?.needs ?? [])],
    adds: ['attributions'],
    async run({ text }, layers) {
      const stage = { name: NAME, version }
      const { tokens, quotations } = layers
      const named = layers.entities.mentions.filter(({ name }) => name !== null)
      const read = readByRules(text, tokens, quotations, stage)
      const ruled = { ...read, attributions: read.attributions.map(one => takeWholeNames(one, named)) }
      const settled =
        reader === null
          ? finishAttributions(text, tokens, ruled)
          : settleAttributions(
              text,
              { tokens, quotations },
              { found: await reader.propose(layers, ruled.attributions, stage), ruled },
              { trust: reader.trust, stage },
            )
      return { attributions: ownQuotations(text, layers, settled, stage) }
    },
  }
}
