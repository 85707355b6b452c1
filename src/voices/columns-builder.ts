import { NAMINGS, type Naming, SOURCE_KINDS, type SourceKind } from '../domain/labels.ts'
import {
  GENDERS,
  type Gender,
  SOURCE_TYPES,
  type SourceType,
  VOICE_FUNCTIONS,
  type VoiceFunction,
} from '../domain/voice-labels.ts'
import { identifyPeople, type PeopleColumns } from './people/identify-people.ts'
import { TextColumnBuilder } from './text-column-builder.ts'
import { type ArticleColumns, NONE, type TextColumn, UNDATED, type VoiceColumns } from './voice-columns.ts'

export interface VoicedArticle {
  readonly rowid: number
  readonly id: string
  readonly publisher: string | null
  readonly section: string | null
  readonly byline: string | null
  readonly published_utc: string | null
}

/** A voice as its row says, corrections regarded. */
export interface VoiceRow {
  readonly rowid: number
  readonly article_rowid: number
  readonly kind: SourceKind
  readonly naming: Naming
  readonly name: string | null
  readonly role: string | null
  readonly affiliation: string | null
  readonly gender: Gender
  readonly source_type: SourceType
  readonly function: VoiceFunction
  readonly claims: number
  readonly quoted_words: number
  readonly first_voice: number
  readonly last_voice: number
  readonly reason: string | null
}

const PERSON = SOURCE_KINDS.indexOf('person')

/** Fills columns with voices as they come, and puts them in order. */
export class ColumnsBuilder {
  readonly #articles: ArticleColumns
  readonly #placeOf: ReadonlyMap<number, number>
  #length = 0
  readonly #numbers: Readonly<Record<'rowid' | 'article' | 'claims' | 'quotedWords', Uint32Array>>
  readonly #labels: Readonly<
    Record<'kind' | 'naming' | 'gender' | 'type' | 'function' | 'first' | 'last' | 'hasAffiliation', Uint8Array>
  >
  readonly #texts: Readonly<Record<'name' | 'role' | 'affiliation' | 'reason', TextColumnBuilder>>

