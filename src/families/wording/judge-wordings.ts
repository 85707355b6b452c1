import { alignWords } from './align-words.ts'
import { type Edit, findEdits, isNameConflict, isNumberConflict } from './edits.ts'
import type { SharedRun } from './shared-run.ts'
import type { Wording } from './wording.ts'
import { TELLING } from './words/information.ts'
import { areOneTyped } from './words/spelling.ts'

/** `strong`: whoever says it says the same. `weak`: only what one speaker says within a few days is the same. */
export const TIE_STRENGTHS = ['strong', 'weak'] as const
export type TieStrength = (typeof TIE_STRENGTHS)[number]

/** That two wordings are of one utterance, with the evidence. */
export interface Tie {
  readonly strength: TieStrength
  /** Share of the shorter wording's information that both have, from 0 to 1; up to a fifth less where the longer one has much more. */
  readonly score: number
  readonly sharedWords: number
  /** Bits that both have. */
  readonly sharedWeight: number
  /** Runs of shared words in order; the first place of each is in the wording that was given first. */
  readonly runs: readonly SharedRun[]
}

/** Bits, and words, that tie whoever says them: a name with its titles has as many bits as a clause, but not as many words. */
const LEAST_STRONG = 40
const LEAST_STRONG_WORDS = 8
/** Bits, those of stock phrases too, that tie what one speaker says within a few days. */
const LEAST_WEAK = 9
const LEAST_WEAK_WORDS = 2
/** What numbers and names that are others cost, in bits, times the square of their count: one may be altered, several are another matter. */
const OF_CONFLICT = { strong: 50, weak: 5 } as const
/** What a word costs for which another stands, times the bits of the lesser. */
const OF_CHANGE = { strong: 1, weak: 0.5 } as const
/** Below this share of the shorter one a tie takes more bits, in proportion, so many for all of it: two sentences may have a long name in common. */
const FULL = { part: 0.85, strong: 150, weak: 100 } as const
/** Share of the shorter one; where less is shared, the two overlap, and one run has to tell as much as `LEAST_OVERLAP`. */
const LEAST_SCORE = 0.6
const LEAST_OVERLAP = 70
/** So many of them by words that tell something: long texts have much grammar in common. */
const LEAST_TELLING = 35
/** How much of the score the share of the longer one decides. */
const OF_LONGER = 0.2
/** Runs with at most so many words between them stand together. */
const TOGETHER = 3
/** Less than this scattered between other words is shared by chance. */
const LEAST_CLUSTER = 12

/**
 * Whether two wordings are of one utterance: a function of the two alone, and the same whichever is given first but for
 * the order in `runs`. Null where they are not.
 */
export function judgeWordings(one: Wording, other: Wording): Tie | null {
  if (one.text > other.text) {
    const tie = judgeWordings(other, one)
    return tie && { ...tie, runs: tie.runs.map(([a, b, length]) => [b, a, length] as const) }
  }
  const least = Math.min(one.plainWeight, other.plainWeight)
  const all = clusterRuns(one, other, alignWords(one.keys, other.keys))
  // What is short altogether has no room for more.
  const clusters = all.length === 1 ? all : all.filter(({ plain }) => plain >= LEAST_CLUSTER)
  const sharedWeight = sum(clusters.map(({ bits }) => bits))
  const plain = sum(clusters.map(cluster => cluster.plain))
  const part = Math.min(1, plain / least)
  const runs = clusters.flatMap(cluster => cluster.runs)
  const sharedWords = sum(runs.map(([, , length]) => length))
  const strength = strengthOf(clusters, part, sharedWords)
  const score = part * (1 - OF_LONGER + (OF_LONGER * plain) / Math.max(one.plainWeight, other.plainWeight, plain))
  return strength && { strength, score, sharedWords, sharedWeight, runs }
}

/**
 * Whether two wordings may be tied that have so many bits in common, in whatever order.
 *
 * @param least the bits of the lesser
 */
export function mayReach({ all, telling }: CommonBits, least: number): boolean {
  const part = all / least
  if (part >= LEAST_SCORE && all >= LEAST_WEAK + Math.max(0, FULL.part - part) * FULL.weak) return true
  return all >= LEAST_OVERLAP && telling >= LEAST_TELLING
}

