import type { Gender } from '../../words/gender.ts'
import { isName, isPronoun } from '../reference.ts'
import { Groups } from './groups.ts'
import type { Linked } from './linked.ts'
import type { ScoredCandidate } from './score-pairs.ts'

/** A pronoun rather means somebody with a name, by so much of the log-odds. */
const NAMED = 1
/** And rather who its own clause is about, by so much as its subject, and by so much where something is theirs. */
const GOVERNED = 4
const GOVERNED_OWN = 1
/** And, as the subject of what somebody says or thinks, rather that one. */
const SPEAKING = 1.5
/** What a name needs beyond being likelier than nobody before it: names that differ are seldom the same. */
const LEAST_NAME = 0
/** And beyond that where nobody has named the one before it: "his brother" is seldom who is named next. */
const LEAST_NAMED = 2
/** Pronouns that mean nobody with a name go to somebody named at such a mean probability. */
const LEAST_MERGED = 0.2

/** A group that a reference may belong to, with its probability. */
export interface RankedGroup {
  readonly group: number
  readonly probability: number
}

export interface Links {
  /** Group of each reference. */
  readonly groupOf: readonly number[]
  /** For each reference that is no name, the groups that it could go back to, its own first; none where it goes back to nobody. */
  readonly ranked: readonly (readonly RankedGroup[])[]
  genderOf(group: number): Gender | null
}

/**
 * Puts references into groups of those that mean the same, in text order: names that are alike first, as they are given; then
 * each other reference with the group whose earlier references together speak for it most, if more than for nobody. Genders and
 * types must not contradict. At last pronouns whose group has no name go to who is named, where that is likely enough.
 *
 * @param candidates for each reference the earlier ones with their scores
 */
export function linkReferences(
  references: readonly Linked[],
  candidates: readonly (readonly ScoredCandidate[])[],
): Links {
  const groups = new Groups(references)
  const weighed: WeighedGroup[][] = references.map(() => [])
  for (const i of listInTurn(references)) {
    const one = references[i] as Linked
    if (groups.joinsByName(i)) continue
    const found = weigh(references, candidates[i] as readonly ScoredCandidate[], groups, i)
    const [best] = found
    if (best !== undefined && best.logOdds > leastFor(one, groups.hasName(best.group))) groups.join(i, best.group)
    else groups.begin(i)
    weighed[i] = found
  }
  mergeNameless(references, weighed, groups)
  lookAhead(references, groups)
  return {
    groupOf: references.map((_, i) => groups.of(i)),
    ranked: weighed.map((found, i) => (isName((references[i] as Linked).kind) ? [] : toRanked(found, groups, i))),
    genderOf: group => groups.genderOf(group),
  }
}

/** In text order, but for quoted pronouns, which come behind what else their sentence has: "“He fell,” she said." */
function listInTurn(references: readonly Linked[]): number[] {
  const inTurn: number[] = []
  let quoted: number[] = []
  for (const [i, { isQuoted, sentence }] of references.entries()) {
    const last = references[quoted.at(-1) ?? -1]
    if (last !== undefined && last.sentence !== sentence) {
      inTurn.push(...quoted)
      quoted = []
    }
    if (isQuoted === true) quoted.push(i)
    else inTurn.push(i)
  }
  return [...inTurn, ...quoted]
}

function leastFor({ kind }: Linked, hasName: boolean): number {
  if (!isName(kind)) return 0
  return hasName ? LEAST_NAME : LEAST_NAMED
}

/** A pronoun before anybody is named means whoever is named next, so many references on at most. */
const LOOK_AHEAD = 6

/** "“We took the wrong bus,” she said. Una Moss, 40, …": a lead tells a name last. */
function lookAhead(references: readonly Linked[], groups: Groups): void {
  const first = references.findIndex(({ kind, isByline }) => kind === 'person' && isByline !== true)
  for (let i = Math.max(0, first - LOOK_AHEAD); i < first; i += 1) {
    const { kind, governor } = references[i] as Linked
    if ((kind !== 'he' && kind !== 'she') || governor !== undefined) continue
    const [own, named] = [groups.of(i), groups.of(first)]
    if (own !== named && !groups.hasName(own) && groups.agrees(i, named)) groups.merge(own, named)
  }
}

interface WeighedGroup {
  /** As it was then: {@link Groups.find} tells what it is now. */
  readonly group: number
  /** Against nobody. */
  readonly logOdds: number
  readonly probability: number
}