  /** @param capacity at least as many as will be added */
  constructor(articles: readonly VoicedArticle[], capacity: number) {
    const inOrder = articles.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    this.#articles = toArticleColumns(inOrder)
    this.#placeOf = new Map(inOrder.map(({ rowid }, place) => [rowid, place]))
    const numbers = () => new Uint32Array(capacity)
    const labels = () => new Uint8Array(capacity)
    const texts = () => new TextColumnBuilder(capacity)
    this.#numbers = { rowid: numbers(), article: numbers(), claims: numbers(), quotedWords: numbers() }
    this.#labels = {
      kind: labels(),
      naming: labels(),
      gender: labels(),
      type: labels(),
      function: labels(),
      first: labels(),
      last: labels(),
      hasAffiliation: labels(),
    }
    this.#texts = { name: texts(), role: texts(), affiliation: texts(), reason: texts() }
  }

  /** Adds a voice, in the order of the text where they are of one article. Who neither speaks nor is a named person is none. */
  add(voice: VoiceRow): void {
    const article = this.#placeOf.get(voice.article_rowid)
    // It came with an article that was not there yet when the articles were read.
    if (article === undefined) return
    if (voice.claims === 0 && (voice.kind !== 'person' || voice.name === null)) return
    const row = this.#length++
    const { rowid, claims, quotedWords } = this.#numbers
    rowid[row] = voice.rowid
    this.#numbers.article[row] = article
    claims[row] = voice.claims
    quotedWords[row] = voice.quoted_words
    const { kind, naming, gender, type, first, last, hasAffiliation } = this.#labels
    kind[row] = SOURCE_KINDS.indexOf(voice.kind)
    naming[row] = NAMINGS.indexOf(voice.naming)
    gender[row] = GENDERS.indexOf(voice.gender)
    type[row] = SOURCE_TYPES.indexOf(voice.source_type)
    this.#labels.function[row] = VOICE_FUNCTIONS.indexOf(voice.function)
    first[row] = voice.first_voice
    last[row] = voice.last_voice
    hasAffiliation[row] = voice.affiliation === null ? 0 : 1
    const { name, role, affiliation, reason } = this.#texts
    name.set(row, voice.name)
    role.set(row, voice.role)
    affiliation.set(row, voice.affiliation)
    reason.set(row, voice.reason)
  }

  build(): VoiceColumns {
    const { order, start } = this.#inOrder()
    const number = (column: Uint32Array) => order.map(row => column[row] as number)
    const label = (column: Uint8Array) => {
      const ordered = new Uint8Array(order.length)
      for (let row = 0; row < ordered.length; row++) ordered[row] = column[order[row] as number] as number
      return ordered
    }
    const [numbers, labels] = [this.#numbers, this.#labels]
    const columns = {
      articles: this.#articles,
      length: order.length,
      start,
      rowid: number(numbers.rowid),
      article: number(numbers.article),
      claims: number(numbers.claims),
      quotedWords: number(numbers.quotedWords),
      kind: label(labels.kind),
      naming: label(labels.naming),
      gender: label(labels.gender),
      type: label(labels.type),
      function: label(labels.function),
      first: label(labels.first),
      last: label(labels.last),
      hasAffiliation: label(labels.hasAffiliation),
      name: this.#texts.name.build(order),
      reason: this.#texts.reason.build(order),
    }
    const role = this.#texts.role.build(order)
    const affiliation = this.#texts.affiliation.build(order)
    return { ...columns, ...numberSpeakers({ ...columns, role, affiliation }) }
  }

  /** The added rows in the order of their articles, which they were perhaps not added in. */
  #inOrder(): { readonly order: Uint32Array; readonly start: Uint32Array } {
    const article = this.#numbers.article.subarray(0, this.#length)
    const start = new Uint32Array(this.#articles.length + 1)
    for (const place of article) start[place + 1] = (start[place + 1] as number) + 1
    for (let place = 0; place < this.#articles.length; place++)
      start[place + 1] = (start[place + 1] as number) + (start[place] as number)
    const next = start.slice()
    const order = new Uint32Array(this.#length)
    for (const [row, place] of article.entries()) {
      order[next[place] as number] = row
      next[place] = (next[place] as number) + 1
    }
    return { order, start }
  }
}

/** Numbers who has a name across articles: people by what is told of them, what else speaks by kind and name. */
function numberSpeakers(
  columns: PeopleColumns & Pick<VoiceColumns, 'kind'>,
): Pick<VoiceColumns, 'speaker' | 'speakers'> {
  const { kind, name } = columns
  const speaker = new Uint32Array(columns.length).fill(NONE)
  const people: number[] = []
  const others = new Map<number, number>()
  for (let row = 0; row < columns.length; row++) {
    if (name.number[row] === 0) continue
    if (kind[row] === PERSON) people.push(row)
    else {
      const key = (name.number[row] as number) * SOURCE_KINDS.length + (kind[row] as number)
      const known = others.get(key)
      speaker[row] = known ?? others.size
      if (known === undefined) others.set(key, others.size)
    }
  }
  const rows = Uint32Array.from(people)
  const texts = ({ number, texts }: TextColumn) => ({ number: rows.map(row => number[row] as number), texts })
  const persons = identifyPeople({
    length: rows.length,
    name: texts(columns.name),
    role: texts(columns.role),
    affiliation: texts(columns.affiliation),
    gender: Uint8Array.from(rows, row => columns.gender[row] as number),
    type: Uint8Array.from(rows, row => columns.type[row] as number),
  })
  let speakers = others.size
  for (const [at, row] of rows.entries()) {
    speaker[row] = others.size + (persons[at] as number)
    speakers = Math.max(speakers, (speaker[row] as number) + 1)
  }
  return { speaker, speakers }
}

function toArticleColumns(articles: readonly VoicedArticle[]): ArticleColumns {
  const column = (textOf: (article: VoicedArticle) => string | null) => {
    const builder = new TextColumnBuilder(articles.length)
    for (const [place, article] of articles.entries()) builder.set(place, textOf(article))
    return builder.build()
  }
  return {
    length: articles.length,
    rowid: Uint32Array.from(articles, ({ rowid }) => rowid),
    id: articles.map(({ id }) => id),
    outlet: column(({ publisher }) => publisher),
    section: column(({ section }) => section),
    byline: column(({ byline }) => byline),
    published: Float64Array.from(articles, ({ published_utc: utc }) => (utc === null ? Number.NaN : Date.parse(utc))),
    month: Int32Array.from(articles, ({ published_utc: utc }) =>
      utc === null ? UNDATED : Number(utc.slice(0, 4)) * 12 + Number(utc.slice(5, 7)) - 1,
    ),
  }
}
