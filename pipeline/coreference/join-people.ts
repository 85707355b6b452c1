import type { Mention, Token } from '../../src/domain/layers.ts'
import { firstAfter } from '../positions/first-after.ts'
import { isFirstName, isHonorific } from '../word-classes.ts'
import { genderOfWord } from '../words/gender.ts'
import { isOthersRole, readRole } from '../words/other-role.ts'
import { rolesCalled } from '../words/role-names.ts'
import { addRoles, introducesSomebody, type JoinedEntity, know, nameOf, readGender, rolesOf } from './joined-entity.ts'
import { type Introduction, isOtherBearer, readIntroduction } from './other-bearer.ts'

interface Person {
  readonly entity: JoinedEntity
  /** Words of the fullest name, lower case. */
  words: readonly string[]
  /** Where mentions by the full name begin, which are attached first, and those by one word, in text order. UTF-16. */
  readonly inFull: number[]
  readonly byWord: number[]
  readonly ages: number[]
}

/** How many people of one surname are told apart, and how many mentions an office is looked back over: time stays linear. */
const MOST_BEARERS = 40
const MENTIONS_BACK = 60

/**
 * Joins the mentions of each person: equal full names; a surname, a first name or a title with a surname with the full
 * name that holds it, the one last spoken of where several do; an office with whoever holds it.
 */
export function joinPeople(text: string, tokens: readonly Token[], mentions: readonly Mention[]): JoinedEntity[] {
  const people: Person[] = []
  const byPart: ByPart = { last: new Map(), first: new Map() }
  const add = (name: string, words: readonly string[]) => addPerson(people, byPart, name, words)
  const named = mentions.filter(({ type, name }) => type === 'person' && name !== null)
  const wordsOf = new Map(named.map(mention => [mention, splitName(nameOf(text, mention) as string)]))
  const full = named.filter(mention => (wordsOf.get(mention) as string[]).length > 1)
  full.sort((a, b) => (wordsOf.get(b) as string[]).length - (wordsOf.get(a) as string[]).length || a.start - b.start)
  for (const mention of full) {
    const words = wordsOf.get(mention) as string[]
    const bearers = byPart.last.get(words.at(-1) as string) ?? []
    const known = bearers.slice(-MOST_BEARERS).filter(person => isSameFullName(person.words, words))
    const introduction = readIntroduction(tokens, mention)
    const own = chooseBearer(known, mention, introduction)
    const person = own ?? add(nameOf(text, mention) as string, words)
    if (own === null && known.some(other => other.words.join() === words.join()))
      for (const { entity } of [person, ...known]) entity.isNamesake = true
    attach(text, tokens, person, mention)
    person.inFull.push(mention.start)
    if (introduction.age !== null) person.ages.push(introduction.age)
  }
  for (const { inFull } of people) inFull.sort((a, b) => a - b)
  for (const mention of named) {
    const words = wordsOf.get(mention) as string[]
    if (words.length > 1) continue
    const known = findByPart(text, byPart, mention, words[0] as string)
    const person = known ?? add(nameOf(text, mention) as string, words)
    attach(text, tokens, person, mention)
    person.byWord.push(mention.start)
  }
  const holders = listHolders(people)
  const unnamed = new Map<string, Person>()
  for (const mention of mentions) {
    if (mention.type !== 'person' || mention.name !== null) continue
    const words = text.slice(mention.start, mention.end)
    const lower = words.toLowerCase()
    const known = introducesSomebody(tokens, mention)
      ? null
      : (findHolder(tokens, holders, mention, lower) ?? unnamed.get(lower))
    const holder = known ?? add(words, [lower])
    if (holder.entity.mentions.every(({ name }) => name === null)) unnamed.set(lower, holder)
    attach(text, tokens, holder, mention)
  }
  for (const { entity } of people) {
    entity.mentions.sort((a, b) => a.start - b.start)
    entity.gender ??= readGender(entity.name, entity.roles)
    if (entity.known === undefined) entity.name = withTitle(text, { ...entity, name: usualName(text, entity) })
  }
  return people.map(({ entity }) => entity)
}

