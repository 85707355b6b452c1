import { EXIT, HearsayError } from '../domain/errors.ts'

/**
 * Refuses parameters that a page does not know, rather than show what was not asked for.
 *
 * @throws HearsayError (2)
 */
export function requireKnown(search: URLSearchParams, known: readonly string[]): URLSearchParams {
  const unknown = [...search.keys()].find(name => !known.includes(name))
  if (unknown === undefined) return search
  const takes = known.length === 0 ? 'it takes none' : `it takes ${known.join(', ')}`
  throw new HearsayError(`This page knows no parameter "${unknown}"; ${takes}.`, EXIT.usage)
}

/**
 * Whether something is switched on in a page's address.
 *
 * @throws HearsayError (2) when its value is not 1
 */
export function readFlag(search: URLSearchParams, name: string): boolean {
  const value = search.get(name) ?? ''
  if (value !== '' && value !== '1')
    throw new HearsayError(`"${value}" is no value of ${name}; write ${name}=1, or leave it out.`, EXIT.usage)
  return value === '1'
}
