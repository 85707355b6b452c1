import { HearsayError } from '../../../domain/errors.ts'
import { NAMINGS, type Naming } from '../../../domain/labels.ts'
import type { Span } from '../../../domain/span.ts'
import type { Parameters } from '../../page/address.ts'
import { readFlag } from '../../parameters.ts'

/** All that the address of an article's page may hold. */
export const DESK_PARAMETERS = ['claim', 'naming', 'findings', 'rejected', 'part', 'at', 'edit', 'did'] as const

/** What the address of an article's page asks for. */
export interface DeskRequest {
  /** Id of the claim that is looked at. */
  readonly chosen: string | null
  /** Namings of the claims that are shown; all when it is empty. */
  readonly naming: readonly Naming[]
  /** Whether only claims that a finding concerns are shown. */
  readonly withFindings: boolean
  /** Whether rejected candidates are marked, too. */
  readonly isRejectedShown: boolean
  /** As it was written; null where the chosen claim, or the beginning, says which part is shown. */
  readonly part: string | null
  /** Words that are pointed at, in code points. */
  readonly at: Span | null
  /** Whether the form for all of the chosen claim is open. */
  readonly isEditing: boolean
  /** What was just done, to be said once. */
  readonly did: string | null
}

/**
 * Reads the address of an article's page.
 *
 * @throws HearsayError (2) when a naming is none, or a flag neither on nor off
 */
export function readDeskRequest(search: URLSearchParams): DeskRequest {
  return {
    chosen: search.get('claim') || null,
    naming: search.getAll('naming').filter(Boolean).map(requireNaming),
    withFindings: readFlag(search, 'findings'),
    isRejectedShown: readFlag(search, 'rejected'),
    part: search.get('part'),
    at: readPlace(search.get('at')),
    isEditing: readFlag(search, 'edit'),
    did: search.get('did'),
  }
}

/** What stays the same from page to page of a desk: which claims are shown and what is marked. */
export function keptParameters({ naming, withFindings, isRejectedShown }: DeskRequest): Parameters {
  return {
    ...(naming.length === 0 ? {} : { naming }),
    ...(withFindings ? { findings: '1' } : {}),
    ...(isRejectedShown ? { rejected: '1' } : {}),
  }
}

function readPlace(value: string | null): Span | null {
  if (value === null || value === '') return null
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(value) ?? []
  if (start === undefined || Number(start) >= Number(end))
    throw new HearsayError(`"${value}" is no place in an article; give two offsets, as in at=120-140.`, 'value-invalid')
  return { start: Number(start), end: Number(end) }
}

function requireNaming(value: string): Naming {
  const naming = NAMINGS.find(one => one === value)
  if (naming === undefined)
    throw new HearsayError(
      `"${value}" is no way in which a source is named; choose from ${NAMINGS.join(', ')}.`,
      'value-unknown',
    )
  return naming
}
