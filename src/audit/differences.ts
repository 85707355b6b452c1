import type { ClaimView } from '../store/schema.ts'

/** A field in which a claim stands otherwise than the machine found it. */
export interface Difference {
  readonly field: string
  /** In words; null where there is none. */
  readonly machine: string | null
  readonly editor: string | null
}

/** What can be corrected, as a claim's flat row has it. */
export type ComparedClaim = Pick<
  ClaimView,
  | 'origin'
  | 'status'
  | 'source'
  | 'name'
  | 'naming'
  | 'role'
  | 'affiliation'
  | 'cue'
  | 'content'
  | 'addressee'
  | 'act'
  | 'negated'
  | 'quotation'
  | `machine_${(typeof FIELDS)[number]}`
>

const FIELDS = [
  ...(['status', 'source', 'name', 'naming', 'role', 'affiliation', 'cue', 'content'] as const),
  ...(['addressee', 'act', 'negated', 'quotation'] as const),
] as const

/**
 * In what a claim stands otherwise than the machine found it, field by field; all that is said of it where somebody added it.
 * Spans are told by their words, so that a span which moved to the same words elsewhere is no difference here.
 */
export function findDifferences(claim: ComparedClaim): Difference[] {
  return FIELDS.flatMap(field => {
    const [machine, editor] = [inWords(field, claim[`machine_${field}`]), inWords(field, claim[field])]
    return machine === editor || (claim.origin === 'editor' && isNothing(field, editor))
      ? []
      : [{ field, machine, editor }]
  })
}

function inWords(field: (typeof FIELDS)[number], value: string | number | null): string | null {
  if (value === null || value === '') return null
  return field === 'negated' ? (value === 1 ? 'yes' : 'no') : String(value)
}

/** Of a claim that was added nobody asks whether it is, say, negated where it is not. */
function isNothing(field: (typeof FIELDS)[number], value: string | null): boolean {
  return value === null || (field === 'negated' && value === 'no') || (field === 'status' && value === 'accepted')
}
