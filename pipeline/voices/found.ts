import type { VoiceEvidence } from '../../src/domain/layers.ts'

/** What was found for one field, with what it rests on. */
export interface Found<Value> {
  readonly value: Value
  readonly evidence: readonly VoiceEvidence[]
}
