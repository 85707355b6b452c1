import type { Gender } from '../../words/gender.ts'
import { isOthersRole, type RoleReading } from '../../words/other-role.ts'
import { areNamesakes, LIKENESSES, likenessOf } from '../likeness.ts'
import { isName } from '../reference.ts'
import type { Linked } from './linked.ts'

/** So many names of a group are held against another. */
const MOST_NAMES = 8
/** And so many words for what somebody is. */
const MOST_CALLED = 16

/** What is known of a group. */
interface Group {
  gender: Gender | null
  hasName: boolean
  kind: 'person' | 'place' | 'organisation' | null
  /** What its pronouns and descriptions say that it is, before it has a name. */
  isPerson: boolean | null
  /** Its names, no two of the same words, and no more than {@link MOST_NAMES}. */
  readonly names: Linked[]
  /** What its names and offices are called; no more than {@link MOST_NAMES}. */
  readonly offices: Set<string>
  /** What its names and descriptions say that it is; no more than {@link MOST_CALLED}. */
  readonly called: RoleReading[]
  known: string | null
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

/** Whether what is no name says that somebody is meant, or something; null where it may be either. */
function saysPerson(kind: Linked['kind']): boolean | null {
  if (kind === 'he' || kind === 'she' || kind === 'somebody') return true
  return kind === 'it' || kind === 'body' ? false : null
}

/** Two of one name, as their introductions say. */
function areTwo(own: Linked, other: Linked): boolean {
  return own.isNamesake === true && other.isNamesake === true && own.named !== other.named
}

/** Groups of references: a forest of sets, of which each knows its gender, type and whether it has a name. */
export class Groups {
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
      isPerson: null,
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
    own.isPerson ??= saysPerson(kind)
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
    kept.isPerson ??= lost.isPerson
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

  /** Whether its turn is over. */
  isKnown(i: number): boolean {
    return (this.#groupOf[i] as number) >= 0
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
      if (!other.hasName && other.isPerson !== null && other.isPerson !== (kind === 'person')) return false
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
