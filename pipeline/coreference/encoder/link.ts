import type { Gender } from '../../gender.ts'
import { isOthersRole, type RoleReading } from '../../other-role.ts'
import { areNamesakes, LIKENESSES, likenessOf } from '../likeness.ts'
import { isName, isPronoun, type Reference } from '../reference.ts'
import type { ScoredCandidate } from './score-pairs.ts'
import type { Tie } from './ties.ts'

/** A pronoun rather means somebody with a name, by so much of the log-odds. */
const NAMED = 1
/** And rather who its own clause is about, by so much as its subject, and by so much where something is theirs. */
const GOVERNED = 4
const GOVERNED_OWN = 1
/** What a name needs beyond being likelier than nobody before it: names that differ are seldom the same. */
const LEAST_NAME = 0
/** So many names of a group are held against another. */
const MOST_NAMES = 8
/** And so many words for what somebody is. */
const MOST_CALLED = 16
/** Pronouns that mean nobody with a name go to somebody named at such a mean probability. */
const LEAST_MERGED = 0.2

/** A reference while references are linked. */
export interface Linked extends Reference, Tie {
  /** Whom its name alone says it is: the same number for the same, or null. */
  readonly named: number | null
  /** Nouns of the offices that whoever it names is given anywhere, or of the one that it is. */
  readonly offices?: readonly string[]
  /** What is said of whom it names, or what a description says of whom it means. */
  readonly called?: readonly RoleReading[]
  /** Whether it goes back to nobody, as its words say: "a former Speaker". */
  readonly isNew?: boolean
  /** Whether another has the very name. */
  readonly isNamesake?: boolean
  /** Id of whom a newsroom's rules say that it is. */
  readonly known?: string
}

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

/** What is known of a group. */
interface Group {
  gender: Gender | null
  hasName: boolean
  kind: 'person' | 'place' | 'organisation' | null
  /** Its names, no two of the same words, and no more than {@link MOST_NAMES}. */
  readonly names: Linked[]
  /** What its names and offices are called; no more than {@link MOST_NAMES}. */
  readonly offices: Set<string>
  /** What its names and descriptions say that it is; no more than {@link MOST_CALLED}. */
  readonly called: RoleReading[]
  known: string | null
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
  const weighed = references.map((one, i) => {
    if (groups.joinsByName(i)) return []
    const found = weigh(one, candidates[i] as readonly ScoredCandidate[], groups, i)
    const [best] = found
    if (best !== undefined && best.logOdds > (isName(one.kind) ? LEAST_NAME : 0)) groups.join(i, best.group)
    else groups.begin(i)
    return found
  })
  mergeNameless(references, weighed, groups)
  lookAhead(references, groups)
  return {
    groupOf: references.map((_, i) => groups.of(i)),
    ranked: weighed.map((found, i) => (isName((references[i] as Linked).kind) ? [] : toRanked(found, groups, i))),
    genderOf: group => groups.genderOf(group),
  }
}

/** A pronoun before anybody is named means whoever is named next, so many references on at most. */
const LOOK_AHEAD = 6

