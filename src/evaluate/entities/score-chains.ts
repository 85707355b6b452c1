import type { Counts } from '../figures/figure.ts'
import type { NamePair } from './match-names.ts'
import { NAME_TYPES, type NamedArticle, type NameType } from './named-article.ts'

/**
 * Pairs of names of one article that are of the same person, place or organisation. `gold` counts pairs whose names were
 * both found, `all` every pair of the gold: what was never found cannot be joined.
 */
export interface JoinedCounts extends Counts {
  readonly all: number
}

/** How well one article's names were joined, and its pronouns resolved. */
export interface ChainTally {
  readonly joined: Readonly<Record<NameType, JoinedCounts>>
  /** Pronouns whose gold chain holds a person's name: how many there are, and how many got that person. */
  readonly pronouns: { readonly hit: number; readonly total: number }
  /** Indexes of the gold pronouns that got somebody else or nobody. */
  readonly wrong: readonly number[]
}

/** A name that was found: whose it is, and the chain that it was put in. */
interface FoundName {
  readonly type: NameType
  readonly owner: string
  readonly chain: string
}

/**
 * Scores chains by the names in them. A predicted chain stands for the gold person that most of its matched names are
 * of; a pronoun is right when the chain that it was given stands for its own person.
 */
export function scoreChains(gold: NamedArticle, predicted: NamedArticle, pairs: readonly NamePair[]): ChainTally {
  const found = pairs.flatMap((pair): FoundName[] => {
    const wanted = gold.names[pair.gold]
    const chain = predicted.names[pair.predicted]?.chain ?? null
    // A name in no chain is joined with nothing.
    return wanted === undefined || wanted.chain === null
      ? []
      : [{ type: wanted.type, owner: wanted.chain, chain: chain ?? `alone ${pair.predicted}` }]
  })
  const named = new Set(chainsOf(gold, 'person'))
  const personOf = findPersonOfChain(found.filter(({ type }) => type === 'person'))
  const scored = gold.pronouns.flatMap((pronoun, i) =>
    pronoun.chain !== null && named.has(pronoun.chain) ? [{ pronoun, i }] : [],
  )
  const wrong = scored.filter(({ pronoun }) => {
    const given = predicted.pronouns.find(({ start, end }) => start < pronoun.end && pronoun.start < end)
    return given?.chain == null || personOf.get(given.chain) !== pronoun.chain
  })
  const joined = NAME_TYPES.map(type => [type, countJoined(found, gold, type)])
  return {
    joined: Object.fromEntries(joined) as Record<NameType, JoinedCounts>,
    pronouns: { hit: scored.length - wrong.length, total: scored.length },
    wrong: wrong.map(({ i }) => i),
  }
}

function countJoined(found: readonly FoundName[], gold: NamedArticle, wanted: NameType): JoinedCounts {
  const names = found.filter(({ type }) => type === wanted)
  return {
    hit: countPairs(names.map(({ owner, chain }) => `${owner} ${chain}`)),
    predicted: countPairs(names.map(({ chain }) => chain)),
    gold: countPairs(names.map(({ owner }) => owner)),
    all: countPairs(chainsOf(gold, wanted)),
  }
}

/** The chain of every name of a type that has one. */
function chainsOf({ names }: NamedArticle, wanted: NameType): string[] {
  return names.flatMap(({ type, chain }) => (type === wanted && chain !== null ? [chain] : []))
}

/** How many pairs of equal keys there are. */
function countPairs(keys: readonly string[]): number {
  let pairs = 0
  for (const count of countEach(keys).values()) pairs += (count * (count - 1)) / 2
  return pairs
}

function findPersonOfChain(people: readonly FoundName[]): Map<string, string> {
  const chains = new Set(people.map(({ chain }) => chain))
  return new Map(
    [...chains].map(chain => {
      const votes = countEach(people.flatMap(one => (one.chain === chain ? [one.owner] : [])))
      const [winner] = [...votes].sort((a, b) => b[1] - a[1])
      return [chain, (winner as [string, number])[0]]
    }),
  )
}

function countEach(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}
