import type { Article } from '../src/domain/article.ts'
import type { FoundLayers, LayerName, Layers } from '../src/domain/layers.ts'
import type { AsyncStage, Stage, StageInfo } from '../src/domain/stage.ts'
import type { Engine } from './attributions/engine.ts'
import { attributionsStage } from './attributions/stage.ts'
import { claimsStage } from './claims/stage.ts'
import { encoderCoreferenceStage, namesCoreferenceStage } from './coreference/stage.ts'
import { encodingStage } from './encoding/stage.ts'
import { encoderEntitiesStage, entitiesStage } from './entities/stage.ts'
import type { Newsroom } from './newsroom.ts'
import { quotationsStage } from './quotations/stage.ts'
import { see } from './seen-text.ts'
import { sourcesStage } from './sources/stage.ts'
import { createTokensStage } from './tokens/stage.ts'
import { createVoicesStage } from './voices/stage.ts'

/** The pipeline: which stages run, and a function that runs them all on one article. */
export interface Stages {
  /** Name and version of every stage, in the order in which they run. */
  readonly list: readonly StageInfo[]
  /** @param onStage Told before each stage runs, so that a failure can name its stage. */
  run(article: Article, onStage?: (stage: StageInfo) => void): Promise<FoundLayers>
}

/**
 * Puts the stages in their order around what an engine finds, and leaves out what nobody reads.
 *
 * @param newsroom rules beside the pipeline's own, or null
 * @param nameGender whether first names may tell a gender
 */
export function arrangeStages<Needs extends LayerName>(
  engine: Engine<Needs>,
  newsroom: Newsroom | null = null,
  nameGender = true,
): Stages {
  const needs: readonly LayerName[] = engine.reader?.needs ?? []
  const isEncoded = needs.includes('encoding')
  const order = [
    createTokensStage(newsroom),
    quotationsStage,
    ...(isEncoded ? [encodingStage, encoderEntitiesStage] : [entitiesStage]),
    attributionsStage(engine, newsroom?.cueRules),
    isEncoded ? encoderCoreferenceStage : namesCoreferenceStage,
    sourcesStage,
    createVoicesStage(nameGender),
    claimsStage,
  ] as readonly AnyStage[]
  for (const [i, { name, needs: wanted }] of order.entries()) {
    const known = new Set(order.slice(0, i).flatMap(({ adds }) => adds))
    const missing = wanted.find(layer => !known.has(layer))
    if (missing !== undefined) throw new Error(`The stage ${name} needs ${missing}, which no stage before it adds.`)
  }
  return {
    list: order.map(toInfo),
    async run(article, onStage = () => {}) {
      const seen = see(article)
      let layers = {}
      for (const stage of order) {
        onStage({ name: stage.name, version: stage.version })
        // A claim's id is made of where it stands in the stored text; whatever is read is read as it is seen.
        const isOfStored = stage.name === claimsStage.name
        if (isOfStored) layers = seen.place(layers)
        layers = { ...layers, ...(await stage.run(isOfStored ? article : seen.article, layers as Layers)) }
      }
      return layers as FoundLayers
    },
  }
}

type AnyStage = Stage<LayerName, LayerName> | AsyncStage<LayerName, LayerName>

/** The model is asked for only when somebody wants to know: it may be a file that is read, or memory that comes later. */
function toInfo(stage: StageInfo): StageInfo {
  const { name, version, engine } = stage
  if (engine === undefined) return { name, version }
  return {
    name,
    version,
    engine,
    get model() {
      return stage.model
    },
  }
}