/** Bits that two wordings have in common, and those of telling words among them. */
export interface CommonBits {
  readonly all: number
  readonly telling: number
}

/** How a wording ties the claims that have it word for word; null where it tells too little to tie any. */
export function judgeSame({ words, weight, plainWeight }: Wording): TieStrength | null {
  if (weight >= LEAST_STRONG && words.length >= LEAST_STRONG_WORDS) return 'strong'
  return plainWeight >= LEAST_WEAK && words.length >= LEAST_WEAK_WORDS ? 'weak' : null
}

function strengthOf(clusters: readonly Cluster[], part: number, shared: number): TieStrength | null {
  const conflicts = sum(clusters.map(cluster => cluster.conflicts))
  const changed = sum(clusters.map(cluster => cluster.changed))
  const cost = (of: TieStrength) => conflicts ** 2 * OF_CONFLICT[of] + changed * OF_CHANGE[of]
  if (part < LEAST_SCORE) {
    const isLong = clusters.some(
      ({ bits, telling }) => bits >= LEAST_OVERLAP + cost('strong') && telling >= LEAST_TELLING,
    )
    return isLong && shared >= LEAST_STRONG_WORDS ? 'strong' : null
  }
  const bits = sum(clusters.map(cluster => cluster.bits))
  const ofPart = (of: TieStrength) => Math.max(0, FULL.part - part) * FULL[of]
  if (bits >= LEAST_STRONG + ofPart('strong') + cost('strong') && shared >= LEAST_STRONG_WORDS) return 'strong'
  const plain = sum(clusters.map(cluster => cluster.plain))
  return plain >= LEAST_WEAK + ofPart('weak') + cost('weak') && shared >= LEAST_WEAK_WORDS ? 'weak' : null
}

/** Runs that stand together. */
interface Cluster {
  readonly runs: readonly SharedRun[]
  /** What both have, without what stock phrases make of it, and with it. */
  readonly bits: number
  readonly plain: number
  /** Those of `plain` that words tell which tell something. */
  readonly telling: number
  /** Numbers and names that are others between its runs, or right before or behind them. */
  readonly conflicts: number
  /** Bits of words for which others stand. */
  readonly changed: number
}

function clusterRuns(one: Wording, other: Wording, runs: readonly SharedRun[]): Cluster[] {
  const groups: SharedRun[][] = []
  for (const run of runs) {
    const last = groups.at(-1)?.at(-1)
    const isNear =
      last !== undefined && run[0] - last[0] - last[2] <= TOGETHER && run[1] - last[1] - last[2] <= TOGETHER
    if (isNear) groups.at(-1)?.push(run)
    else groups.push([run])
  }
  return groups.map(group => weighCluster(one, other, group))
}

function weighCluster(one: Wording, other: Wording, runs: readonly SharedRun[]): Cluster {
  let [bits, plain, telling, conflicts, changed] = [0, 0, 0, 0, 0]
  for (const [from, otherFrom, length] of runs)
    for (let at = 0; at < length; at++) {
      bits += Math.min(one.bits[from + at] as number, other.bits[otherFrom + at] as number)
      const more = Math.min(one.plainBits[from + at] as number, other.plainBits[otherFrom + at] as number)
      plain += more
      if (more >= TELLING) telling += more
    }
  for (const edit of findEdits(one, other, runs, TOGETHER)) {
    const typed = typedBits(one, other, edit)
    bits += typed
    plain += typed
    telling += typed
    if (typed > 0) continue
    if (isNumberConflict(edit) || isNameConflict(edit)) conflicts += 1
    changed += Math.min(tellingBits(one, edit.at, edit.one.length), tellingBits(other, edit.otherAt, edit.other.length))
  }
  return { runs, bits, plain, telling, conflicts, changed }
}

/** Bits of a word that both have in two spellings. */
function typedBits(one: Wording, other: Wording, edit: Edit): number {
  if (edit.one.length !== 1 || edit.other.length !== 1) return 0
  if (!areOneTyped(edit.one[0] as string, edit.other[0] as string)) return 0
  return Math.min(one.bits[edit.at] as number, other.bits[edit.otherAt] as number)
}

function tellingBits({ plainBits }: Wording, from: number, length: number): number {
  return sum(plainBits.slice(from, from + length).filter(bits => bits >= TELLING))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0)
}
