import { ANY_COMPANY, BODY_NOUNS } from '../../../../pipeline/words/party-words.ts'
import type { SaidArticle } from '../said-claims.ts'
import { type Description, findDescriptions } from './descriptions.ts'
import { findNames, type NameAt } from './names.ts'
import { type Occurrence, Parties, type Party } from './parties.ts'
import { nounIn } from './party-nouns.ts'

const WORD = /[\p{L}\p{M}\p{N}]+(?:[’'.&-][\p{L}\p{M}\p{N}]+)*/gu
const MALE_OR_FEMALE = new Set('he she him his her'.split(' '))

/** Finds who an article speaks of; linear in its length. */
export function findParties(said: SaidArticle): Parties {
  const words = [...said.text.matchAll(WORD)].map(({ 0: text, index }) => ({
    start: index,
    end: index + text.length,
    text,
    folded: text.toLowerCase().replaceAll('’', "'"),
  }))
  const names = findNames(said, words)
  const descriptions = findDescriptions(said.text, words, names)
  const resolver = new Resolver(said)
  return new Parties(resolver.resolve(names, descriptions), resolver.byName)
}

/** Goes through an article once and says of all words for somebody whom they mean. */
class Resolver {
  readonly #said: SaidArticle
  readonly #parties: Party[] = []
  readonly #found: Occurrence[] = []
  /** The party that a noun last meant. */
  readonly #byNoun = new Map<string, Party>()
  readonly #ofChain = new Map<number, Party>()
  /** By all words of a name, without titles. */
  readonly byName = new Map<string, Party>()
  /** By the first word of a name. */
  readonly #byFirstWord = new Map<string, Party>()
  /** Parties with a name, by the nouns in it: "the fisheries authority" may stand before "the Lake Fisheries Authority". */
  readonly #namedByNoun = new Map<string, Set<Party>>()
  /** Who was only described, and is then named: "her manager … The manager, Ann Lee". */
  readonly #sameAs = new Map<Party, Party>()
  #lastBody: Party | null = null
  #lastNamedBody: Party | null = null
  #lastPerson: Party | null = null
  #lastAny: Party | null = null

  constructor(said: SaidArticle) {
    this.#said = said
  }

  resolve(names: readonly NameAt[], descriptions: readonly Description[]): Occurrence[] {
    const named = this.#nameParties(names)
    this.#joinChains(names, named)
    const pronouns = this.#said.mentions.filter(({ start, end }) =>
      /^(?:he|she|him|her|his|it|its|they|them|their)$/i.test(this.#said.text.slice(start, end)),
    )
    const all = [
      ...names.map((name, at) => ({ start: name.from, take: () => this.#takeName(name, named[at] as Party) })),
      ...descriptions.map((description, at) => ({
        start: description.start,
        take: () => this.#takeDescription(description, names, named, descriptions[at + 1]),
      })),
      ...pronouns.map(pronoun => ({ start: pronoun.start, take: () => this.#takePronoun(pronoun) })),
    ].sort((a, b) => a.start - b.start)
    for (const { take } of all) take()
    return this.#found
      .map(one => ({
        ...one,
        party: this.#sameAs.get(one.party) ?? one.party,
        owner: one.owner === null ? null : (this.#sameAs.get(one.owner) ?? one.owner),
      }))
      .sort((a, b) => a.start - b.start || b.end - a.end)
  }

  /** Shorter names are those of a longer one that begins or ends so; of several the one that was met last. */
  #nameParties(names: readonly NameAt[]): Party[] {
    const { byName } = this
    const byEdge = new Map<string, Party[]>()
    const longest = [...new Map(names.map(name => [name.words.join(' '), name])).entries()].sort(
      ([a, one], [b, other]) => other.words.length - one.words.length || (a < b ? -1 : 1),
    )
    for (const [key, name] of longest) {
      const longer = byEdge.get(key) ?? []
      if (longer.length === 1) {
        byName.set(key, longer[0] as Party)
        continue
      }
      if (longer.length > 1) continue
      const party = this.#add(name.text, true)
      byName.set(key, party)
      this.#byFirstWord.set(name.words[0] as string, party)
      for (let length = 1; length < name.words.length; length++)
        for (const part of [name.words.slice(0, length), name.words.slice(-length)]) {
          const edge = part.join(' ')
          const others = byEdge.get(edge) ?? []
          if (!others.includes(party)) byEdge.set(edge, [...others, party])
        }
    }
    const last = new Map<string, Party>()
    return names.map(name => {
      const key = name.words.join(' ')
      const party = byName.get(key) ?? last.get(key) ?? ((byEdge.get(key) as Party[])[0] as Party)
      for (const edge of [name.words[0], name.words.at(-1)]) last.set(edge as string, party)
      if (name.isOfPerson) party.isPerson = true
      if (name.isOfPlace) party.isPlace = true
      if (name.isOfBody && !party.isPerson) party.isBody = true
      for (const noun of [...name.title, ...name.words.slice(-1)])
        if (nounIn(noun) !== null) party.nouns.set(noun, new Set())
      // "Sandlow Pier Trust", "Wirrabyn Shire Council" and "Ministry of Learning" are "the trust", "the council" and "the ministry".
      for (const noun of name.words) {
        if (!BODY_NOUNS.has(noun)) continue
        party.nouns.set(noun, new Set())
        this.#namedByNoun.set(noun, (this.#namedByNoun.get(noun) ?? new Set()).add(party))
      }
      return party
    })
  }

  #joinChains(names: readonly NameAt[], named: readonly Party[]): void {
    const { mentions, text } = this.#said
    let at = 0
    for (const { start, end, chain } of mentions) {
      if (chain === null) continue
      while (at < names.length && (names[at] as NameAt).end <= start) at++
      const name = names[at]
      if (name !== undefined && name.from < end && !this.#ofChain.has(chain))
        this.#ofChain.set(chain, named[at] as Party)
    }
    for (const { start, end, chain } of mentions) {
      const party = chain === null ? undefined : this.#ofChain.get(chain)
      if (party !== undefined && MALE_OR_FEMALE.has(text.slice(start, end).toLowerCase()) && !party.isBody)
        party.isPerson = true
    }
  }

  #takeName(name: NameAt, party: Party): void {
    for (const noun of party.nouns.keys()) this.#byNoun.set(noun, party)
    const before = this.#found.at(-1)
    const gap = before === undefined ? null : this.#said.text.slice(before.end, name.from)
    // "He named **the officer as** Ivo Petrak": one and the same.
    if (before?.how === 'description' && gap === ' as ' && !before.party.isNamed && this.#isTellingWho(before.start))
      this.#sameAs.set(before.party, party)
    const owner =
      before?.how === 'description' && gap !== null && /^,?\s$/.test(gap) && before.party === party
        ? before.owner
        : null
    this.#push({ start: name.start, end: name.end, party, how: 'name', noun: null, owner }, name.isOfPlace)
  }

  #isTellingWho(start: number): boolean {
    return /\b(?:named|identified) $/u.test(this.#said.text.slice(Math.max(0, start - 12), start))
  }

  #takeDescription(
    description: Description,
    names: readonly NameAt[],
    named: readonly Party[],
    next: Description | undefined,
  ): void {
    const { text } = this.#said
    const at = firstFrom(names, description.end)
    const name = names[at]
    const isBefore =
      name !== undefined &&
      (/^,?\s$/.test(text.slice(description.end, name.from)) || this.#isOffice(description, name)) &&
      (next === undefined || next.start > name.from || next.end <= description.end)
    const previous = this.#found.at(-1)
    const isAfter =
      previous?.how === 'name' &&
      /^,\s$/.test(text.slice(previous.end, description.start)) &&
      /^(?:,|\.|\s(?:who|which|that|of|in|at|for)\b)/.test(text.slice(description.end))
    const party =
      isBefore && !(name as NameAt).isOfPlace
        ? (named[at] as Party)
        : isAfter && description.behindGenitive === null
          ? previous.party
          : this.#meant(description)
    const described = this.#byNoun.get(description.noun)
    if (
      isBefore &&
      described !== undefined &&
      !described.isNamed &&
      party.isNamed &&
      !clashes(described.nouns.get(description.noun), description.before)
    )
      this.#sameAs.set(described, party)
    party.nouns.set(description.noun, description.before)
    if (BODY_NOUNS.has(description.noun) && !party.isPerson) party.isBody = true
    else if (!description.isPlural && !party.isBody) party.isPerson = true
    this.#byNoun.set(description.noun, party)
    this.#push(
      {
        start: description.start,
        end: description.end,
        party,
        how: 'description',
        noun: description.noun,
        owner: this.#ownerOf(description, party),
      },
      false,
    )
  }

  /** "**The governor of the region**, Elias Haikali, …": an office with what it is of, and who holds it. */
  #isOffice({ end, isPlural }: Description, name: NameAt): boolean {
    const { text } = this.#said
    if (isPlural || name.isOfBody || name.isOfPlace || text[name.end] !== ',') return false
    return /^ (?:of|for) (?:(?:the|its|his|her|their) )?(?:\p{Ll}+ ){0,2}\p{Ll}+, $/u.test(text.slice(end, name.from))
  }

  #meant(description: Description): Party {
    const { noun, before, isDefinite } = description
    const known = this.#byNoun.get(noun)
    const isNew = !isDefinite || description.possessive !== null || description.behindGenitive !== null
    const named = this.#namedWith(noun, before)
    if (!isNew && named !== null && known?.isNamed !== true) return named
    if (!isNew && known !== undefined && !clashes(known.nouns.get(noun), before)) return known
    if (isNew && known !== undefined && description.behindGenitive !== null && !known.isNamed) return known
    const isAnyBody = ANY_COMPANY.has(noun) && (before.size === 0 || before.has('governing'))
    if (!isNew && isAnyBody && this.#lastNamedBody !== null) return this.#lastNamedBody
    return this.#add(this.#said.text.slice(description.start, description.end), false)
  }

  /** The one party whose name has a noun and what stands before it. */
  #namedWith(noun: string, before: ReadonlySet<string>): Party | null {
    const named = [...(this.#namedByNoun.get(noun) ?? [])].filter(({ name }) => {
      const words = new Set(name.toLowerCase().split(/[^\p{L}]+/u))
      return [...before].every(word => words.has(word))
    })
    return named.length === 1 ? (named[0] ?? null) : null
  }

  #ownerOf(description: Description, party: Party): Party | null {
    const { behindGenitive, possessive, before } = description
    const previous = this.#found.at(-1)
    if (behindGenitive !== null && previous !== undefined && Math.abs(previous.end - behindGenitive) <= 2)
      return previous.party
    if (possessive === 'its') return this.#lastBody
    if (possessive === 'his' || possessive === 'her') return this.#lastPerson === party ? null : this.#lastPerson
    if (possessive === 'their') return this.#lastAny
    // "A council spokesman", "a Harrow director".
    for (const word of before) {
      const owner = this.#byNoun.get(word) ?? this.#byFirstWord.get(word)
      if (owner !== undefined && owner !== party) return owner
    }
    return null
  }

  #takePronoun({
    start,
    end,
    chain,
  }: {
    readonly start: number
    readonly end: number
    readonly chain: number | null
  }): void {
    const party = chain === null ? undefined : this.#ofChain.get(chain)
    if (party !== undefined) this.#found.push({ start, end, party, how: 'pronoun', noun: null, owner: null })
  }

  #push(occurrence: Occurrence, isPlace: boolean): void {
    this.#found.push(occurrence)
    const { party } = occurrence
    if (isPlace) return
    if (party.isPerson) this.#lastPerson = party
    else if (party.isBody || party.isNamed) {
      this.#lastBody = party
      if (party.isNamed) this.#lastNamedBody = party
    }
    this.#lastAny = party
  }

  #add(name: string, isNamed: boolean): Party {
    const party: Party = {
      id: this.#parties.length,
      name,
      isNamed,
      isBody: false,
      isPerson: false,
      isPlace: false,
      nouns: new Map(),
    }
    this.#parties.push(party)
    return party
  }
}

function clashes(known: ReadonlySet<string> | undefined, before: ReadonlySet<string>): boolean {
  return known !== undefined && known.size > 0 && before.size > 0 && ![...before].some(word => known.has(word))
}

function firstFrom(names: readonly NameAt[], offset: number): number {
  let low = 0
  let high = names.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((names[middle] as NameAt).from < offset) low = middle + 1
    else high = middle
  }
  return low
}
