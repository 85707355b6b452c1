import type { Span } from './span.ts'

/** A value read from the text together with the words it was read from; `span` is null when it was inferred. */
export interface Grounded<Value> {
  readonly value: Value
  readonly span: Span | null
}
