import type { Article } from '../src/domain/article.ts'
import type { Layers } from '../src/domain/layers.ts'
import type { StageInfo } from '../src/domain/stage.ts'
import { attributionsStage } from './attributions/stage.ts'
import { claimsStage } from './claims/stage.ts'
import { entitiesStage } from './entities/stage.ts'
import { quotationsStage } from './quotations/stage.ts'
import { sourcesStage } from './sources/stage.ts'
import { tokensStage } from './tokens/stage.ts'

/** Every stage in the order in which it runs. */
export const STAGES: readonly StageInfo[] = [
  tokensStage,
  entitiesStage,
  quotationsStage,
  attributionsStage,
  sourcesStage,
  claimsStage,
].map(({ name, version }) => ({ name, version }))

/**
 * Runs all stages on one article. A stage that needs a layer that no stage before it adds does not compile.
 * @param onStage Told before each stage runs, so that a failure can name its stage.
 */
export function runStages(article: Article, onStage: (stage: StageInfo) => void = () => {}): Layers {
  const run = <Adds>(stage: StageInfo & { run: () => Adds }): Adds => {
    onStage(stage)
    return stage.run()
  }
  const bind = <Needs, Adds>(stage: StageInfo & { run(article: Article, layers: Needs): Adds }, layers: Needs) =>
    run({ name: stage.name, version: stage.version, run: () => stage.run(article, layers) })
  const tokens = bind(tokensStage, {})
  const entities = { ...tokens, ...bind(entitiesStage, tokens) }
  const quotations = { ...entities, ...bind(quotationsStage, entities) }
  const attributions = { ...quotations, ...bind(attributionsStage, quotations) }
  const sources = { ...attributions, ...bind(sourcesStage, attributions) }
  return { ...sources, ...bind(claimsStage, sources) }
}
