import { HearsayError } from '../domain/errors.ts'

/** Longest value of a parameter, in characters, unless a page says otherwise. */
const LONGEST_VALUE = 500
/** Most values that an address may hold. A page has links that lead on from all of them, so it grows with their square. */
const MOST_VALUES = 50

/**
 * Refuses parameters that a page does not know, rather than show what was not asked for, and more than it can look for
 * while others wait.
 *
 * @throws HearsayError (2)
 */
export function requireKnown(
  search: URLSearchParams,
  known: readonly string[],
  longest = LONGEST_VALUE,
): URLSearchParams {
  const unknown = [...search.keys()].find(name => !known.includes(name))
  if (unknown === undefined) return requireShort(search, longest)
  const takes = known.length === 0 ? 'it takes none' : `it takes ${known.join(', ')}`
  throw new HearsayError(
    `This page knows no parameter "${unknown.slice(0, LONGEST_VALUE)}"; ${takes}.`,
    'request-invalid',
  )
}

function requireShort(search: URLSearchParams, longest: number): URLSearchParams {
  if (search.size > MOST_VALUES)
    throw new HearsayError(
      `The address has ${search.size} parameters, and may have ${MOST_VALUES}; take some away.`,
      'too-much-asked',
    )
  for (const [name, { length }] of search)
    if (length > longest)
      throw new HearsayError(
        `The value of ${name} has ${length} characters, and may have ${longest}; write less.`,
        'value-too-long',
      )
  return search
}

/**
 * The value of a parameter that has one at most, without spaces around it; undefined where it has none.
 *
 * @throws HearsayError (2) when it is given twice, and not the same: whichever was taken, the other would be silently left out
 */
export function readOnly(search: URLSearchParams, name: string): string | undefined {
  const values = [...new Set(search.getAll(name).map(value => value.trim()))].filter(value => value !== '')
  if (values.length > 1)
    throw new HearsayError(
      `The parameter ${name} is given ${values.length} times, and may be given once; leave one out.`,
      'request-invalid',
    )
  return values[0]
}

/**
 * Whether something is switched on in a page's address.
 *
 * @throws HearsayError (2) when its value is not 1, or it has two
 */
export function readFlag(search: URLSearchParams, name: string): boolean {
  const value = readOnly(search, name) ?? ''
  if (value !== '' && value !== '1')
    throw new HearsayError(`"${value}" is no value of ${name}; write ${name}=1, or leave it out.`, 'value-invalid')
  return value === '1'
}
