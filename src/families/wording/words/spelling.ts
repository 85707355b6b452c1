import { FREQUENT_WORDS } from './frequent-words.ts'

/** Shorter words are never taken for one another: "cat" and "car" are two. */
export const SHORTEST_TYPED = 4
/** From this length on two letters may be wrong. */
const LONG = 8
const PREFIXES = ['un', 'in', 'im', 'il', 'ir', 'dis', 'non', 'mis', 'a', 're', 'de', 'anti', 'under', 'over']
const HAS_NUMBER = /\p{N}/u

/**
 * Whether two words may be one that was typed in two ways: a letter more, less, changed or exchanged with the next; never
 * "likely" and "unlikely", two words that are both common ("would" and "could"), and no numbers.
 */
export function areOneTyped(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short.length < SHORTEST_TYPED || !areNear(short, long, short.length >= LONG ? 2 : 1)) return false
  if (FREQUENT_WORDS.has(one) && FREQUENT_WORDS.has(other)) return false
  return !HAS_NUMBER.test(one) && !HAS_NUMBER.test(other) && !PREFIXES.some(prefix => long === prefix + short)
}

/**
 * Whether no more than so many letters, one or two, are added, dropped, changed, or exchanged with the next (optimal string alignment).
 * What both begin and end with costs nothing in it, so that most words are told apart by the little that is left.
 */
function areNear(short: string, long: string, most: number): boolean {
  if (long.length - short.length > most) return false
  let from = 0
  while (from < short.length && short.charCodeAt(from) === long.charCodeAt(from)) from++
  let [end, longEnd] = [short.length, long.length]
  while (end > from && short.charCodeAt(end - 1) === long.charCodeAt(longEnd - 1)) {
    end--
    longEnd--
  }
  if (longEnd - from <= 1) return true
  if (end === from) return longEnd - from <= most
  if (end - from === 2 && longEnd - from === 2 && areExchanged(short, long, from, from)) return true
  return most > 1 && isWithin(short.slice(from, end), long.slice(from, longEnd), most)
}

/** Row by row, as far beside the diagonal as so many letters lead, until none of a row is left that is near enough. */
function isWithin(one: string, other: string, most: number): boolean {
  const far = most + 1
  let twoUp: number[] = []
  let up = Array.from({ length: other.length + 1 }, (_, index) => Math.min(index, far))
  for (let a = 1; a <= one.length; a++) {
    const row = new Array<number>(other.length + 1).fill(far)
    if (a <= most) row[0] = a
    let least = row[0] as number
    for (let b = Math.max(1, a - most); b <= Math.min(other.length, a + most); b++) {
      const cost = one.charCodeAt(a - 1) === other.charCodeAt(b - 1) ? 0 : 1
      let letters = Math.min((up[b] as number) + 1, (row[b - 1] as number) + 1, (up[b - 1] as number) + cost)
      if (a > 1 && b > 1 && cost === 1 && areExchanged(one, other, a - 2, b - 2))
        letters = Math.min(letters, (twoUp[b - 2] as number) + 1)
      row[b] = letters
      least = Math.min(least, letters)
    }
    if (least > most) return false
    ;[twoUp, up] = [up, row]
  }
  return (up[other.length] as number) <= most
}

function areExchanged(one: string, other: string, at: number, otherAt: number): boolean {
  return one.charCodeAt(at) === other.charCodeAt(otherAt + 1) && one.charCodeAt(at + 1) === other.charCodeAt(otherAt)
}
