import { readWordList } from '../../word-list.ts'

// One line a seat of government: its name, a tab, the country.
const COUNTRY_BY_SEAT: ReadonlyMap<string, string> = new Map(
  [...readWordList(new URL('../lexicon/seats-of-government.txt', import.meta.url))].map(
    line => line.split('\t') as [string, string],
  ),
)

/**
 * The government that a seat's name stands for when it speaks ("Washington said"), or null.
 * @example governmentOf('Washington') // → 'the United States government'
 */
export function governmentOf(name: string): string | null {
  const country = COUNTRY_BY_SEAT.get(name.toLowerCase())
  if (country === undefined) return null
  return country === 'the United States' ? `${country} government` : `the government of ${country}`
}
