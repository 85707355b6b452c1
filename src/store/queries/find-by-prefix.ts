import { EXIT, HearsayError } from '../../domain/errors.ts'

/** The half-open range of texts that begin with `prefix`, for an index to search: `id >= from and id < to`. */
export function rangeOfPrefix(prefix: string): { readonly from: string; readonly to: string } {
  return { from: prefix, to: `${prefix}\u{10ffff}` }
}

/**
 * The only one of `found`.
 *
 * @throws HearsayError (2) when there is none, or more than one.
 */
export function requireOne<Row>(
  found: readonly Row[],
  what: string,
  reference: string,
  name: (row: Row) => string,
): Row {
  const [only, ...others] = found
  if (only === undefined) throw new HearsayError(`No ${what} is known as "${reference}".`, EXIT.usage)
  if (others.length > 0)
    throw new HearsayError(
      `"${reference}" could be more than one ${what}: ${[...new Set(found.map(name))].slice(0, 3).join(', ')}; give more of it.`,
      EXIT.usage,
    )
  return only
}
