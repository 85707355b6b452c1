import { HearsayError } from '../domain/errors.ts'
import { ACTS, NAMINGS, QUOTATION_TYPES } from '../domain/labels.ts'
import {
  readVoicesRequest,
  toVoicesParameters,
  VOICES_OF_CLAIMS,
  type VoicesRequest,
} from './audit/voices/voices-request.ts'
import type { ClaimSelection } from './claim-index/select-claims.ts'
import type { VoiceFacet } from './claim-index/voiced-claims.ts'
import type { Parameters } from './page/address.ts'
import { readFlag, readOnly } from './parameters.ts'
import { readDays } from './period.ts'

/** What the address of the page of claims says: which claims, and which page of them. */
export interface ClaimsRequest {
  /** Words of the content, the source, or the article’s title or byline. */
  readonly text: string | undefined
  readonly selection: ClaimSelection
  /** Only claims of these voices; null where it says nothing of voices. */
  readonly voices: VoicesRequest | null
  /** Ids of the claims after or before which the page begins or ends. */
  readonly after: string | undefined
  readonly before: string | undefined
}

/** Facets whose values stand in the address. */
export const FACETS = ['source', 'naming', 'act', 'quotation', 'publisher'] as const
export type Facet = (typeof FACETS)[number]

/** A facet of the page, also of what lies in voices. */
export type AnyFacet = Facet | VoiceFacet

/** All that the address of the page may hold. */
export const CLAIMS_PARAMETERS = [
  'q',
  'by',
  ...FACETS,
  ...VOICES_OF_CLAIMS,
  'since',
  'until',
  'attitudes',
  'rejected',
  'after',
  'before',
] as const

/**
 * Reads the address of the page of claims.
 *
 * @throws HearsayError (2) when a label or a date is none, or both a page after and one before are asked for.
 */
export function readClaimsRequest(search: URLSearchParams): ClaimsRequest {
  const all = (name: string) => search.getAll(name).filter(value => value !== '')
  const one = (name: string) => readOnly(search, name)
  const several = <Value extends string>(name: string, known: readonly Value[]): readonly Value[] | undefined => {
    const values = all(name)
    return values.length === 0 ? undefined : values.map(value => requireLabel(name, value, known))
  }
  const [after, before] = [one('after'), one('before')]
  if (after !== undefined && before !== undefined)
    throw new HearsayError(
      'A page begins after a claim or ends before one; give after or before, not both.',
      'argument-conflict',
    )
  const some = (values: readonly string[]) => (values.length === 0 ? undefined : values)
  return {
    text: one('q'),
    selection: withoutUndefined({
      by: one('by'),
      source: some(all('source')),
      naming: several('naming', NAMINGS),
      act: several('act', ACTS),
      quotation: several('quotation', QUOTATION_TYPES),
      publisher: some(all('publisher')),
      ...readDays(search),
      attitudes: readFlag(search, 'attitudes') ? true : undefined,
      rejected: readFlag(search, 'rejected') ? true : undefined,
    }),
    voices: readVoicesRequest(search),
    after,
    before,
  }
}

/** The same as parameters of an address, without the page. */
export function toParameters({ text, selection, voices }: Omit<ClaimsRequest, 'after' | 'before'>): Parameters {
  const { rejected, attitudes, voices: _, ...others } = selection
  return {
    ...(text === undefined ? {} : { q: text }),
    ...others,
    ...(voices === null ? {} : toVoicesParameters(voices)),
    ...(attitudes === true ? { attitudes: '1' } : {}),
    ...(rejected === true ? { rejected: '1' } : {}),
  }
}

/** The parameters with one value of a facet taken in, or left out when it was in. */
export function toggle(parameters: Parameters, facet: AnyFacet, value: string): Parameters {
  const chosen = [parameters[facet] ?? []].flat().map(String)
  const next = chosen.includes(value) ? chosen.filter(other => other !== value) : [...chosen, value]
  return { ...parameters, [facet]: next }
}

function requireLabel<Value extends string>(name: string, value: string, known: readonly Value[]): Value {
  const label = known.find(label => label === value)
  if (label === undefined)
    throw new HearsayError(`"${value}" is no ${name}; choose from ${known.join(', ')}.`, 'value-unknown')
  return label
}

function withoutUndefined(
  selection: { readonly [Name in keyof ClaimSelection]: ClaimSelection[Name] | undefined },
): ClaimSelection {
  return Object.fromEntries(Object.entries(selection).filter(([, value]) => value !== undefined)) as ClaimSelection
}
