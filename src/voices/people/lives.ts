import type { Gender, SourceType } from '../../domain/voice-labels.ts'
import { shareWord } from './telling-words.ts'
import { isOneLife, isPublicOffice, isTelling } from './walks-of-life.ts'

/** What an article tells of a person beside first and last name. */
export interface TellingFacts {
  readonly middle: string
  readonly suffix: string
  readonly gender: Gender
  readonly type: SourceType
  readonly role: ReadonlySet<string>
  readonly affiliation: ReadonlySet<string>
}

export interface Life extends TellingFacts {
  /** The same for the same facts. */
  readonly key: string
  /** How many of type, role and affiliation it tells. */
  readonly told: number
}

export function toLife(facts: TellingFacts): Life {
  const words = (set: ReadonlySet<string>) => [...set].toSorted().join(' ')
  const { middle, suffix, gender, type, role, affiliation } = facts
  return {
    ...facts,
    key: [middle, suffix, gender, type, words(role), words(affiliation)].join('|'),
    told: Number(isTelling(type)) + Number(role.size > 0) + Number(affiliation.size > 0),
  }
}

/** One of the people of a name, with all that is told of them. */
interface KnownPerson {
  readonly rows: number[]
  readonly middles: Set<string>
  readonly suffixes: Set<string>
  readonly genders: Set<Gender>
  readonly types: Set<SourceType>
  readonly roles: Set<string>
  readonly affiliations: Set<string>
}

/** A name that more people bear is looked up by words alone, so that time stays linear. */
const MOST_COMPARED = 64

/** The people of one name, told apart. */
export class LivesOfName {
  readonly #known: KnownPerson[] = []
  readonly #alone: number[] = []
  readonly #byWord = new Map<string, Set<KnownPerson>>()

  /** Joins rows to the one person whom they fit; those that fit several alike stay by themselves, and those that fit nobody are somebody new. */
  add(life: Life, rows: readonly number[]): void {
    const fitting = this.#candidates(life).filter(person => !contradicts(life, person))
    const best = mostAlike(life, fitting)
    if (best !== null) this.#join(best, life, rows)
    else if (fitting.length > 0 && life.told === 0) this.#alone.push(...rows)
    else this.#join(this.#create(), life, rows)
  }

  /** The rows of each person. */
  people(): number[][] {
    return [...this.#known.map(({ rows }) => rows), ...this.#alone.map(row => [row])]
  }

  #candidates({ role, affiliation }: Life): KnownPerson[] {
    if (this.#known.length <= MOST_COMPARED) return this.#known
    const found = new Set(
      [...affiliation, ...role].flatMap(word => [...(this.#byWord.get(word) ?? [])].slice(0, MOST_COMPARED)),
    )
    return [...found]
  }

  #create(): KnownPerson {
    const person: KnownPerson = {
      rows: [],
      middles: new Set(),
      suffixes: new Set(),
      genders: new Set(),
      types: new Set(),
      roles: new Set(),
      affiliations: new Set(),
    }
    this.#known.push(person)
    return person
  }

  #join(person: KnownPerson, life: Life, rows: readonly number[]): void {
    for (const row of rows) person.rows.push(row)
    if (life.middle !== '') person.middles.add(life.middle)
    if (life.suffix !== '') person.suffixes.add(life.suffix)
    if (life.gender !== 'unknown') person.genders.add(life.gender)
    person.types.add(life.type)
    for (const word of life.role) person.roles.add(word)
    for (const word of life.affiliation) person.affiliations.add(word)
    for (const word of [...life.role, ...life.affiliation]) {
      const bearers = this.#byWord.get(word)
      if (bearers === undefined) this.#byWord.set(word, new Set([person]))
      else bearers.add(person)
    }
  }
}

/**
 * Whether what an article tells cannot well be of that person:
 * another gender, other middle initials or another suffix, another walk of life; another body, unless both are in public office; or
 * another role, unless body or type are the same.
 */
function contradicts(life: Life, person: KnownPerson): boolean {
  if (life.gender !== 'unknown' && person.genders.size > 0 && !person.genders.has(life.gender)) return true
  if (isOther(life.middle, person.middles) || isOther(life.suffix, person.suffixes)) return true
  if ([...person.types].some(type => !isOneLife(type, life.type))) return true
  if (isPublicOffice(life.type) && [...person.types].some(isPublicOffice)) return false
  const bothPlaced = life.affiliation.size > 0 && person.affiliations.size > 0
  if (bothPlaced) return !shareWord(life.affiliation, person.affiliations)
  const otherRole = life.role.size > 0 && person.roles.size > 0 && !shareWord(life.role, person.roles)
  return otherRole && !(isTelling(life.type) && person.types.has(life.type))
}

function isOther(own: string, known: ReadonlySet<string>): boolean {
  return own !== '' && known.size > 0 && !known.has(own)
}

/** Of the people whom a life fits the one whom it has most in common with; null when there is none, or two are alike in that. */
function mostAlike(life: Life, fitting: readonly KnownPerson[]): KnownPerson | null {
  let best: KnownPerson | null = null
  let most = -1
  let isAlone = true
  for (const person of fitting) {
    const alike =
      4 * Number(shareWord(life.affiliation, person.affiliations)) +
      2 * Number(shareWord(life.role, person.roles)) +
      Number(isTelling(life.type) && person.types.has(life.type))
    isAlone = alike !== most && (alike > most || isAlone)
    if (alike > most) [best, most] = [person, alike]
  }
  return isAlone ? best : null
}
