import { NAMINGS, type Naming, SOURCE_KINDS, type SourceKind } from '../../domain/labels.ts'
import {
  GENDERS,
  type Gender,
  SOURCE_TYPES,
  type SourceType,
  VOICE_FUNCTIONS,
  type VoiceFunction,
} from '../../domain/voice-labels.ts'
import { VOICE_DIGITS, type VoiceDigit, type VoiceDigits } from '../../store/rows/voice-label-code.ts'
import { type Decision, numberSpeakers } from '../number-speakers.ts'
import { keepRows, NumberColumnBuilder } from './number-column.ts'
import { RowPlaces } from './row-places.ts'
import { TextColumnBuilder } from './text-column-builder.ts'
import type { ArticleColumns, TextColumn, VoiceColumns } from './voice-columns.ts'

/** A voice as its row says, corrections regarded. */
export interface VoiceRow {
  readonly rowid: number
  readonly name: string | null
  readonly role: string | null
  readonly affiliation: string | null
  readonly claims: number
  readonly quoted_words: number
}

/** How many voices an article has. */
export interface VoiceCount {
  readonly article_rowid: number
  readonly voices: number
}

export interface VoiceLabelsGiven {
  readonly kind: SourceKind
  readonly naming: Naming
  readonly gender: Gender
  readonly source_type: SourceType
  readonly function: VoiceFunction
  readonly has_affiliation: number
  readonly first_voice: number
  readonly last_voice: number
}

/** Labels of a voice as columns have them. */
export function toDigits(labels: VoiceLabelsGiven): VoiceDigits {
  return {
    kind: SOURCE_KINDS.indexOf(labels.kind),
    naming: NAMINGS.indexOf(labels.naming),
    gender: GENDERS.indexOf(labels.gender),
    type: SOURCE_TYPES.indexOf(labels.source_type),
    function: VOICE_FUNCTIONS.indexOf(labels.function),
    hasAffiliation: labels.has_affiliation,
    first: labels.first_voice,
    last: labels.last_voice,
  }
}

const PERSON = SOURCE_KINDS.indexOf('person')

/**
 * Fills columns with voices as they come. Every column is made once, with a place for each voice of each article: memory is
 * counted here, and one in the order of reading beside one in its own would be twice as much.
 */
export class ColumnsBuilder {
  readonly #articles: ArticleColumns
  readonly #placeOf: RowPlaces
  /** Where the voices of each article begin; behind the last one the end. */
  readonly #start: Uint32Array
  /** Where the next voice of each article goes. */
  readonly #next: Uint32Array
  readonly #rowid: Uint32Array
  readonly #labels: Readonly<Record<VoiceDigit, Uint8Array>>
  readonly #claims: NumberColumnBuilder
  readonly #quotedWords: NumberColumnBuilder
  readonly #texts: Readonly<Record<'name' | 'role' | 'affiliation' | 'reason', TextColumnBuilder>>

  /** @param counts of all articles that have any */
  constructor(articles: ArticleColumns, counts: Iterable<VoiceCount>) {
    this.#articles = articles
    this.#placeOf = new RowPlaces(articles.rowid)
    this.#start = new Uint32Array(articles.length + 1)
    for (const { article_rowid: rowid, voices } of counts) {
      const place = this.#placeOf.placeOf(rowid)
      if (place >= 0) this.#start[place + 1] = voices
    }
    for (let place = 0; place < articles.length; place++)
      this.#start[place + 1] = (this.#start[place + 1] as number) + (this.#start[place] as number)
    this.#next = this.#start.slice()
    const length = this.#start[articles.length] as number
    const labels = VOICE_DIGITS.map(name => [name, new Uint8Array(length)] as const)
    this.#rowid = new Uint32Array(length)
    this.#labels = Object.fromEntries(labels) as Record<VoiceDigit, Uint8Array>
    this.#claims = new NumberColumnBuilder(length)
    this.#quotedWords = new NumberColumnBuilder(length)
    const texts = () => new TextColumnBuilder(length)
    this.#texts = { name: texts(), role: texts(), affiliation: texts(), reason: texts() }
  }

  /** Adds a voice, in the order of the text where they are of one article. Who neither speaks nor is a named person is none. */
  add(articleRowid: number, voice: VoiceRow, digits: VoiceDigits, reason: string | null): void {
    if (voice.claims === 0 && (digits.kind !== PERSON || voice.name === null)) return
    const article = this.#placeOf.placeOf(articleRowid)
    const row = this.#next[article]
    // It came, perhaps with its article, after these were counted.
    if (row === undefined || row === this.#start[article + 1]) return
    this.#next[article] = row + 1
    const [labels, texts] = [this.#labels, this.#texts]
    this.#rowid[row] = voice.rowid
    labels.kind[row] = digits.kind
    labels.naming[row] = digits.naming
    labels.gender[row] = digits.gender
    labels.type[row] = digits.type
    labels.function[row] = digits.function
    labels.hasAffiliation[row] = digits.hasAffiliation
    labels.first[row] = digits.first
    labels.last[row] = digits.last
    this.#claims.set(row, voice.claims)
    this.#quotedWords.set(row, voice.quoted_words)
    texts.name.set(row, voice.name)
    texts.role.set(row, voice.role)
    texts.affiliation.set(row, voice.affiliation)
    texts.reason.set(row, reason)
  }

  /** @param decisions who is the same person as who, as editors say it, in the order of time */
  build(decisions: readonly Decision[] = []): VoiceColumns {
    const { kept, start } = this.#closeRanks()
    const texts = (builder: TextColumnBuilder): TextColumn => {
      const { number, texts } = builder.build()
      return { number: keepRows(number, kept), texts }
    }
    const labels = VOICE_DIGITS.map(name => [name, keepRows(this.#labels[name], kept)] as const)
    const columns = {
      articles: this.#articles,
      length: kept.length,
      start,
      rowid: keepRows(this.#rowid, kept),
      article: toArticles(start, kept.length),
      claims: keepRows(this.#claims.values, kept),
      quotedWords: keepRows(this.#quotedWords.values, kept),
      ...(Object.fromEntries(labels) as Record<VoiceDigit, Uint8Array>),
      name: texts(this.#texts.name),
      reason: texts(this.#texts.reason),
    }
    const told = { role: texts(this.#texts.role), affiliation: texts(this.#texts.affiliation) }
    return { ...columns, ...numberSpeakers({ ...columns, ...told }, decisions) }
  }

  /** The rows that were filled, and where those of each article begin without the places that nobody took. */
  #closeRanks(): { readonly kept: Uint32Array; readonly start: Uint32Array } {
    const { length } = this.#articles
    const start = new Uint32Array(length + 1)
    const kept = new Uint32Array(this.#start[length] as number)
    let rows = 0
    for (let article = 0; article < length; article++) {
      const end = this.#next[article] as number
      for (let row = this.#start[article] as number; row < end; row++) kept[rows++] = row
      start[article + 1] = rows
    }
    return { kept: kept.subarray(0, rows), start }
  }
}

function toArticles(start: Uint32Array, length: number): Uint32Array {
  const articles = new Uint32Array(length)
  for (let article = 0; article + 1 < start.length; article++)
    articles.fill(article, start[article] as number, start[article + 1] as number)
  return articles
}
