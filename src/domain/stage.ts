import type { Article } from './article.ts'
import type { LayerName, Layers } from './layers.ts'

/** One step of the pipeline: a pure function from the layers it needs to the layers it adds. No I/O. */
export interface Stage<Needs extends LayerName, Adds extends LayerName> {
  readonly name: string
  /** Raise it when output can change: stored articles are then due for an upgrade. */
  readonly version: number
  /** As of {@link StageInfo}. */
  readonly engine?: string
  readonly model?: string | undefined
  readonly needs: readonly Needs[]
  readonly adds: readonly Adds[]
  run(article: Article, layers: Pick<Layers, Needs>): Pick<Layers, Adds>
}

/** A {@link Stage} that waits for a model's runtime. */
export interface AsyncStage<Needs extends LayerName, Adds extends LayerName> extends Omit<Stage<Needs, Adds>, 'run'> {
  run(article: Article, layers: Pick<Layers, Needs>): Promise<Pick<Layers, Adds>>
}

/** What makes a stage's findings what they are: where any of it differs, they are another's. */
export interface StageInfo {
  readonly name: string
  readonly version: number
  /** Which of several ways to do the same it is, where there are several. */
  readonly engine?: string
  /** First digits of the SHA-256 of the model that it goes by, where it goes by one. */
  readonly model?: string | undefined
}

/** As a row has it: empty where there is none. */
export interface StageRow {
  readonly stage: string
  readonly version: number
  readonly engine: string
  readonly model: string
}

export function toStageRow({ name, version, engine = '', model = '' }: StageInfo): StageRow {
  return { stage: name, version, engine, model }
}

export function toStageInfo({ stage, version, engine, model }: StageRow): StageInfo {
  return { name: stage, version, ...(engine === '' ? {} : { engine }), ...(model === '' ? {} : { model }) }
}

/** Whether what these stages did, in this order, is what those would do. */
export function areSameStages(some: readonly StageInfo[], others: readonly StageInfo[]): boolean {
  return some.length === others.length && some.every((one, i) => isSameStage(one, others[i] as StageInfo))
}

function isSameStage(one: StageInfo, other: StageInfo): boolean {
  const [a, b] = [toStageRow(one), toStageRow(other)]
  return a.stage === b.stage && a.version === b.version && a.engine === b.engine && a.model === b.model
}
