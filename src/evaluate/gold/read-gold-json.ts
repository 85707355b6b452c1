import { readFileSync } from 'node:fs'
import { HearsayError } from '../../domain/errors.ts'

/**
 * The text of a file that gold is read from.
 *
 * @param what what it is, as the reader of a refusal would say it
 * @throws HearsayError naming the file that cannot be read
 */
export function readText(path: string, what: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new HearsayError(
      `The ${what} ${path} cannot be read (${(cause as NodeJS.ErrnoException).code}); check the path.`,
      'input-unreadable',
      { cause },
    )
  }
}

/**
 * What the JSON of such a file says.
 *
 * @param wanted what to give instead: "a file of replies, as test/gold holds them"
 * @throws HearsayError naming the file that is no JSON
 */
export function parseJson(json: string, path: string, wanted: string): unknown {
  try {
    return JSON.parse(json)
  } catch (cause) {
    throw new HearsayError(`${path} is no JSON; give ${wanted}.`, 'gold-invalid', { cause })
  }
}
