import type { Article } from './article.ts'
import type { LayerName, Layers } from './layers.ts'

/** One step of the pipeline: a pure function from the layers it needs to the layers it adds. No I/O. */
export interface Stage<Needs extends LayerName, Adds extends LayerName> {
  readonly name: string
  /** Raise it when output can change: stored articles are then due for an upgrade. */
  readonly version: number
  readonly needs: readonly Needs[]
  readonly adds: readonly Adds[]
  run(article: Article, layers: Pick<Layers, Needs>): Pick<Layers, Adds>
}

export interface StageInfo {
  readonly name: string
  readonly version: number
}
