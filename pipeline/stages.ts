import type { Article } from '../src/domain/article.ts'
import type { Layers } from '../src/domain/layers.ts'
import type { Stage, StageInfo } from '../src/domain/stage.ts'
import { claimsStage } from './claims/stage.ts'
import { entitiesStage } from './entities/stage.ts'
import { quotationsStage } from './quotations/stage.ts'
import { sourcesStage } from './sources/stage.ts'
import { tokensStage } from './tokens/stage.ts'

/** The pipeline: which stages run, and a function that runs them all on one article. */
export interface Stages {
  /** Name and version of every stage, in the order in which they run. */
  readonly list: readonly StageInfo[]
  /** @param onStage Told before each stage runs, so that a failure can name its stage. */
  run(article: Article, onStage?: (stage: StageInfo) => void): Layers
}

/**
 * Puts the stages in their order around the one that finds attributions. A stage that needs a layer that no stage
 * before it adds does not compile.
 */
export function arrangeStages(attributionsStage: Stage<'tokens' | 'quotations', 'attributions'>): Stages {
  const order = [tokensStage, entitiesStage, quotationsStage, attributionsStage, sourcesStage, claimsStage]
  return {
    list: order.map(({ name, version }) => ({ name, version })),
    run(article, onStage = () => {}) {
      const bind = <Needs, Adds>(stage: StageInfo & { run(article: Article, layers: Needs): Adds }, layers: Needs) => {
        onStage({ name: stage.name, version: stage.version })
        return stage.run(article, layers)
      }
      const tokens = bind(tokensStage, {})
      const entities = { ...tokens, ...bind(entitiesStage, tokens) }
      const quotations = { ...entities, ...bind(quotationsStage, entities) }
      const attributions = { ...quotations, ...bind(attributionsStage, quotations) }
      const sources = { ...attributions, ...bind(sourcesStage, attributions) }
      return { ...sources, ...bind(claimsStage, sources) }
    },
  }
}
