import type { Span } from '../../../domain/span.ts'
import { lastAtMost } from '../said-claims.ts'

/** Somebody, or some body, that an article speaks of: whoever is named, and whoever is only described. */
export interface Party {
  readonly id: number
  /** Its longest name, or the words that first describe it. */
  readonly name: string
  readonly isNamed: boolean
  isBody: boolean
  isPerson: boolean
  isPlace: boolean
  /** Nouns that it goes by, each with the words that stood before it. */
  readonly nouns: Map<string, ReadonlySet<string>>
}

/** Words that mean a party. */
export interface Occurrence extends Span {
  readonly party: Party
  readonly how: 'name' | 'description' | 'pronoun'
  /** The noun of a description. */
  readonly noun: string | null
  /** Whose they are: "the trust’s secretary", "a lawyer for the drivers". */
  readonly owner: Party | null
}

/** Who is who in an article, and where each is meant. */
export class Parties {
  readonly #occurrences: readonly Occurrence[]
  readonly #starts: readonly number[]

  readonly #byName: ReadonlyMap<string, Party>

  constructor(occurrences: readonly Occurrence[], byName: ReadonlyMap<string, Party>) {
    this.#occurrences = occurrences
    this.#byName = byName
    this.#starts = occurrences.map(({ start }) => start)
  }

  /** Who goes by a name: in full, or by its first or last words where only one does. */
  named(name: string): Party | null {
    const words = name
      .toLowerCase()
      .replaceAll(/[’']s?\b/gu, '')
      .split(/\s+/)
    for (let from = 0; from < words.length; from++) {
      const party = this.#byName.get(words.slice(from).join(' '))
      if (party !== undefined) return party
    }
    return null
  }

  /** Where parties are meant inside a span, in the order of the text. */
  within({ start, end }: Span): Occurrence[] {
    const found: Occurrence[] = []
    for (let at = lastAtMost(this.#starts, start); at < this.#occurrences.length; at++) {
      const occurrence = this.#occurrences[at] as Occurrence
      if (occurrence.start >= end) break
      if (occurrence.start >= start && occurrence.end <= end) found.push(occurrence)
    }
    return found
  }
}
