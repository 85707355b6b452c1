import { readWordList } from '../../word-list.ts'
import type { NamedEntity } from '../named-entity.ts'
import { nounOf } from './called.ts'

// One line a kind: the kind, a tab, the words that tell it in a name ("Airways") or that say what a body is ("carrier").
const KINDS_BY_WORD: ReadonlyMap<string, ReadonlySet<string>> = readKinds()
/** Kinds that one body may be at once, as a pair in either order: a school of a church, a bank that is a company. */
const KINDRED: ReadonlySet<string> = new Set(
  [...readWordList(new URL('../lexicon/kindred-bodies.txt', import.meta.url))].flatMap(pair => {
    const [one = '', other = ''] = pair.split(' ')
    return [`${one} ${other}`, `${other} ${one}`]
  }),
)
/** Words for a body of no kind in particular fit all. */
const NO_KIND: ReadonlySet<string> = new Set()

/**
 * How a noun and what is known of a body go together: "same" kind, "kindred" ones, a "clash" of kinds that no body has together
 * ("the hospital" and "Norwind Airways"); "unknown" where either tells none.
 */
export type Fit = 'same' | 'kindred' | 'clash' | 'unknown'

export function fitOf(noun: string, entity: Pick<NamedEntity, 'name' | 'roles'>): Fit {
  const wanted = KINDS_BY_WORD.get(noun) ?? NO_KIND
  const known = kindsOf(entity)
  if (wanted.size === 0 || known.size === 0) return 'unknown'
  const pairs = [...wanted].flatMap(one => [...known].map(other => [one, other] as const))
  if (pairs.some(([one, other]) => one === other)) return 'same'
  return pairs.some(([one, other]) => KINDRED.has(`${one} ${other}`)) ? 'kindred' : 'clash'
}

const kindsOfKnown = new WeakMap<object, ReadonlySet<string>>()

/** By the words of its name and by what it is called ("Norwind, a carrier"). Remembered: every description asks for all bodies. */
function kindsOf(entity: Pick<NamedEntity, 'name' | 'roles'>): ReadonlySet<string> {
  const remembered = kindsOfKnown.get(entity)
  if (remembered !== undefined) return remembered
  const words = [...entity.name.toLowerCase().split(/[^\p{L}]+/u), ...entity.roles.map(nounOf)]
  const kinds = new Set(words.flatMap(word => [...(KINDS_BY_WORD.get(word) ?? NO_KIND)]))
  kindsOfKnown.set(entity, kinds)
  return kinds
}

function readKinds(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const line of readWordList(new URL('../lexicon/body-kinds.txt', import.meta.url))) {
    const [kind = '', words = ''] = line.split('\t')
    for (const word of words.split(' ')) found.set(word, (found.get(word) ?? new Set()).add(kind))
  }
  return found
}
