import { readWordList } from '../../../pipeline/word-list.ts'

const own = (name: string) => readWordList(new URL(`./lexicon/${name}.txt`, import.meta.url))

/** Nouns for people who can be accused or answer: offices and occupations, and some in the plural that news has. */
export const PERSON_NOUNS: ReadonlySet<string> = new Set([
  ...readWordList(new URL('../../../pipeline/entities/lexicon/role.txt', import.meta.url)),
  ...own('person'),
])
/** Nouns for bodies, written small: "the company", "the board". */
export const BODY_NOUNS = own('body')
/** Last words of bodies' names. */
export const BODY_NAMES: ReadonlySet<string> = new Set([
  ...readWordList(new URL('../../../pipeline/entities/lexicon/organisation.txt', import.meta.url)),
  ...BODY_NOUNS,
])
/** What any company may be called once it has been named. */
export const ANY_COMPANY: ReadonlySet<string> = new Set([
  'body',
  'business',
  'chain',
  'company',
  'firm',
  'group',
  'grower',
  'operator',
  'studio',
  'supplier',
])

/** Who speaks for others by profession. */
export const SPEAKS_FOR =
  /\b(?:spokes(?:man|woman|person|people)|press (?:officer|secretary|office)|representatives?|(?:media )?aide|publicist|mouthpiece)\b/iu
export const LAWYER =
  /\b(?:lawyers?|attorneys?|solicitors?|barristers?|advocate|counsel|KC|QC|SC|defending|mitigating)\b/u

const WRONGDOING: ReadonlyMap<string, readonly { readonly kind: string; readonly words: readonly string[] }[]> =
  readWrongdoing()

/** What the words from `at` on say is wrong to do, and how many words say it; null where they do not. */
export function wrongdoingAt(
  roots: readonly string[],
  at: number,
): { readonly kind: string; readonly length: number } | null {
  let best: { kind: string; length: number } | null = null
  for (const { kind, words } of WRONGDOING.get(roots[at] as string) ?? []) {
    const length = matchInOrder(roots, at, words, kind === 'charged' ? 0 : MOST_BETWEEN)
    if (length !== null && length > (best?.length ?? 0)) best = { kind, length }
  }
  return best
}

/** Words of a phrase may have others between them: "burned his papers". */
const MOST_BETWEEN = 3

function matchInOrder(roots: readonly string[], at: number, words: readonly string[], most: number): number | null {
  let place = at
  for (const word of words.slice(1)) {
    const found = roots.slice(place + 1, place + 2 + most).indexOf(word)
    if (found === -1) return null
    place += found + 1
  }
  return place - at + 1
}

function readWrongdoing() {
  const byFirst = new Map<string, { kind: string; words: readonly string[] }[]>()
  for (const line of own('wrongdoing')) {
    const [kind = '', phrase = ''] = line.split('\t')
    const words = phrase.split(' ').map(rootOf)
    const first = words[0] as string
    byFirst.set(first, [...(byFirst.get(first) ?? []), { kind, words }])
  }
  return byFirst
}

/**
 * A word without its endings, so that "falsified" and "falsifying" are one: rough, and only for telling forms of a word from others.
 *
 * @example
 * rootOf('robbed') === rootOf('robbing') // → true
 */
export function rootOf(word: string): string {
  let root = word
    .toLowerCase()
    .replace(/[’']s?$/u, '')
    .replace(/(?:ies|ied)$/u, 'y')
  if (root.length > 4) root = root.replace(/(?:ings?|ed)$/u, '')
  if (root.length > 3) root = root.replace(/(?<=[sxz]|ch|sh)es$/u, '').replace(/(?<![su])s$/u, '')
  root = root.replace(/([bdgmnprt])\1$/u, '$1')
  return root.length > 3 ? root.replace(/e$/u, '') : root
}
