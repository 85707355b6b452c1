import type { SpanRole } from '../../../domain/labels.ts'
import type { AlignedTexts } from '../aligning/align-texts.ts'
import { keysOf, type WordedClaim, weighWords } from './claim-words.ts'

/** A claim of both versions. */
export interface ClaimPair {
  readonly before: WordedClaim
  readonly after: WordedClaim
}

export interface PairedClaims {
  readonly pairs: readonly ClaimPair[]
  /** Of the earlier version alone, and of the later. */
  readonly gone: readonly WordedClaim[]
  readonly added: readonly WordedClaim[]
}

/** From which share of its words on a content is another one edited, whoever is said to say it by whatever word. */
const ALIKE = 0.4
/** From which share of the shorter one on, where the cue is the same. */
const PART = 0.6

/** Which claims of two versions are one another's: those whose words are, by the alignment of the texts. */
export function pairClaims(
  texts: AlignedTexts,
  before: readonly WordedClaim[],
  after: readonly WordedClaim[],
): PairedClaims {
  const sharing = indexWords(after)
  const found = before.flatMap((one, turn) =>
    [...findSharing(texts, one, sharing)].flatMap(other => {
      const score = scoreOf(texts, one, after[other] as WordedClaim)
      return score === 0 ? [] : [{ turn, other, score }]
    }),
  )
  found.sort((a, b) => b.score - a.score || a.turn - b.turn || a.other - b.other)
  const [partner, isTaken] = [new Map<number, number>(), new Set<number>()]
  for (const { turn, other } of found) {
    if (partner.has(turn) || isTaken.has(other)) continue
    partner.set(turn, other)
    isTaken.add(other)
  }
  return {
    pairs: [...partner]
      .toSorted(([a], [b]) => a - b)
      .map(([turn, other]) => ({ before: before[turn] as WordedClaim, after: after[other] as WordedClaim })),
    gone: before.filter((_, turn) => !partner.has(turn)),
    added: after.filter((_, other) => !isTaken.has(other)),
  }
}

/** Of each word of the later text the claims whose content or cue it is part of. */
function indexWords(claims: readonly WordedClaim[]): Map<number, number[]> {
  const index = new Map<number, number[]>()
  for (const [number, { words }] of claims.entries())
    for (const place of [...words.content, ...words.cue]) {
      const known = index.get(place)
      if (known === undefined) index.set(place, [number])
      else if (known.at(-1) !== number) known.push(number)
    }
  return index
}

function findSharing(
  { wordAfter }: AlignedTexts,
  { words }: WordedClaim,
  index: ReadonlyMap<number, readonly number[]>,
): Set<number> {
  return new Set([...words.content, ...words.cue].flatMap(place => index.get(wordAfter[place] as number) ?? []))
}

/** How sure it is that a claim is another one, 0 where it is not. */
function scoreOf(texts: AlignedTexts, one: WordedClaim, other: WordedClaim): number {
  const { before, after } = texts
  const [size, otherSize] = [weighWords(before, one.words.content), weighWords(after, other.words.content)]
  const shared = weighWords(before, sharedIn(texts, one, other, 'content'))
  const alike = size + otherSize === 0 ? 0 : (2 * shared) / (size + otherSize)
  const part = Math.min(size, otherSize) === 0 ? 0 : shared / Math.min(size, otherSize)
  const isSameCue = sharedIn(texts, one, other, 'cue').length > 0
  const isSameSource =
    sharedIn(texts, one, other, 'source').length > 0 ||
    keysOf(before, one.words.source) === keysOf(after, other.words.source)
  const isWithout = size === 0 && otherSize === 0
  // Words that attribute hold a claim together where all that is said was put in other words, or was cut.
  const isOne = alike >= ALIKE || (isSameCue && (part >= PART || isSameSource || isWithout))
  return isOne ? 2 * alike + part / 2 + (isSameCue ? 1 : 0) + (isSameSource ? 0.5 : 0) : 0
}

/** The words of a role that stand in the same role of the other. */
function sharedIn({ wordAfter }: AlignedTexts, one: WordedClaim, other: WordedClaim, role: SpanRole): number[] {
  const others = new Set(other.words[role])
  return one.words[role].filter(place => others.has(wordAfter[place] as number))
}