/** Whose name a full name is: the only bearer's, or of two of one name the one last spoken of; null for another than all of them. */
function chooseBearer(known: readonly Person[], { start }: Mention, introduction: Introduction): Person | null {
  const fitting = known.filter(({ ages, entity }) => !isOtherBearer(introduction, ages, entity.roles))
  const areNamesakes = known.every(({ entity }) => entity.isNamesake === true)
  if (fitting.length === 1 || (fitting.length > 1 && areNamesakes))
    return fitting.reduce((best, one) => (lastBefore(one.inFull, start) > lastBefore(best.inFull, start) ? one : best))
  return null
}

/** In lower case; "Jabouri" and "al-Jabouri" are one word. */
function splitName(name: string): string[] {
  return name
    .toLowerCase()
    .split(/\s+/)
    .map(word => word.replace(/^(?:al|el|as|ar|ash|at|ad|an|ul)-(?=\p{L})/u, ''))
}

/** People by the last and by the first word of their names. */
interface ByPart {
  readonly last: Map<string, Person[]>
  readonly first: Map<string, Person[]>
}

function addPerson(people: Person[], { last, first }: ByPart, name: string, words: readonly string[]): Person {
  const entity = { name, type: 'person' as const, mentions: [], gender: null, roles: [] }
  const person = { entity, words, inFull: [], byWord: [], ages: [] }
  people.push(person)
  for (const [map, word] of [
    [last, words.at(-1)],
    [first, words[0]],
  ] as const) {
    const bearers = map.get(word as string)
    if (bearers === undefined) map.set(word as string, [person])
    else bearers.push(person)
  }
  return person
}

