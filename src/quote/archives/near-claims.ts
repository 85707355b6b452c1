import { wordsOf } from '../../store/full-text/words.ts'
import { countHolding, findContents, findHolding } from '../../store/queries/search/near-contents.ts'
import type { StoreDatabase } from '../../store/schema.ts'
import { countShared, pairsOf } from '../comparing/narrow.ts'
import { isPlain } from '../text/plain-words.ts'
import type { QuotedWords } from '../text/quoted-words.ts'
import { readTokens } from '../text/tokens.ts'

/** A word in more claims than this tells too little to be looked for alone. */
const RARE = 2_000
const MOST_WORDS = 10
/** Words together are looked for where none of them is rare. */
const RUN = 3
const PLAIN_RUN = 4
const MOST_RUNS = 8
const MOST_PLAIN_RUNS = 3
const MOST_OF_RUN = 300
/** Claims that have the same of what was looked for: where many have, few of them are looked at. */
const MOST_ALIKE = 8
const MOST_READ = 120
const MOST_SAME_CONTENT = 2
const MOST_CHOSEN = 16

/** Longest run of words that is looked for as one; a plain word many times over takes SQLite long for each time. */
const LONGEST_RUN = 12
const LONGEST_PLAIN_RUN = 6

/** The words of a quotation, as the full-text index has them, that say most: all of a short one. */
export function chooseRun(words: readonly string[]): readonly string[] {
  let best = { telling: -1, run: words.slice(0, LONGEST_RUN) }
  for (let from = 0; from + Math.min(LONGEST_RUN, words.length) <= words.length; from++) {
    const run = words.slice(from, from + LONGEST_RUN)
    const telling = run.filter(word => !isPlain(word)).length
    if (telling > best.telling) best = { telling, run }
  }
  return best.telling === 0 ? best.run.slice(0, LONGEST_PLAIN_RUN) : best.run
}

/** Something of the quotation that claims were looked for by. */
interface Term {
  readonly words: readonly string[]
  /** How much it says that a claim has it. */
  readonly weight: number
}

/**
 * The `rowid` of claims whose content is near a quotation, nearest first: those that have its rarest words, and, where it has
 * no rare ones, those that have several of its words together. Of a quotation made of several, claims near each part.
 */
export async function findNearClaims(database: StoreDatabase, quotation: QuotedWords): Promise<readonly number[]> {
  const terms = await chooseTerms(database, quotation)
  const has = new Map<number, number>()
  for (const [number, { words }] of terms.entries())
    for (const rowid of await findHolding(database, words, words.length === 1 ? RARE : MOST_OF_RUN))
      has.set(rowid, (has.get(rowid) ?? 0) | (1 << number))
  const rowids = chooseByTerms(terms, has)
  return chooseByContent(quotation, await findContents(database, rowids))
}

async function chooseTerms(database: StoreDatabase, { text }: QuotedWords): Promise<Term[]> {
  const words = wordsOf(text).map(({ folded }) => folded)
  const counts = await countHolding(database, [...new Set(words)], RARE + 1)
  const countOf = (word: string) => counts.get(word) ?? (isPlain(word) ? RARE + 1 : RARE / 20)
  const rare = [...new Set(words)]
    .filter(word => countOf(word) > 0 && countOf(word) <= RARE)
    .toSorted((a, b) => countOf(a) - countOf(b))
    .slice(0, MOST_WORDS)
  const single = rare.map(word => ({ words: [word], weight: Math.log2(1_000_000 / (countOf(word) + 1)) }))
  return [...single, ...chooseRuns(words, word => rare.includes(word) || countOf(word) === 0)]
}

/** Words together where no rare one stands, those first that say something. */
function chooseRuns(words: readonly string[], isTaken: (word: string) => boolean): Term[] {
  const runs: { readonly from: number; readonly words: readonly string[]; readonly telling: number }[] = []
  for (let from = 0; from < words.length; from++) {
    const short = words.slice(from, from + RUN)
    const run = short.every(isPlain) ? words.slice(from, from + PLAIN_RUN) : short
    if (run.length < RUN || run.some(isTaken)) continue
    runs.push({ from, words: run, telling: run.filter(word => !isPlain(word)).length })
  }
  const chosen: typeof runs = []
  for (const run of runs.toSorted((a, b) => b.telling - a.telling)) {
    if (chosen.length === MOST_RUNS) break
    const plain = chosen.filter(({ telling }) => telling === 0).length
    if (run.telling === 0 && plain === MOST_PLAIN_RUNS) break
    if (!chosen.some(({ from }) => Math.abs(from - run.from) < RUN - 1)) chosen.push(run)
  }
  return chosen.map(({ words, telling }) => ({ words, weight: 4 + 2 * telling }))
}

/** The claims that have most, and then, in turn, those that have most of what the ones before have not. */
function chooseByTerms(terms: readonly Term[], has: ReadonlyMap<number, number>): number[] {
  const weigh = (mask: number) =>
    terms.reduce((sum, { weight }, number) => (mask & (1 << number) ? sum + weight : sum), 0)
  const groups = [...Map.groupBy(has.keys(), rowid => has.get(rowid) as number)]
    .map(([mask, rowids]) => ({ mask, rowids, weight: weigh(mask) }))
    .toSorted((a, b) => b.weight - a.weight)
  const chosen = new Set<number>()
  const take = (rowids: readonly number[]) => {
    for (const rowid of rowids.slice(0, MOST_ALIKE)) if (chosen.size < MOST_READ) chosen.add(rowid)
  }
  let covered = 0
  for (let rest = groups; rest.length > 0; ) {
    const best = rest.reduce((a, b) => (weigh(b.mask & ~covered) > weigh(a.mask & ~covered) ? b : a))
    if ((best.mask & ~covered) === 0) break
    covered |= best.mask
    take(best.rowids)
    rest = rest.filter(group => group !== best)
  }
  for (const { rowids } of groups) take(rowids)
  return [...chosen]
}

/** The same by their contents: most words and pairs of words first, then what adds to those. */
function chooseByContent(quotation: QuotedWords, contents: ReadonlyMap<number, string>): number[] {
  const shared = pairsOf(quotation)
  const pieces = [...shared.words, ...shared.pairs]
  const read = [...contents].map(([rowid, content]) => {
    const folded = readTokens(content).list.map(token => token.folded)
    const has = new Set([...folded, ...folded.slice(1).map((word, index) => `${folded[index]} ${word}`)])
    return { rowid, content, count: countShared(shared, folded), has: pieces.filter(piece => has.has(piece)) }
  })
  const times = new Map<string, number>()
  const different = read
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count || a.rowid - b.rowid)
    .filter(({ content }) => {
      const before = times.get(content) ?? 0
      times.set(content, before + 1)
      return before < MOST_SAME_CONTENT
    })
  const chosen = new Set<number>()
  const covered = new Set<string>()
  const fresh = (has: readonly string[]) => has.filter(piece => !covered.has(piece)).length
  for (let rest = different; rest.length > 0 && chosen.size < MOST_CHOSEN / 2; ) {
    const best = rest.reduce((a, b) => (fresh(b.has) > fresh(a.has) ? b : a))
    if (fresh(best.has) === 0) break
    for (const piece of best.has) covered.add(piece)
    chosen.add(best.rowid)
    rest = rest.filter(one => one !== best)
  }
  for (const { rowid } of different) if (chosen.size < MOST_CHOSEN) chosen.add(rowid)
  return [...chosen]
}