/** The groups that a reference may go back to, best first. */
function weigh(
  references: readonly Linked[],
  candidates: readonly ScoredCandidate[],
  groups: Groups,
  i: number,
): WeighedGroup[] {
  const one = references[i] as Linked
  const sums = new Map<number, number>()
  let most = 0
  for (const { score } of candidates) most = Math.max(most, score)
  for (const { earlier, score } of candidates) {
    if (references[earlier]?.isByline === true && isPronoun(one.kind)) continue
    if (!groups.isKnown(earlier)) continue
    const group = groups.of(earlier)
    if (!groups.agrees(i, group)) continue
    sums.set(group, (sums.get(group) ?? 0) + Math.exp(score - most))
  }
  const nobody = Math.exp(-most)
  const favour = (group: number, by: number) => {
    const sum = sums.get(group)
    if (sum !== undefined) sums.set(group, sum * Math.exp(by))
  }
  if (one.governor !== undefined) favour(groups.of(one.governor), one.isSubject === true ? GOVERNED : GOVERNED_OWN)
  // Who may be a woman as well as a man is as often spoken of with another ("Ann's aunt Marged said he was ill").
  const speaking = one.speaker === undefined ? null : groups.of(one.speaker)
  if (speaking !== null && groups.genderOf(speaking) === one.gender) favour(speaking, SPEAKING)
  if (one.favoured !== undefined && groups.isKnown(one.favoured.reference))
    favour(groups.of(one.favoured.reference), one.favoured.by)
  if (isPronoun(one.kind)) for (const group of sums.keys()) if (groups.hasName(group)) favour(group, NAMED)
  let total = nobody
  for (const sum of sums.values()) total += sum
  return [...sums]
    .map(([group, sum]) => ({ group, logOdds: Math.log(sum) - Math.log(nobody), probability: sum / total }))
    .toSorted((a, b) => b.probability - a.probability)
}

/** Pronouns of one person without a name go, all together, to the named one that they like best beside their own. */
function mergeNameless(
  references: readonly Linked[],
  weighed: readonly (readonly WeighedGroup[])[],
  groups: Groups,
): void {
  const members = new Map<number, number[]>()
  // Who is introduced, also by a clause ("a nurse who left because she was ill"), is nobody spoken of before.
  const settled = new Set<number>()
  references.forEach(({ kind, governor, isNew }, i) => {
    const group = groups.of(i)
    if (isNew === true) settled.add(group)
    if (!isPronoun(kind) || (kind !== 'he' && kind !== 'she') || groups.hasName(group)) return
    if (governor !== undefined && groups.of(governor) === group) settled.add(group)
    const known = members.get(group)
    if (known === undefined) members.set(group, [i])
    else known.push(i)
  })
  for (const [group, own] of members) {
    if (settled.has(group)) continue
    const sums = new Map<number, number>()
    for (const i of own) {
      const others = (weighed[i] as readonly WeighedGroup[]).filter(one => groups.find(one.group) !== group)
      const rest = 1 - (weighed[i] as readonly WeighedGroup[]).reduce((sum, { probability }) => sum + probability, 0)
      const total = others.reduce((sum, { probability }) => sum + probability, rest)
      for (const other of others) {
        const named = groups.find(other.group)
        if (!groups.hasName(named) || !groups.agrees(i, named)) continue
        sums.set(named, (sums.get(named) ?? 0) + other.probability / Math.max(total, Number.EPSILON))
      }
    }
    const best = [...sums].toSorted((a, b) => b[1] - a[1])[0]
    if (best !== undefined && best[1] / own.length >= LEAST_MERGED) groups.merge(group, best[0])
  }
}

/** Groups as they are in the end, the reference's own first. */
function toRanked(found: readonly WeighedGroup[], groups: Groups, i: number): RankedGroup[] {
  const sums = new Map<number, number>()
  for (const { group, probability } of found) {
    const now = groups.find(group)
    sums.set(now, (sums.get(now) ?? 0) + probability)
  }
  const own = groups.of(i)
  const ranked = [...sums].map(([group, probability]) => ({ group, probability }))
  // Whom only what comes behind tells, nothing was said of.
  if (!sums.has(own) && groups.hasName(own)) ranked.push({ group: own, probability: LEAST_MERGED })
  if (!ranked.some(({ group }) => group === own)) return []
  return ranked.toSorted((a, b) => Number(b.group === own) - Number(a.group === own) || b.probability - a.probability)
}
