import { type ErrorCode, HearsayError } from '../../../domain/errors.ts'

/** The half-open range of texts that begin with `prefix`, for an index to search: `id >= from and id < to`. */
export function rangeOfPrefix(prefix: string): { readonly from: string; readonly to: string } {
  return { from: prefix, to: `${prefix}\u{10ffff}` }
}

interface Kind {
  readonly name: string
  readonly unknown: ErrorCode
  readonly advice: string
}

/** What is asked for by the beginning of an id, as errors say it. */
const KINDS = {
  article: { name: 'article', unknown: 'article-not-found', advice: 'check its id or address' },
  claim: {
    name: 'claim',
    unknown: 'claim-not-found',
    advice: 'check its id, or look for it among the claims of its article',
  },
  voice: { name: 'voice', unknown: 'person-not-found', advice: 'check its id, or look for it among the people' },
  quotation: {
    name: 'quotation family, or claim in one,',
    unknown: 'quotation-not-found',
    advice: 'check its id, or look for it among the quotations',
  },
} satisfies Record<string, Kind>

/**
 * The only one of `found`.
 *
 * @throws HearsayError (2) when there is none, or more than one.
 */
export function requireOne<Row>(
  found: readonly Row[],
  kind: keyof typeof KINDS,
  reference: string,
  name: (row: Row) => string,
): Row {
  const [only, ...others] = found
  const what: Kind = KINDS[kind]
  if (only === undefined)
    throw new HearsayError(`No ${what.name} is known as "${reference}"; ${what.advice}.`, what.unknown)
  if (others.length > 0)
    throw new HearsayError(
      `"${reference}" could be more than one ${what.name}: ${[...new Set(found.map(name))].slice(0, 3).join(', ')}; give more of it.`,
      'reference-ambiguous',
    )
  return only
}
