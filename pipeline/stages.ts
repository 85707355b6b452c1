import type { Article } from '../src/domain/article.ts'
import type { FoundLayers } from '../src/domain/layers.ts'
import type { AsyncStage, Stage, StageInfo } from '../src/domain/stage.ts'
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
  run(article: Article, onStage?: (stage: StageInfo) => void): FoundLayers
}

/**
 * Puts the stages in their order around the one that finds attributions. A stage that needs a layer that no stage
 * before it adds does not compile.
 */
export function arrangeStages(attributionsStage: Stage<'tokens' | 'quotations', 'attributions'>): Stages {
  const order = [tokensStage, entitiesStage, quotationsStage, attributionsStage, sourcesStage, claimsStage]
  return {
    list: order.map(toInfo),
    run(article, onStage = () => {}) {
      const bind = bindStages(article, onStage)
      const quotations = readText(bind)
      const attributions = { ...quotations, ...bind(attributionsStage, quotations) }
      return resolve(bind, attributions)
    },
  }
}

/** As {@link Stages}, for an engine that waits for a model's runtime. */
export interface AsyncStages {
  readonly list: readonly StageInfo[]
  run(article: Article, onStage?: (stage: StageInfo) => void): Promise<FoundLayers>
}

/** As {@link arrangeStages}, with an engine that reads vectors. */
export function arrangeEncodedStages(
  encodingStage: AsyncStage<'tokens' | 'quotations', 'encoding'>,
  attributionsStage: AsyncStage<'tokens' | 'quotations' | 'encoding', 'attributions'>,
): AsyncStages {
  const order = [
    tokensStage,
    entitiesStage,
    quotationsStage,
    encodingStage,
    attributionsStage,
    sourcesStage,
    claimsStage,
  ]
  return {
    list: order.map(toInfo),
    async run(article, onStage = () => {}) {
      const bind = bindStages(article, onStage)
      const quotations = readText(bind)
      const encoding = { ...quotations, ...(await bind(encodingStage, quotations)) }
      const attributions = { ...quotations, ...(await bind(attributionsStage, encoding)) }
      return resolve(bind, attributions)
    },
  }
}

/** The model is asked for only when somebody wants to know: it may be a file that is read, or memory that comes later. */
function toInfo(stage: StageInfo): StageInfo {
  const { name, version, engine } = stage
  if (engine === undefined) return { name, version }
  if (!('model' in stage)) return { name, version, engine }
  return {
    name,
    version,
    engine,
    get model() {
      return stage.model as string
    },
  }
}

type Bind = ReturnType<typeof bindStages>

/** The stages before those that find attributions. */
function readText(bind: Bind): Pick<FoundLayers, 'tokens' | 'entities' | 'quotations'> {
  const tokens = bind(tokensStage, {})
  const entities = { ...tokens, ...bind(entitiesStage, tokens) }
  return { ...entities, ...bind(quotationsStage, entities) }
}

/** The stages after them. */
function resolve(bind: Bind, attributions: Omit<FoundLayers, 'sources' | 'claims'>): FoundLayers {
  const sources = { ...attributions, ...bind(sourcesStage, attributions) }
  return { ...sources, ...bind(claimsStage, sources) }
}

/** A function that tells of a stage and runs it. */
function bindStages(article: Article, onStage: (stage: StageInfo) => void) {
  return <Needs, Adds>(stage: StageInfo & { run(article: Article, layers: Needs): Adds }, layers: Needs): Adds => {
    onStage({ name: stage.name, version: stage.version })
    return stage.run(article, layers)
  }
}
