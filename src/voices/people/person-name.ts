import { TITLES } from '../../domain/text/name-titles.ts'

/** A full name as far as it tells people apart. */
export interface PersonName {
  /** First and last name, without marks and case: the same for "Dr. José M. Ortega" and "Jose Ortega". */
  readonly key: string
  /** First letters of the names between them; empty when there are none. */
  readonly middle: string
  /** `jr`, `sr`, `ii` …; empty when there is none. */
  readonly suffix: string
}

const SUFFIXES: ReadonlyMap<string, string> = new Map([
  ...['jr', 'sr', 'ii', 'iii', 'iv'].map(suffix => [suffix, suffix] as const),
  ['junior', 'jr'],
  ['senior', 'sr'],
])

/**
 * Reads a name that can be found again in another article; null for a single name, and for one initial before a last name, which
 * too many people share.
 */
export function readPersonName(name: string): PersonName | null {
  const [main = '', ...rest] = fold(name).split(',')
  const parts = wordsOf(main)
  // A name of two words keeps them.
  while (parts.length > 2 && TITLES.has(parts[0] as string)) parts.shift()
  let suffix = rest.flatMap(wordsOf).find(part => SUFFIXES.has(part)) ?? ''
  if (parts.length > 2 && SUFFIXES.has(parts.at(-1) as string)) suffix = parts.pop() as string
  const [first, last] = [parts[0], parts.at(-1)]
  if (first === undefined || last === undefined || parts.length < 2) return null
  // A title and a surname is a surname alone.
  if (parts.length === 2 && (first.length === 1 || TITLES.has(first))) return null
  const middle = parts
    .slice(1, -1)
    .map(part => [...part][0])
    .join('')
  return { key: `${first} ${last}`, middle, suffix: SUFFIXES.get(suffix) ?? '' }
}

/** "J.K." is two names, "O'Neill" one. */
function wordsOf(text: string): string[] {
  return text.split(/[\s.]+/).filter(part => part !== '')
}

function fold(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’ʼ`"“”()]/gu, '')
    .replaceAll(/\p{Pd}/gu, '-')
    .toLowerCase()
}
