import { type Passage, tokenOf } from '../text/passage.ts'
import { weightOf } from '../text/plain-words.ts'
import type { QuotedWords } from '../text/quoted-words.ts'
import type { Token } from '../text/tokens.ts'
import { type Alignment, follows } from './align.ts'

/** What stands between two stored words that follow one another in a quotation. */
export type Break = 'none' | 'cut' | 'ellipsis' | 'joined'

/** A stretch of a quotation that is from one place: its words from `first` to before `end`, with the stored ones. */
export interface Piece {
  readonly passage: Passage
  readonly first: number
  readonly end: number
  /** Of each word the place in the passage, or null for an added one. */
  readonly places: readonly (number | null)[]
}

/** A quotation as it was made from stored words. */
export interface Comparison {
  readonly pieces: readonly Piece[]
  /** Share of its words that stand there, from 0 to 1. */
  readonly likeness: number
  /** The same where words that stand in every text count for little. */
  readonly weight: number
}

/** Fewer words than these, or none that says anything, are in many texts by chance. */
const LEAST_PIECE = 3
const LEAST_PLAIN_PIECE = 5
/** Fewer are enough in a claim that has others of the quotation. */
const LEAST_OF_SAME = 2

/** Parts an alignment where the quotation goes on elsewhere; what is too short to have been taken from there was added. */
export function comparisonOf(quotation: QuotedWords, alignment: readonly Alignment[]): Comparison {
  let words = alignment
  let pieces = split(quotation, words)
  while (pieces.length > 1) {
    const isChance = pieces.map(piece => !isPiece(quotation, piece, pieces))
    if (!isChance.includes(true) || !isChance.includes(false)) break
    const keeper = pieces.findIndex((_, number) => isChance[number] === false)
    words = words.map((word, index) => {
      const number = pieces.findIndex(({ end }) => index < end)
      if (isChance[number] !== true) return word
      const kept = pieces.findLast((_, other) => other < number && isChance[other] === false) ?? pieces[keeper]
      return { passage: (kept as Piece).passage, place: null }
    })
    const next = split(quotation, words)
    if (next.length === pieces.length) break
    pieces = next
  }
  return { pieces, ...measure(quotation, pieces) }
}

/** What stands between two words of the quotation that stand for stored ones. */
export function breakBetween(
  quotation: QuotedWords,
  before: { readonly index: number; readonly passage: Passage; readonly place: number },
  after: { readonly index: number; readonly passage: Passage; readonly place: number },
): Break {
  const isAnnounced = quotation.isAfterEllipsis.slice(before.index + 1, after.index + 1).includes(true)
  const { passage, place } = after
  if (before.passage !== passage) return isAnnounced && follows(before.passage, passage) ? 'ellipsis' : 'joined'
  if (place <= before.place) return 'joined'
  if (passage.joints.slice(before.place + 1, place + 1).includes('apart')) return isAnnounced ? 'ellipsis' : 'joined'
  if (place === before.place + 1) return 'none'
  if (isAnnounced) return 'ellipsis'
  return isSentenceBetween(passage, before.place, place) ? 'joined' : 'cut'
}

/** Whether between two words of a passage a whole sentence is left out, or parts of two. */
function isSentenceBetween({ of, at }: Passage, before: number, after: number): boolean {
  const sentenceAt = (place: number) => of.sentences[at[place] as number] as number
  const [first, last] = [sentenceAt(before + 1), sentenceAt(after - 1)]
  if (first !== last) return true
  return sentenceAt(before) !== first && sentenceAt(after) !== last
}

function split(quotation: QuotedWords, alignment: readonly Alignment[]): Piece[] {
  const starts = [0]
  let last: { index: number; passage: Passage; place: number } | null = null
  for (const [index, { passage, place }] of alignment.entries()) {
    if (place === null) continue
    const here = { index, passage, place }
    if (last !== null && breakBetween(quotation, last, here) === 'joined') starts.push(index)
    // An announced leap to a later claim of the same source begins a piece too: it is another place.
    else if (last !== null && last.passage !== passage) starts.push(index)
    last = here
  }
  return starts.map((first, number) => {
    const end = starts[number + 1] ?? alignment.length
    const own = alignment.slice(first, end)
    const { passage } = own.find(({ place }) => place !== null) ?? (own[0] as Alignment)
    return { passage, first, end, places: own.map(({ place }) => place) }
  })
}

/** Whether so many of its words stand there together that they were taken from there. */
function isPiece({ list }: QuotedWords, piece: Piece, all: readonly Piece[]): boolean {
  const found = foundIn(list, piece)
  if (found.length >= LEAST_PLAIN_PIECE) return true
  const isSame = all.some(other => other !== piece && other.passage === piece.passage)
  return found.length >= (isSame ? LEAST_OF_SAME : LEAST_PIECE) && found.some(({ folded }) => weightOf(folded) === 1)
}

function foundIn(list: readonly Token[], { passage, first, places }: Piece): Token[] {
  return places.flatMap((place, index) => {
    const quoted = list[first + index] as Token
    return place !== null && tokenOf(passage, place).folded === quoted.folded ? [quoted] : []
  })
}

function measure({ list, isInserted }: QuotedWords, pieces: readonly Piece[]): Omit<Comparison, 'pieces'> {
  const found = pieces.flatMap(piece => foundIn(list, piece))
  // What the quotation itself says was put in counts neither way.
  const own = list.filter((_, index) => isInserted[index] !== true)
  const weigh = (tokens: readonly Token[]) => tokens.reduce((sum, { folded }) => sum + weightOf(folded), 0)
  const [all, some] = [new Set(own), found.filter(token => own.includes(token))]
  return {
    likeness: all.size === 0 ? 0 : some.length / all.size,
    weight: all.size === 0 ? 0 : weigh(some) / weigh(own),
  }
}
