import type { GroundedField } from '../../domain/record.ts'
import type { Span } from '../../domain/span.ts'

/** A value with the place where the text says it, if any. */
export function toField<Value>(
  value: Value | null,
  start: number | null,
  end: number | null,
): GroundedField<Value> | null {
  return value === null ? null : { value, span: toSpan(start, end) }
}

/** Null where either end is. */
export function toSpan(start: number | null, end: number | null): Span | null {
  return start === null || end === null ? null : { start, end }
}
