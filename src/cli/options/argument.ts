import { InvalidArgumentError } from 'commander'
import { isBlank } from '../../domain/text/blank.ts'

/** Reads a whole number of at least `least` and at most `most`, in digits alone: `1e3` could be a slip. */
export function wholeNumber(least: number, most = Number.MAX_SAFE_INTEGER): (value: string) => number {
  return value => {
    const number = Number(value)
    const isWritten = /^\d+$/.test(value)
    if (!isWritten || number < least || number > most) {
      const how = isWritten ? '' : `, written in digits alone, such as ${Math.min(most, Math.max(least, 1000))}`
      throw new InvalidArgumentError(`it must be a whole number from ${least} to ${most}${how}`)
    }
    return number
  }
}

/** Reads words that say something: not nothing, and not only spaces. */
export function words(value: string): string {
  const trimmed = value.trim()
  if (isBlank(trimmed)) throw new InvalidArgumentError('it must not be empty')
  return trimmed
}

/**
 * Reads what somebody has, such as a role. That they have none is said of a voice by a word; of a claim it cannot be said.
 *
 * @param name of the option
 */
export function wordsOrNone(name: string): (value: string) => string {
  return value => {
    if (isBlank(value))
      throw new InvalidArgumentError(
        `it must not be empty; that somebody has none is said of a voice: --person ID --${name} none`,
      )
    return value.trim()
  }
}

/** Timers count in ms, and the longest time that one can be set for is 2^31 - 1 of them. */
const LEAST_SECONDS = 0.001
const MOST_SECONDS = 2_000_000

/** Reads a number of seconds, `0.5` included, as milliseconds. */
export function seconds(value: string): number {
  const number = Number(value)
  const isWritten = /^\d+(?:\.\d+)?$/.test(value)
  if (!isWritten || number < LEAST_SECONDS || number > MOST_SECONDS) {
    const how = isWritten ? '' : ', written in digits with or without a point, such as 60 or 0.5'
    throw new InvalidArgumentError(`it must be a number of seconds from ${LEAST_SECONDS} to ${MOST_SECONDS}${how}`)
  }
  return Math.ceil(number * 1000)
}

/** Reads labels: one or several of a closed set, separated by commas; given again, they add up. */
export function labels<Label extends string>(
  known: readonly Label[],
): (value: string, before: readonly Label[] | undefined) => readonly Label[] {
  return (value, before = []) => {
    const given = value.split(',').map(part => {
      const label = known.find(label => label === part.trim())
      if (label === undefined) throw new InvalidArgumentError(`choose from ${known.join(', ')}`)
      return label
    })
    return [...before, ...given]
  }
}
