import type { LayerName } from '../../src/domain/layers.ts'
import { isNewsroomRule } from '../../src/domain/newsroom-rules.ts'
import type { AsyncStage } from '../../src/domain/stage.ts'
import type { Engine } from './engine.ts'
import type { UnlinkedAttribution } from './found.ts'
import { ownQuotations } from './quoted/own-quotations.ts'
import { type CueRuleSet, OWN_RULES } from './rules/cue-rule-set.ts'
import { readByRules } from './rules/read-by-rules.ts'
import { finishAttributions } from './settle/finish-attributions.ts'
import { settleAttributions } from './settle/settle.ts'
import { takeWholeNames } from './whole-names.ts'

const NAME = 'attributions'

/** What engines were trained beside. */
const isOwn = ({ evidence: [decided] }: UnlinkedAttribution) => !isNewsroomRule(decided?.rule)

/**
 * Cue, content and source of every attribution: what the rules find and what an engine reads beside them, settled in one.
 *
 * @param cueRules the pipeline's own, or with those of a newsroom
 */
export function attributionsStage<Needs extends LayerName>(
  engine: Engine<Needs>,
  cueRules: CueRuleSet = OWN_RULES,
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
      const read = readByRules(text, tokens, quotations, stage, cueRules)
      const ruled = { ...read, attributions: read.attributions.map(one => takeWholeNames(one, named)) }
      const settled =
        reader === null
          ? finishAttributions(text, tokens, ruled)
          : settleAttributions(
              text,
              { tokens, quotations },
              { found: await reader.propose(layers, ruled.attributions.filter(isOwn), stage), ruled },
              { trust: reader.trust, stage },
            )
      return { attributions: ownQuotations(text, layers, settled, stage) }
    },
  }
}
