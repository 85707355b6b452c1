import type { QuotationType } from '../../../domain/labels.ts'
import type { SeenBy } from '../../../store/schema.ts'
import type { Sayer, Sayers } from '../../grouping/join-claims.ts'
import type { Member } from '../../grouping/member.ts'
import { NumberRow } from '../../grouping/number-row.ts'
import type { EnteredClaim } from '../stored-claims.ts'
import { TextRow } from './text-row.ts'

/** A claim among all that are entered at once. */
export interface GatheredClaim extends Member, Omit<EnteredClaim, 'words' | 'seenAt' | keyof Member> {
  /** When its words were seen, as it is kept. */
  readonly seen: string | null
  readonly publisher: string | null
  /** Number of its wording. */
  readonly number: number
  /** Its place among all claims. */
  readonly place: number
}

/** What the claims of one article have in common. */
export interface ArticleOfClaims {
  readonly rowid: number
  readonly uri: string
  readonly publisher: string | null
  readonly seen: string | null
  readonly seenBy: SeenBy | null
}

interface KeptArticle extends ArticleOfClaims {
  readonly seenAt: number | null
}

/** Very many claims in some forty bytes each; whoever asks for one gets it made anew. */
export class ClaimTable {
  readonly #texts: readonly string[]
  readonly #articles: KeptArticle[] = []
  readonly #ids = new TextRow()
  readonly #articleOf = NumberRow.ofIntegers()
  readonly #numbers = NumberRow.ofIntegers()
  readonly #speakers = NumberRow.ofIntegers()
  readonly #quotations = NumberRow.ofIntegers()
  readonly #names = new Names()

  /** @param texts wordings by their numbers */
  constructor(texts: readonly string[]) {
    this.#texts = texts
  }

  /** Those that are pushed from now on are claims of this article. */
  beginArticle(article: ArticleOfClaims): void {
    const seenAt = article.seen === null ? null : Date.parse(article.seen)
    this.#articles.push({ ...article, seenAt, publisher: this.#names.keep(article.publisher) })
  }

  /** @param number of its wording */
  push({ id, speaker, quotation }: Pick<Member, 'id' | 'speaker' | 'quotation'>, number: number): void {
    this.#ids.push(id)
    this.#articleOf.push(this.#articles.length - 1)
    this.#numbers.push(number)
    this.#speakers.push(this.#names.numberOf(speaker))
    this.#quotations.push(this.#names.numberOf(quotation))
  }

  get length(): number {
    return this.#numbers.length
  }

  numberAt(place: number): number {
    return this.#numbers.at(place)
  }

  /** By the same places, and quicker, what decides with whom claims are joined. */
  get sayers(): Sayers {
    return { at: place => this.#sayerAt(place) }
  }

  #sayerAt(place: number): Sayer {
    return {
      speaker: this.#names.nameOf(this.#speakers.at(place)),
      quotation: this.#names.nameOf(this.#quotations.at(place)) as QuotationType,
      seenAt: (this.#articles[this.#articleOf.at(place)] as KeptArticle).seenAt,
    }
  }

  at(place: number): GatheredClaim {
    const { rowid, uri, publisher, seen, seenBy } = this.#articles[this.#articleOf.at(place)] as KeptArticle
    const number = this.#numbers.at(place)
    return {
      id: this.#ids.at(place),
      article: uri,
      articleRowid: rowid,
      publisher,
      wording: this.#texts[number] as string,
      number,
      place,
      seen,
      seenBy,
      ...this.#sayerAt(place),
    }
  }
}

/** Texts that very many have, each once, by number. */
class Names {
  readonly #names: (string | null)[] = []
  readonly #numbers = new Map<string | null, number>()

  numberOf(name: string | null): number {
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    this.#numbers.set(name, this.#names.length)
    return this.#names.push(name) - 1
  }

  nameOf(number: number): string | null {
    return this.#names[number] ?? null
  }

  /** The same string for every one that is equal. */
  keep(name: string | null): string | null {
    return this.nameOf(this.numberOf(name))
  }
}
