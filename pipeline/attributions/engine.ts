import type { LayerName, Layers } from '../../src/domain/layers.ts'
import type { StageInfo } from '../../src/domain/stage.ts'
import type { Found, ProposedAttribution, UnlinkedAttribution } from './found.ts'
import type { Trust } from './trust.ts'

/** One of several ways to find attributions: the rules, and what reads beside them. */
export interface Engine<Needs extends LayerName = LayerName> {
  readonly name: string
  /** Raise it when its output can change: stored articles are then due for an upgrade. */
  readonly version: number
  /** First digits of the SHA-256 of the model that it goes by, where it goes by one. Read when asked for. */
  readonly model?: string | undefined
  /** Null where the rules stand alone. */
  readonly reader: Reader<Needs> | null
}

/** What finds attributions beside the rules. Pure, whether it waits for a runtime or not. */
export interface Reader<Needs extends LayerName> {
  /** Layers that it reads, beside tokens and quotations. */
  readonly needs: readonly Needs[]
  readonly trust: Trust
  /**
   * Proposes attributions from {@link leastProposed} of its trust on. Every span is UTF-16 and lies inside the text.
   *
   * @param ruled what the rules find in the same text
   */
  propose(
    layers: Pick<Layers, Needs | 'tokens' | 'quotations'>,
    ruled: readonly UnlinkedAttribution[],
    stage: StageInfo,
  ): Found<ProposedAttribution> | Promise<Found<ProposedAttribution>>
}