function attach(text: string, tokens: readonly Token[], { entity }: Person, mention: Mention): void {
  entity.mentions.push(mention)
  know(entity, mention)
  addRoles(entity, rolesOf(text, tokens, mention))
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
function findByPart(text: string, byPart: ByPart, mention: Mention, word: string): Person | null {
  const title = mention.role === null ? '' : text.slice(mention.role.start, mention.role.end).toLowerCase()
  const wanted =
    title
      .split(/[\s-]+/)
      .map(genderOfWord)
      .find(gender => gender !== null) ?? null
  const agrees = ({ entity }: Person) => {
    if (wanted === null) return true
    const gender = readGender(entity.name, entity.roles)
    return gender === null || gender === wanted
  }
  for (const part of [byPart.last, byPart.first]) {
    const bearers = (part.get(word) ?? []).slice(-MOST_BEARERS).filter(agrees)
    if (bearers.length === 0) continue
    const latest = ({ inFull, byWord }: Person) =>
      Math.max(lastBefore(inFull, mention.start), lastBefore(byWord, mention.start))
    const before = bearers.filter(person => latest(person) >= 0)
    if (before.length > 0) return before.reduce((best, person) => (latest(person) > latest(best) ? person : best))
    if (bearers.length === 1) return bearers[0] as Person
  }
  return null
}

/** The last of ascending numbers that is below a limit, or -1. */
function lastBefore(ascending: readonly number[], limit: number): number {
  return ascending[firstAfter(ascending, limit - 1, place => place) - 1] ?? -1
}

interface HolderMention {
  readonly person: Person
  readonly mention: Mention
}

/** Every mention by name, in text order. */
function listHolders(people: readonly Person[]): HolderMention[] {
  const named = people.flatMap(person =>
    person.entity.mentions.filter(({ name }) => name !== null).map(mention => ({ person, mention })),
  )
  return named.sort((a, b) => a.mention.start - b.mention.start)
}

/** The person in apposition to an office, else the last one before it who was given that office. */
function findHolder(
  tokens: readonly Token[],
  holders: readonly HolderMention[],
  office: Mention,
  words: string,
): Person | null {
  const next = firstAfter(holders, office.start - 1, ({ mention }) => mention.start)
  const [left, right] = [holders[next - 1], holders[next]]
  if (left !== undefined && isBeside(tokens, left.mention, office)) return left.person
  if (right !== undefined && isBeside(tokens, office, right.mention) && !hasOffice(tokens, right.mention))
    return right.person
  // "The vice president" is who was called just so; "the minister" whoever is a minister of anything.
  const isOffice = STANDS_IN.test(words) ? (role: string) => role === words : isRoleOf(words)
  for (let i = next - 1; i >= Math.max(0, next - MENTIONS_BACK); i -= 1) {
    const { person } = holders[i] as HolderMention
    if (person.entity.roles.some(isOffice)) return person
  }
  return null
}

/** "Jeff Lund, the spokesman", "the prime minister, Ann Lee": nothing but a comma and an article between. */
function isBeside(tokens: readonly Token[], left: Mention, right: Mention): boolean {
  if (right.firstToken - left.endToken > 2 || tokens[left.endToken]?.text !== ',') return false
  const between = tokens[left.endToken + 1]
  return right.firstToken - left.endToken === 1 || /^(?:the|his|her|its|their)$/.test(between?.lower ?? '')
}

/** "Mr President, Vice President Lee": whom another office names is another. A form of address is no office. */
function hasOffice(tokens: readonly Token[], { role, firstToken }: Mention): boolean {
  return role !== null && !isHonorific(tokens[firstToken] as Token)
}

/** A vice president is no president. */
const STANDS_IN =
  /^(?:(?:the|an?|his|her|its|their|our|former|then|new) )*(?:vice|deputy|assistant|associate|acting|interim|shadow|under|junior|pro|co)(?:[ -]|$)/

/**
 * Whether a role is the office that words are for ("the minister": "prime minister", "minister of health"; "the judge": "justice"), and
 * not of who stands in for it or has another ("defence minister"); prepared for many roles.
 */
function isRoleOf(words: string): (role: string) => boolean {
  const described = readRole(words)
  const nouns = rolesCalled(words.split(' ').at(-1) as string)
  const endings = nouns.map(noun => ` ${noun}`)
  const parts = nouns.flatMap(noun => [`${noun} of `, `${noun} for `])
  return role =>
    (nouns.includes(role) || endings.some(one => role.endsWith(one)) || parts.some(one => role.includes(one))) &&
    !STANDS_IN.test(role) &&
    !isOthersRole(described, [readRole(role)])
}

/** So many times as often is the shorter of two names, of which one ends in the other, to be the person's own. */
const USUAL = 2

/**
 * The fullest name, unless it only sets something before one that is far more usual and begins with a first name: "Honest Ann Lee"
 * is an epithet where the text goes on with "Ann Lee".
 */
function usualName(text: string, { name, mentions }: JoinedEntity): string {
  const counts = new Map<string, number>()
  for (const mention of mentions) {
    const own = nameOf(text, mention)
    if (own !== null) counts.set(own, (counts.get(own) ?? 0) + 1)
  }
  const often = counts.get(name) ?? 0
  let usual = name
  for (const [other, count] of counts) {
    const isTail =
      usual.endsWith(` ${other}`) && other.includes(' ') && isFirstName(other.toLowerCase().split(' ')[0] as string)
    if (isTail && count >= USUAL * often) usual = other
  }
  return usual
}

/** "Mrs Justice Coldwell", "Sheriff Pruitt": who is never named in full goes by an office with the surname. */
function withTitle(text: string, { name, mentions }: JoinedEntity): string {
  if (name.includes(' ')) return name
  const titled = mentions.find(
    mention =>
      mention.name !== null &&
      mention.role !== null &&
      !/^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame)\.?$/i.test(text.slice(mention.role.start, mention.role.end)),
  )
  return titled === undefined ? name : text.slice(titled.start, titled.end)
}
