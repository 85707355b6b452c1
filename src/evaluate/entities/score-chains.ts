import type { Counts } from '../figure.ts'
import type { NamePair } from './match-names.ts'
import type { NamedArticle } from './named-article.ts'

/** How well one article's people were joined. */
export interface ChainTally {
  /**
   * Pairs of gold person names of one article that are of the same person. `gold` counts pairs whose names were both
   * found, `allGold` every pair: what was never found cannot be joined.
   */
  readonly joined: Counts & { readonly allGold: number }
  /** Pronouns whose gold chain holds a person's name: how many there are, and how many got that person. */
  readonly pronouns: { readonly hit: number; readonly total: number }
  /** Indexes of the gold pronouns that got somebody else or nobody. */
  readonly wrong: readonly number[]
}

/**
 * Scores chains by the names in them. A predicted chain stands for the gold person that most of its matched names are
 * of; a pronoun is right when the chain that it was given stands for its own person.
 */
export function scoreChains(gold: NamedArticle, predicted: NamedArticle, pairs: readonly NamePair[]): ChainTally {
  const people = pairs.flatMap(pair => {
    const wanted = gold.names[pair.gold]
    const chain = predicted.names[pair.predicted]?.chain ?? null
    // A name in no chain is joined with nothing.
    return wanted?.type === 'person' && wanted.chain !== null
      ? [{ person: wanted.chain, chain: chain ?? `alone ${pair.predicted}` }]
      : []
  })
  const named = new Set(gold.names.flatMap(({ type, chain }) => (type === 'person' && chain !== null ? [chain] : [])))
  const personOf = findPersonOfChain(people)
  const scored = gold.pronouns.flatMap((pronoun, i) =>
    pronoun.chain !== null && named.has(pronoun.chain) ? [{ pronoun, i }] : [],
  )
  const wrong = scored.filter(({ pronoun }) => {
    const found = predicted.pronouns.find(({ start, end }) => start < pronoun.end && pronoun.start < end)
    return found?.chain == null || personOf.get(found.chain) !== pronoun.chain
  })
  return {
    joined: {
      hit: countPairs(people.map(({ person, chain }) => `${person} ${chain}`)),
      predicted: countPairs(people.map(({ chain }) => chain)),
      gold: countPairs(people.map(({ person }) => person)),
      allGold: countPairs(
        gold.names.flatMap(({ type, chain }) => (type === 'person' && chain !== null ? [chain] : [])),
      ),
    },
    pronouns: { hit: scored.length - wrong.length, total: scored.length },
    wrong: wrong.map(({ i }) => i),
  }
}

/** How many pairs of equal keys there are. */
function countPairs(keys: readonly string[]): number {
  let pairs = 0
  for (const count of countEach(keys).values()) pairs += (count * (count - 1)) / 2
  return pairs
}

function findPersonOfChain(people: readonly { person: string; chain: string }[]): Map<string, string> {
  const chains = new Set(people.map(({ chain }) => chain))
  return new Map(
    [...chains].map(chain => {
      const votes = countEach(people.flatMap(one => (one.chain === chain ? [one.person] : [])))
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
