import { HearsayError } from '../domain/errors.ts'
import { SPAN_ROLES, type SpanRole } from '../domain/labels.ts'
import type { Span } from '../domain/span.ts'
import type { SpansByRole } from './ledger-entry.ts'

/**
 * Refuses spans that do not lie in a text, are empty, not in its order, or overlap one another in a role. Nothing is made to
 * fit: where words begin and end is what somebody says.
 *
 * @param length of the text in code points
 * @throws HearsayError (2)
 */
export function checkSpans(spans: SpansByRole, length: number): void {
  for (const role of SPAN_ROLES) {
    let before: Span | null = null
    for (const span of spans[role] ?? []) {
      const problem = findProblem(span, before, length)
      if (problem !== null) throw refuse(role, span, problem)
      before = span
    }
  }
}

function findProblem({ start, end }: Span, before: Span | null, length: number): string | null {
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end) || start < 0)
    return 'offsets are whole numbers from 0 on'
  if (end < start) return 'it ends before it begins'
  if (end === start) return 'it is empty'
  if (end > length) return `the text ends at ${length}`
  if (before === null || start >= before.end) return null
  const other = `${before.start}-${before.end}`
  return end <= before.start ? `it comes before ${other}, which was given first` : `it overlaps ${other}`
}

function refuse(role: SpanRole, { start, end }: Span, problem: string): HearsayError {
  return new HearsayError(
    `The ${role} cannot be ${start}-${end}: ${problem}; give FROM-TO in the order of the text, counted in characters (code points) from 0; TO is the place behind the last.`,
    'span-invalid',
  )
}
