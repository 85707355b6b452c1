import type {
  AttributionsLayer,
  CoreferenceLayer,
  EntitiesLayer,
  QuotationsLayer,
  SourcesLayer,
  TokensLayer,
} from '../../src/domain/layers.ts'

/** The layers that voices are found in. */
export interface VoiceReading {
  readonly tokens: TokensLayer
  readonly entities: EntitiesLayer
  readonly quotations: QuotationsLayer
  readonly attributions: AttributionsLayer
  readonly coreference: CoreferenceLayer
  readonly sources: SourcesLayer
  /** Whether first names may tell a gender; they may unless told otherwise. */
  readonly nameGender?: boolean
}
