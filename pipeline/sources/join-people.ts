import type { Mention, Token } from '../../src/domain/layers.ts'
import { genderOfWord } from './gender.ts'
import { type NamedEntity, nameOf, readGender, rolesOf } from './named-entity.ts'

interface Person {
  readonly entity: NamedEntity
  /** Words of the fullest name, lower case. */
  words: readonly string[]
}

/**
 * Joins the mentions of each person: equal full names; a surname, a first name or a title with a surname with the full
 * name that holds it, the one last spoken of where several do; an office with whoever holds it.
 */
export function joinPeople(text: string, tokens: readonly Token[], mentions: readonly Mention[]): NamedEntity[] {
  const people: Person[] = []
  const named = mentions.filter(({ type, name }) => type === 'person' && name !== null)
  const wordsOf = new Map(named.map(mention => [mention, (nameOf(text, mention) as string).toLowerCase().split(/\s+/)]))
  const full = named.filter(mention => (wordsOf.get(mention) as string[]).length > 1)
  full.sort((a, b) => (wordsOf.get(b) as string[]).length - (wordsOf.get(a) as string[]).length || a.start - b.start)
  for (const mention of full) {
    const words = wordsOf.get(mention) as string[]
    const known = people.filter(person => isSameFullName(person.words, words))
    const person = known.length === 1 ? (known[0] as Person) : addPerson(people, nameOf(text, mention) as string, words)
    attach(text, tokens, person, mention)
  }
  for (const mention of named) {
    const words = wordsOf.get(mention) as string[]
    if (words.length > 1) continue
    const person = findByPart(text, people, mention, words[0] as string)
    attach(text, tokens, person ?? addPerson(people, nameOf(text, mention) as string, words), mention)
  }
  for (const mention of mentions) {
    if (mention.type !== 'person' || mention.name !== null) continue
    const words = text.slice(mention.start, mention.end)
    const holder = findHolder(tokens, people, mention, words.toLowerCase())
    attach(text, tokens, holder ?? addPerson(people, words, [words.toLowerCase()]), mention)
  }
  for (const { entity } of people) {
    entity.mentions.sort((a, b) => a.start - b.start)
    entity.gender ??= readGender(entity.name, entity.roles)
    entity.name = withTitle(text, entity)
  }
  return people.map(({ entity }) => entity)
}

function addPerson(people: Person[], name: string, words: readonly string[]): Person {
  const person = { entity: { name, type: 'person' as const, mentions: [], gender: null, roles: [] }, words }
  people.push(person)
  return person
}

function attach(text: string, tokens: readonly Token[], { entity }: Person, mention: Mention): void {
  entity.mentions.push(mention)
  for (const role of rolesOf(text, tokens, mention)) if (!entity.roles.includes(role)) entity.roles.push(role)
}

/** "Mac Giolla Rua" is "Fionnuala Mac Giolla Rua", "J. Smith" and "John Smith" are, "Rafael Grossi" drops a middle name. */
function isSameFullName(fuller: readonly string[], words: readonly string[]): boolean {
  if (fuller.at(-1) !== words.at(-1)) return false
  const tail = fuller.slice(-words.length).join(' ')
  if (tail === words.join(' ')) return true
  const [a, b] = [fuller[0] as string, words[0] as string]
  const initial = /^\p{L}\.$/u.test(a) || /^\p{L}\.$/u.test(b)
  if (initial ? a[0] !== b[0] : a !== b) return false
  return words.slice(1, -1).every(word => fuller.includes(word) || /^\p{L}\.$/u.test(word))
}

/** Who bears the word as a surname, else as a first name; of several the one mentioned last before. */
function findByPart(text: string, people: readonly Person[], mention: Mention, word: string): Person | null {
  const title = mention.role === null ? '' : text.slice(mention.role.start, mention.role.end).toLowerCase()
  const wanted =
    title
      .split(/[\s-]+/)
      .map(genderOfWord)
      .find(gender => gender !== null) ?? null
  const agrees = ({ entity }: Person) => {
    const gender = readGender(entity.name, entity.roles)
    return wanted === null || gender === null || gender === wanted
  }
  for (const part of [-1, 0]) {
    const bearers = people.filter(person => person.words.at(part) === word && agrees(person))
    if (bearers.length === 0) continue
    const before = bearers.filter(({ entity }) => entity.mentions.some(({ start }) => start < mention.start))
    const latest = (person: Person) =>
      Math.max(...person.entity.mentions.map(({ start }) => (start < mention.start ? start : -1)))
    if (before.length > 0) return before.reduce((best, person) => (latest(person) > latest(best) ? person : best))
    if (bearers.length === 1) return bearers[0] as Person
  }
  return null
}

/** The person in apposition to an office, else the last one before it who was given that office. */
function findHolder(
  tokens: readonly Token[],
  people: readonly Person[],
  mention: Mention,
  words: string,
): Person | null {
  for (const person of people) {
    for (const other of person.entity.mentions) {
      if (other.name === null) continue
      const [left, right] = other.start < mention.start ? [other, mention] : [mention, other]
      // A comma and at most an article; a slice for every pair of mentions would cost their product.
      const gap = right.firstToken - left.endToken
      if (gap < 1 || gap > 2) continue
      const between = tokens.slice(left.endToken, right.firstToken).map(({ lower }) => lower)
      if (/^,(?: the| his| her| its| their)?$/.test(between.join(' '))) return person
    }
  }
  const office = words.split(' ').at(-1) as string
  let best: Person | null = null
  let latest = -1
  for (const person of people) {
    const held = person.entity.roles.some(
      role => role === words || role.endsWith(` ${words}`) || endsWithWord(role, office),
    )
    if (!held) continue
    for (const { start } of person.entity.mentions) {
      if (start < mention.start && start > latest) {
        latest = start
        best = person
      }
    }
  }
  return best
}

function endsWithWord(role: string, word: string): boolean {
  return role === word || role.endsWith(` ${word}`) || role.includes(`${word} of `) || role.includes(`${word} for `)
}

/** "Mrs Justice Coldwell", "Sheriff Pruitt": who is never named in full goes by an office with the surname. */
function withTitle(text: string, { name, mentions }: NamedEntity): string {
  if (name.includes(' ')) return name
  const titled = mentions.find(
    mention =>
      mention.name !== null &&
      mention.role !== null &&
      !/^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame)\.?$/i.test(text.slice(mention.role.start, mention.role.end)),
  )
  return titled === undefined ? name : text.slice(titled.start, titled.end)
}
