import { isCommon, isFirstName, isOrganisationWord, isTitle, PLACE_HEADS } from '../../../pipeline/word-classes.ts'
import { genderOfFirstName } from '../../../pipeline/words/gender.ts'
import type { Random } from '../alter.ts'
import type { AnnotatedText, MarkedReference } from './annotated.ts'

/*
 * Copies of annotated texts with other names, so that a model learns where names stand and not which there are: first names by
 * others of the same gender, surnames, single words of places and bodies by others, each the same throughout a text.
 */

/** Words that may stand for others of their kind. */
export interface NamePools {
  readonly woman: readonly string[]
  readonly man: readonly string[]
  readonly surnames: readonly string[]
  readonly places: readonly string[]
  readonly bodies: readonly string[]
}

const CAPITALISED = /^\p{Lu}\p{Ll}+$/u

export function collectPools(texts: readonly AnnotatedText[], firstNames: Iterable<string>): NamePools {
  const found = {
    woman: new Set<string>(),
    man: new Set<string>(),
    surnames: new Set<string>(),
    places: new Set<string>(),
    bodies: new Set<string>(),
  }
  for (const name of firstNames) {
    const gender = genderOfFirstName(name)
    if (gender !== null && /^\p{Ll}{3,}$/u.test(name)) found[gender].add(name.charAt(0).toUpperCase() + name.slice(1))
  }
  for (const { text, references } of texts) {
    for (const { kind, start, end } of references) {
      const words = text.slice(start, end).split(/\s+/)
      const last = words.at(-1) as string
      if (!CAPITALISED.test(last) || last.length < 3) continue
      if (kind === 'person' && words.length > 1) found.surnames.add(last)
      if (kind === 'place' && words.length === 1) found.places.add(last)
      if (kind === 'organisation' && words.length === 1) found.bodies.add(last)
    }
  }
  const sorted = Object.entries(found).map(([kind, words]) => [kind, [...words].toSorted()] as const)
  return Object.fromEntries(sorted) as unknown as NamePools
}

/** A renamed text; a reference's offsets are moved, nothing else of it changes. */
export function rename(annotated: AnnotatedText, random: Random, pools: NamePools): AnnotatedText {
  const { text, references } = annotated
  const others = chooseOthers(annotated, random, pools)
  const names = references.filter(({ kind }) => kind === 'person' || kind === 'place' || kind === 'organisation')
  const edits = new Map<number, { readonly end: number; readonly words: string }>()
  for (const { start, end } of names) {
    for (const { 0: word, index } of text.slice(start, end).matchAll(/\p{L}+/gu)) {
      const other = others.get(word)
      if (other !== undefined) edits.set(start + index, { end: start + index + word.length, words: other })
    }
  }
  let changed = ''
  let at = 0
  const moves: { readonly from: number; readonly by: number }[] = [{ from: 0, by: 0 }]
  for (const [start, { end, words }] of [...edits].toSorted((a, b) => a[0] - b[0])) {
    changed += text.slice(at, start) + words
    at = end
    moves.push({ from: end, by: changed.length - end })
  }
  changed += text.slice(at)
  const move = (offset: number) => {
    let [low, high] = [0, moves.length]
    while (high - low > 1) {
      const middle = (low + high) >>> 1
      if ((moves[middle]?.from ?? 0) <= offset) low = middle
      else high = middle
    }
    return offset + (moves[low]?.by ?? 0)
  }
  return {
    ...annotated,
    text: changed,
    references: references.map((one): MarkedReference => ({ ...one, start: move(one.start), end: move(one.end) })),
  }
}

/** Another word for each word of a name, where it gets one. */
function chooseOthers({ text, references }: AnnotatedText, random: Random, pools: NamePools): Map<string, string> {
  const small = new Set(text.match(/(?<!\p{L})\p{Ll}{2,}/gu) ?? [])
  const others = new Map<string, string | null>()
  const pick = (words: readonly string[]) => words[Math.floor(random() * words.length)] as string
  const share = 0.3 + 0.7 * random()
  const give = (word: string, make: () => string) => {
    const lower = word.toLowerCase()
    const isFree = CAPITALISED.test(word) && word.length > 2 && !small.has(lower) && !isTitle(lower)
    if (!others.has(word)) others.set(word, isFree && random() < share ? make() : null)
  }
  for (const { kind, start, end } of references) {
    const words = text.slice(start, end).match(/\p{L}+/gu) ?? []
    const [first, last] = [words[0], words.at(-1)]
    if (first === undefined || last === undefined) continue
    if (kind === 'person') {
      const gender = words.length > 1 ? genderOfFirstName(first.toLowerCase()) : null
      if (gender !== null) give(first, () => pick(pools[gender]))
      if (!isFirstName(last.toLowerCase()) || words.length > 1) give(last, () => surname(pick, random, pools))
    } else if (kind === 'place') {
      if (words.length === 1) give(first, () => pick(pools.places))
      else if (PLACE_HEADS.has(last.toLowerCase()))
        give(first, () => pick(random() < 0.5 ? pools.places : pools.surnames))
    } else if (kind === 'organisation') {
      if (words.length === 1) give(first, () => (random() < 0.5 ? brand(pick, random) : pick(pools.bodies)))
      else if (!isCommon(first.toLowerCase()) && !isOrganisationWord({ lower: first.toLowerCase(), lemma: '' }))
        give(first, () => pick(random() < 0.4 ? pools.places : random() < 0.7 ? pools.surnames : [brand(pick, random)]))
    }
  }
  return new Map([...others].flatMap(([word, other]) => (other === null ? [] : [[word, other] as const])))
}

/** Now and then of two parts, or with a particle. */
function surname(pick: (words: readonly string[]) => string, random: Random, { surnames }: NamePools): string {
  const chance = random()
  const name = pick(surnames)
  if (chance < 0.07) return `${name}-${pick(surnames)}`
  if (chance < 0.1)
    return `${pick(['van', 'de', 'von', 'al-', 'van der', 'bin', 'da', 'Mac', 'O’'])} ${name}`.replace(
      /(?<=[-c’]) /,
      '',
    )
  return name
}

/** A made-up name of a company. */
function brand(pick: (words: readonly string[]) => string, random: Random): string {
  const starts = [
    'or',
    'ko',
    'vel',
    'tran',
    'mer',
    'sol',
    'pur',
    'zen',
    'har',
    'dak',
    'lu',
    'bri',
    'nex',
    'cal',
    'ver',
    'qua',
  ]
  const ends = [
    'vex',
    'bo',
    'tis',
    'ton',
    'lane',
    'pay',
    'corp',
    'dyne',
    'la',
    'mont',
    'row',
    'gen',
    'tech',
    'nova',
    'ix',
    'ra',
  ]
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
  const [start, end] = [pick(starts), pick(ends)]
  return random() < 0.2 ? capital(start) + capital(end) : capital(start + end)
}
