import { ALL_TITLES } from '../../domain/text/name-titles.ts'

/** Stand behind names. */
const ENDINGS = new Set('jr sr ii iii iv mp mep phd md esq inc corp corporation ltd llc plc co gmbh ag sa'.split(' '))
const LINKS = new Set(['the', 'of', 'and', 'for', 'a', 'an'])

/**
 * A speaker as claims are compared by it: a name in small letters without accents, titles and endings; null for everybody without
 * a name.
 *
 * @example
 * speakerOf('Sen. José Lee, Jr.') // → 'jose lee'
 */
export function speakerOf(name: string | null): string | null {
  if (name === null) return null
  const words = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’ʼ‘]/g, "'")
    .replace(/'s?(?=\s|$)/g, '')
    .split(/[^\p{L}\p{N}'&]+/u)
    .filter(word => word !== '' && !LINKS.has(word))
  while (words.length > 1 && ENDINGS.has(words.at(-1) as string)) words.pop()
  while (words.length > 1 && ALL_TITLES.has(words[0] as string)) words.shift()
  return words.length === 0 ? null : words.join(' ')
}

/** The last word of a speaker: compatible speakers have the same, so that it serves to look them up. */
export function bucketOf(speaker: string): string {
  return speaker.slice(speaker.lastIndexOf(' ') + 1)
}

/**
 * Whether two speakers may be the same: the last words are, and so are the first, or one is the other's initial, or missing. Who has
 * no name is nobody's like.
 */
export function areCompatible(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return false
  if (one === other) return true
  const bucket = bucketOf(one)
  if (bucket !== bucketOf(other)) return false
  if (one === bucket || other === bucket) return true
  const [first, otherFirst] = [firstOf(one), firstOf(other)]
  const [short, long] = first.length <= otherFirst.length ? [first, otherFirst] : [otherFirst, first]
  return short === long || (short.length === 1 && long.startsWith(short))
}

function firstOf(speaker: string): string {
  return speaker.slice(0, speaker.indexOf(' '))
}
