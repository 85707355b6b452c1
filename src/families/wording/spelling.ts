import { FREQUENT_WORDS } from './frequent-words.ts'

const SHORTEST = 4
/** From this length on two letters may be wrong. */
const LONG = 8
const PREFIXES = ['un', 'in', 'im', 'il', 'ir', 'dis', 'non', 'mis', 'a', 're', 'de', 'anti', 'under', 'over']

/**
 * Whether two words may be one that was typed in two ways: a letter more, less, changed or exchanged with the next; never
 * "likely" and "unlikely", two words that are both common ("would" and "could"), and no numbers.
 */
export function areOneTyped(one: string, other: string): boolean {
  if (FREQUENT_WORDS.has(one) && FREQUENT_WORDS.has(other)) return false
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short.length < SHORTEST || long.length - short.length > 2 || /\p{N}/u.test(one + other)) return false
  if (PREFIXES.some(prefix => long === prefix + short)) return false
  const most = short.length >= LONG ? 2 : 1
  return distance(short, long) <= most
}

/** Letters added, dropped, changed, or exchanged with the next (optimal string alignment). */
function distance(one: string, other: string): number {
  let twoUp: number[] = []
  let up = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let a = 1; a <= one.length; a++) {
    const row = [a]
    for (let b = 1; b <= other.length; b++) {
      const cost = one[a - 1] === other[b - 1] ? 0 : 1
      let least = Math.min((up[b] as number) + 1, (row[b - 1] as number) + 1, (up[b - 1] as number) + cost)
      if (a > 1 && b > 1 && one[a - 1] === other[b - 2] && one[a - 2] === other[b - 1])
        least = Math.min(least, (twoUp[b - 2] as number) + 1)
      row.push(least)
    }
    ;[twoUp, up] = [up, row]
  }
  return up[other.length] as number
}
