import type { SpanRole } from '../../../../src/domain/labels.ts'
import type { Range, Reading } from './reading.ts'

/** What an element took: the position that follows (or precedes) it and the roles it fills. */
export interface Taken {
  readonly at: number
  readonly role?: SpanRole
  readonly ranges?: readonly Range[]
  /** Who passes on what the source said. */
  readonly relay?: Range
}

/** Reads an element at a position, in the sentence `[first, limit)`; null when it does not stand there. */
export type Matcher = (reading: Reading, at: number, first: number, limit: number) => Taken | null