/** "“We took the wrong bus,” she said. Una Moss, 40, …": a lead tells a name last. */
function lookAhead(references: readonly Linked[], groups: Groups): void {
  const first = references.findIndex(({ kind }) => kind === 'person')
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
function weigh(one: Linked, candidates: readonly ScoredCandidate[], groups: Groups, i: number): WeighedGroup[] {
  const sums = new Map<number, number>()
  let most = 0
  for (const { score } of candidates) most = Math.max(most, score)
  for (const { earlier, score } of candidates) {
    const group = groups.of(earlier)
    if (!groups.agrees(i, group)) continue
    sums.set(group, (sums.get(group) ?? 0) + Math.exp(score - most))
  }
  const nobody = Math.exp(-most)
  const governing = one.governor === undefined ? null : groups.of(one.governor)
  const governed = governing === null ? undefined : sums.get(governing)
  if (governing !== null && governed !== undefined)
    sums.set(governing, governed * Math.exp(one.isSubject === true ? GOVERNED : GOVERNED_OWN))
  if (isPronoun(one.kind))
    for (const [group, sum] of sums) if (groups.hasName(group)) sums.set(group, sum * Math.exp(NAMED))
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
  // Whom a clause of their own introduces ("a nurse who left because she was ill") is nobody spoken of before.
  const settled = new Set<number>()
  references.forEach(({ kind, governor }, i) => {
    const group = groups.of(i)
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

/** "The transport minister" is nobody who is called tourism minister, and none of that name has been called so. */
function areCalledOthers(
  kind: Linked['kind'],
  called: readonly RoleReading[],
  { called: known, hasName }: Group,
): boolean {
  const [one] = called
  if (one === undefined) return false
  if (kind === 'somebody') return isOthersRole(one, known)
  return kind === 'person' && !hasName && known.some(description => isOthersRole(description, called))
}

function addName({ names }: Group, name: Linked): void {
  if (names.length < MOST_NAMES && !names.some(({ words }) => words.join(' ') === name.words.join(' ')))
    names.push(name)
}

function addOffices({ offices }: Group, more: Iterable<string>): void {
  for (const office of more) if (offices.size < MOST_NAMES) offices.add(office)
}

function addCalled({ called }: Group, more: readonly RoleReading[]): void {
  for (const one of more) if (called.length < MOST_CALLED && !called.includes(one)) called.push(one)
}

/** Two of one name, as their introductions say. */
function areTwo(own: Linked, other: Linked): boolean {
  return own.isNamesake === true && other.isNamesake === true && own.named !== other.named
}

/** Groups of references: a forest of sets, of which each knows its gender, type and whether it has a name. */
class Groups {
  readonly #references: readonly Linked[]
  /** Group of each reference, or -1 before its turn. */
  readonly #groupOf: Int32Array
  readonly #parents: number[] = []
  readonly #groups: Group[] = []
  /** Group of those of one name. */
  readonly #byName = new Map<number, number>()

  constructor(references: readonly Linked[]) {
    this.#references = references
    this.#groupOf = new Int32Array(references.length).fill(-1)
  }

  /** Whether its name was read before: then it joins that one's group. */
  joinsByName(i: number): boolean {
    const { named } = this.#references[i] as Linked
    const group = named === null ? undefined : this.#byName.get(named)
    if (group === undefined) return false
    this.join(i, group)
    return true
  }

  begin(i: number): void {
    this.#parents.push(this.#groups.length)
    this.#groups.push({
      gender: null,
      hasName: false,
      kind: null,
      names: [],
      offices: new Set(),
      called: [],
      known: null,
    })
    this.join(i, this.#groups.length - 1)
  }

  join(i: number, into: number): void {
    const group = this.find(into)
    const { named, kind, gender, offices = [], called = [], known = null } = this.#references[i] as Linked
    this.#groupOf[i] = group
    const own = this.#groups[group] as Group
    own.known ??= known
    own.gender ??= gender
    if (isName(kind)) {
      own.kind ??= kind as Group['kind']
      own.hasName = true
      addName(own, this.#references[i] as Linked)
    }
    addOffices(own, offices)
    addCalled(own, called)
    if (named !== null) this.#byName.set(named, group)
  }

  merge(from: number, into: number): void {
    const [one, other] = [this.find(from), this.find(into)]
    if (one === other) return
    this.#parents[one] = other
    const [lost, kept] = [this.#groups[one] as Group, this.#groups[other] as Group]
    kept.gender ??= lost.gender
    kept.known ??= lost.known
    kept.kind ??= lost.kind
    kept.hasName ||= lost.hasName
    for (const name of lost.names) addName(kept, name)
    addOffices(kept, lost.offices)
    addCalled(kept, lost.called)
  }

  find(group: number): number {
    let root = group
    while (this.#parents[root] !== root) root = this.#parents[root] as number
    let next = group
    while (this.#parents[next] !== root) {
      const parent = this.#parents[next] as number
      this.#parents[next] = root
      next = parent
    }
    return root
  }

  of(i: number): number {
    return this.find(this.#groupOf[i] as number)
  }

  genderOf(group: number): Gender | null {
    return (this.#groups[this.find(group)] as Group).gender
  }

  hasName(group: number): boolean {
    return (this.#groups[this.find(group)] as Group).hasName
  }

  /** Group of a reference that is tied to another, also before its turn where it is known by its name; or null. */
  #ofTied(i: number): number | null {
    const group = this.#groupOf[i] as number
    if (group >= 0) return this.find(group)
    const { named } = this.#references[i] as Linked
    const known = named === null ? undefined : this.#byName.get(named)
    return known === undefined ? null : this.find(known)
  }

  /** Whether neither gender nor type speaks against it. */
  agrees(i: number, group: number): boolean {
    const own = this.#references[i] as Linked
    if (own.apart?.some(other => this.#ofTied(other) === this.find(group))) return false
    const { kind, gender, offices = [], called = [], isNew = false, known } = own
    if (isNew) return false
    const other = this.#groups[this.find(group)] as Group
    // Two whom the rules of a newsroom tell apart are two.
    if (known !== undefined && other.known !== null && known !== other.known) return false
    if (gender !== null && other.gender !== null && gender !== other.gender) return false
    if (areCalledOthers(kind, called, other)) return false
    // Two names of one have words in common, or one is short for the other.
    if (isName(kind)) {
      const isAlike = other.names.length === 0 || other.names.some(name => likenessOf(own, name) !== LIKENESSES.none)
      if (other.names.some(name => areNamesakes(own, name) || areTwo(own, name))) return false
      return isAlike && (other.kind === null || other.kind === kind)
    }
    // "The Speaker" is nobody who is only ever called governor.
    const isOther = kind === 'somebody' && offices.length > 0 && other.offices.size > 0
    if (isOther && !offices.some(office => other.offices.has(office))) return false
    if (kind === 'he' || kind === 'she' || kind === 'somebody') return other.kind === null || other.kind === 'person'
    if (kind === 'it' || kind === 'body') return other.kind !== 'person'
    return true
  }
}
