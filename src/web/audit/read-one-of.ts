import { HearsayError } from '../../domain/errors.ts'
import { readOnly } from '../parameters.ts'

/**
 * A value of a closed set from an address; the first one where none is given.
 *
 * @throws HearsayError (2) when it is none of them
 */
export function readOneOf<Value extends string>(
  search: URLSearchParams,
  name: string,
  known: readonly [Value, ...Value[]] | readonly Value[],
): Value {
  const asked = readOnly(search, name) ?? known[0]
  const value = known.find(one => one === asked)
  if (value === undefined)
    throw new HearsayError(`"${asked}" is no value of ${name}; choose from ${known.join(', ')}.`, 'value-unknown')
  return value
}
