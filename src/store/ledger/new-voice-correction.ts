import type { Gender, SourceType, VoiceFunction } from '../../domain/voice-labels.ts'

/** What somebody says of a voice; at least one of all but `correctedBy` is given. What is null or absent is not said. */
export interface NewVoiceCorrection {
  readonly gender?: Gender | null
  readonly sourceType?: SourceType | null
  readonly function?: VoiceFunction | null
  /** An empty text says that there is none. */
  readonly role?: string | null
  readonly affiliation?: string | null
  /** The id of a voice that is the same person, or of one that is somebody else. */
  readonly sameAs?: string | null
  readonly apartFrom?: string | null
  readonly note?: string | null
  readonly correctedBy: string | null
}
