import type { Source, VoicedAttribution } from '../../src/domain/layers.ts'
import type { Span } from '../../src/domain/span.ts'

/** Somebody before anything is judged of them. */
export interface DraftVoice {
  readonly name: string | null
  readonly kind: Source['kind']
  readonly naming: Source['naming']
  readonly first: Span
  /** Index into the sources layer's chains, or null. */
  readonly chain: number | null
  /** Indexes into the sources layer's sources, ascending. */
  readonly sources: readonly number[]
  readonly attributions: readonly VoicedAttribution[]
}
