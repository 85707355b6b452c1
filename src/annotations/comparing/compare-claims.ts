import { SPAN_ROLES, type SpanRole } from '../../domain/labels.ts'
import type { Span } from '../../domain/span.ts'
import type { CodePointText } from '../../domain/text/code-point-text.ts'
import { refuse } from '../refuse.ts'
import { canonicalKey } from './canonical-spans.ts'
import { pairClaims } from './pair-claims.ts'
import type { ReadClaim } from './read-claim.ts'
import type { SaidValues, StandingClaim } from './standing-claims.ts'

/** What a file says otherwise than the claims stand. */
export type Difference =
  | { readonly kind: 'changed'; readonly claimId: string; readonly says: SaidValues }
  | { readonly kind: 'rejected'; readonly claimId: string }
  | { readonly kind: 'accepted'; readonly claimId: string }
  | { readonly kind: 'added'; readonly says: SaidValues; readonly where: string }

export interface Comparison {
  readonly differences: readonly Difference[]
  /** Claims that came back as they stand. */
  readonly unchanged: number
  /**
   * Claims of which the file has something that corrections overtook: it was rejected since, or the file has what the machine
   * found or what an earlier correction said. They are left as they stand.
   */
  readonly overtaken: readonly string[]
  /** Claims that are not in the file and did not surely go out with it. */
  readonly absent: number
  /** Claims that have to be in the file, or were deleted; rejected ones are not among them. */
  readonly expected: number
}

export interface CompareOptions {
  /** Ids of the claims that went out; null where nobody knows. */
  readonly given: readonly string[] | null
  /** Whether every claim that is not in the file was deleted. */
  readonly isComplete: boolean
  /** Whether what comes back as it stands is said to be right. */
  readonly accepts: boolean
}

/**
 * Compares an article's claims in a file with the claims as they stand. Everything that a file says of one claim is one
 * difference.
 *
 * @throws HearsayError (2) for a claim of the file that cannot be one
 */
export function compareClaims(
  text: CodePointText,
  read: readonly ReadClaim[],
  standing: readonly StandingClaim[],
  options: CompareOptions,
): Comparison {
  const differences: Difference[] = []
  const overtaken: string[] = []
  let unchanged = 0
  const pairs = pairClaims(text, read, standing)
  for (const [claim, found] of pairs) {
    if (found === null) {
      differences.push(toAdded(claim))
      continue
    }
    const { says, isOvertaken } = findChanges(text, claim, found)
    if (found.isRejected || (says === null && isOvertaken)) overtaken.push(found.id)
    else if (says !== null) differences.push({ kind: 'changed', claimId: found.id, says })
    else unchanged++
    if (options.accepts && says === null && !isOvertaken && !found.isRejected && !found.isAccepted)
      differences.push({ kind: 'accepted', claimId: found.id })
  }
  const came = new Set(pairs.map(([, found]) => found))
  const left = standing.filter(claim => !claim.isRejected)
  const missing = left.filter(claim => !came.has(claim))
  const given = options.given === null ? null : new Set(options.given)
  const isExpected = ({ id }: StandingClaim) => options.isComplete || given?.has(id) === true
  const deleted = missing.filter(isExpected)
  for (const { id } of deleted) differences.push({ kind: 'rejected', claimId: id })
  return {
    differences,
    unchanged,
    overtaken,
    absent: missing.length - deleted.length,
    expected: left.filter(isExpected).length,
  }
}

function toAdded({ where, spans, labels }: ReadClaim): Difference {
  if (spans.cue.length === 0) refuse(where, 'is a new claim without a cue: mark its cue, or join its words to one')
  const { name, ...rest } = labels
  return { kind: 'added', where, says: { spans, ...rest, ...(name === undefined ? {} : { name }) } }
}

function findChanges(text: CodePointText, claim: ReadClaim, { now, machine, said }: StandingClaim) {
  const key = (spans: readonly Span[]) => canonicalKey(text, spans)
  let isOvertaken = false
  /** Whether it says something new; what was said before, by the machine or somebody, was overtaken by what stands now. */
  const isNews = <Value>(
    value: Value,
    same: (a: Value, b: Value) => boolean,
    pick: (of: SaidValues) => Value | undefined,
  ) => {
    const is = (other: Value | undefined) => other !== undefined && same(value, other)
    if (is(pick(now))) return false
    const isOld = [...(machine === null ? [] : [machine]), ...said].some(old => is(pick(old)))
    isOvertaken ||= isOld
    return !isOld
  }
  const spans: Partial<Record<SpanRole, readonly Span[]>> = {}
  for (const role of SPAN_ROLES) {
    const own = claim.spans[role]
    const isMoved = role === 'cue' && claim.trigger !== null && key(own) === key(now.spans.cue)
    const value = isMoved ? (claim.trigger as readonly Span[]) : own
    if (
      isNews(
        value,
        (a, b) => key(a) === key(b),
        values => values.spans[role],
      )
    )
      spans[role] = value
  }
  const labels: Partial<Record<keyof ReadClaim['labels'], unknown>> = {}
  for (const [field, value] of Object.entries(claim.labels) as [keyof ReadClaim['labels'], unknown][]) {
    const same = field === 'name' ? sameName : Object.is
    if (value !== undefined && isNews<unknown>(value, same, values => values[field])) labels[field] = value
  }
  const isNothing = Object.keys(spans).length + Object.keys(labels).length === 0
  return { says: isNothing ? null : ({ spans, ...labels } as SaidValues), isOvertaken }
}

/** Tools keep a name on one line. */
function sameName(a: unknown, b: unknown): boolean {
  const bare = (name: unknown) =>
    String(name ?? '')
      .replace(/\s+/g, ' ')
      .trim()
  return bare(a) === bare(b)
}
