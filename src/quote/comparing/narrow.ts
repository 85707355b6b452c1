import { type Passage, type ReadArticle, tokenOf } from '../text/passage.ts'
import { isPlain } from '../text/plain-words.ts'
import type { QuotedWords } from '../text/quoted-words.ts'

/** A passage of more words is narrowed to the sentences that have something of the quotation. */
const LONG = 200
/** All passages together. */
const MOST_WORDS = 4_000
/** Comparing takes as many steps as all these words times those of the quotation; a million take some tens of ms. */
const MOST_STEPS = 2_000_000

/** Which words, and which two words together, a quotation has, in small letters. */
export interface QuotedPairs {
  readonly words: ReadonlySet<string>
  readonly pairs: ReadonlySet<string>
}

export function pairsOf({ list }: Pick<QuotedWords, 'list'>): QuotedPairs {
  const folded = list.map(token => token.folded)
  return {
    words: new Set(folded.filter(word => !isPlain(word))),
    pairs: new Set(folded.slice(1).map((word, index) => `${folded[index]} ${word}`)),
  }
}

/** How much of a quotation some words hold: two together count more than each, for plain ones are in every text. */
export function countShared({ words, pairs }: QuotedPairs, folded: readonly string[]): number {
  const seen = new Set<string>()
  for (const [index, word] of folded.entries()) {
    if (words.has(word)) seen.add(word)
    const pair = `${folded[index - 1]} ${word}`
    if (pairs.has(pair)) seen.add(pair)
  }
  return seen.size
}

/** The passages that share anything with the quotation, long ones without what shares nothing, as many as can be compared. */
export function narrow(quotation: QuotedWords, passages: readonly Passage[]): Passage[] {
  const shared = pairsOf(quotation)
  const near: { readonly passage: Passage; readonly count: number }[] = []
  for (const passage of passages) {
    const shorter = passage.at.length <= LONG ? passage : shorten(shared, passage)
    const folded = shorter.at.map((_, place) => tokenOf(shorter, place).folded)
    const count = countShared(shared, folded)
    if (count > 0) near.push({ passage: shorter, count })
  }
  let room = Math.min(MOST_WORDS, Math.ceil(MOST_STEPS / quotation.list.length))
  const chosen = new Set<Passage>()
  for (const { passage } of near.toSorted((a, b) => b.count - a.count)) {
    if (passage.at.length > room) continue
    room -= passage.at.length
    chosen.add(passage)
  }
  // In the order of preference that they came in.
  return near.flatMap(({ passage }) => (chosen.has(passage) ? [passage] : []))
}

/** Of a long passage the sentences that share something with the quotation, and those beside them. */
function shorten(shared: QuotedPairs, passage: Passage): Passage {
  const { of, at, joints } = passage
  const sentences = Map.groupBy(at.keys(), place => sentenceAt(of, at[place] as number))
  const numbers = [...sentences.keys()]
  const isNear = numbers.map(
    number =>
      countShared(
        shared,
        (sentences.get(number) ?? []).map(place => tokenOf(passage, place).folded),
      ) > 0,
  )
  const kept = numbers.flatMap((number, index) =>
    isNear[index - 1] || isNear[index] || isNear[index + 1] ? (sentences.get(number) ?? []) : [],
  )
  return {
    ...passage,
    at: kept.map(place => at[place] as number),
    joints: kept.map((place, index) => {
      const before = kept[index - 1]
      return before === undefined || before === place - 1 ? (joints[place] ?? 'within') : 'apart'
    }),
  }
}

function sentenceAt(of: ReadArticle, token: number): number {
  return of.sentences[token] as number
}
