import { InvalidArgumentError } from 'commander'

/** Reads a whole number of at least `least` and at most `most`. */
export function wholeNumber(least: number, most = Number.MAX_SAFE_INTEGER): (value: string) => number {
  return value => {
    const number = Number(value)
    if (!/^\d+$/.test(value) || number < least) {
      throw new InvalidArgumentError(`it must be a whole number of at least ${least}`)
    }
    if (number > most) throw new InvalidArgumentError(`it must be at most ${most}`)
    return number
  }
}

/** Reads words that say something: not nothing, and not only spaces. */
export function words(value: string): string {
  const trimmed = value.trim()
  if (trimmed === '') throw new InvalidArgumentError('it must not be empty')
  return trimmed
}

/** The longest time that a timer can be set for is 2^31 - 1 ms. */
const MOST_SECONDS = 2_000_000

/** Reads a number of seconds, `0.5` included, as milliseconds. */
export function seconds(value: string): number {
  const number = Number(value)
  if (!/^\d+(?:\.\d+)?$/.test(value) || number <= 0) {
    throw new InvalidArgumentError('it must be a number of seconds greater than 0')
  }
  if (number > MOST_SECONDS) throw new InvalidArgumentError(`it must be at most ${MOST_SECONDS} seconds`)
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
