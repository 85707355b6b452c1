import { NAMINGS, type Naming, SOURCE_KINDS, type SourceKind } from '../domain/labels.ts'
import {
  GENDERS,
  type Gender,
  SOURCE_TYPES,
  type SourceType,
  VOICE_FUNCTIONS,
  type VoiceFunction,
} from '../domain/voice-labels.ts'
import { type DecidedRows, decidePeople } from './people/decide-people.ts'
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
  readonly name: string | null
  readonly role: string | null
  readonly affiliation: string | null
  readonly claims: number
  readonly quoted_words: number
}

/** Labels of a voice as columns have them. */
export type VoiceCodes = Readonly<Record<LabelColumn, number>>

const LABEL_COLUMNS = ['kind', 'naming', 'gender', 'type', 'function', 'hasAffiliation', 'first', 'last'] as const
type LabelColumn = (typeof LABEL_COLUMNS)[number]

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

export function toCodes(labels: VoiceLabelsGiven): VoiceCodes {
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

/** Whom an editor says the person of a voice to be the same as, or not to be; both by `rowid`. */
export interface Decision {
  readonly voice: number
  readonly other: number
  readonly isSame: boolean
}

const PERSON = SOURCE_KINDS.indexOf('person')

/** Fills columns with voices as they come, and puts them in order. */
export class ColumnsBuilder {
  readonly #articles: ArticleColumns
  readonly #placeOf: ReadonlyMap<number, number>
  #length = 0
  readonly #numbers: Readonly<Record<'rowid' | 'article' | 'claims' | 'quotedWords', Uint32Array>>
  readonly #labels: Readonly<Record<LabelColumn, Uint8Array>>
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
      hasAffiliation: labels(),
      first: labels(),
      last: labels(),
    }
    this.#texts = { name: texts(), role: texts(), affiliation: texts(), reason: texts() }
  }

  /** Adds a voice, in the order of the text where they are of one article. Who neither speaks nor is a named person is none. */
  add(articleRowid: number, voice: VoiceRow, codes: VoiceCodes, reason: string | null): void {
    const article = this.#placeOf.get(articleRowid)
    // It came with an article that was not there yet when the articles were read.
    if (article === undefined) return
    if (voice.claims === 0 && (codes.kind !== PERSON || voice.name === null)) return
    const row = this.#length++
    const [numbers, labels, texts] = [this.#numbers, this.#labels, this.#texts]
    numbers.rowid[row] = voice.rowid
    numbers.article[row] = article
    numbers.claims[row] = voice.claims
    numbers.quotedWords[row] = voice.quoted_words
    for (const column of LABEL_COLUMNS) labels[column][row] = codes[column]
    texts.name.set(row, voice.name)
    texts.role.set(row, voice.role)
    texts.affiliation.set(row, voice.affiliation)
    texts.reason.set(row, reason)
  }

  /** @param decisions who is the same person as who, as editors say it, in the order of time */
  build(decisions: readonly Decision[] = []): VoiceColumns {
    const { order, start } = this.#inOrder()
    const number = (column: Uint32Array) =>
      fill(new Uint32Array(order.length), row => column[order[row] as number] as number)
    const label = (column: Uint8Array) =>
      fill(new Uint8Array(order.length), row => column[order[row] as number] as number)
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
    return { ...columns, ...numberSpeakers({ ...columns, role, affiliation }, decisions) }
  }

  /** The added rows in the order of their articles, which they were perhaps not added in. */
  #inOrder(): { readonly order: Uint32Array; readonly start: Uint32Array } {
    const article = this.#numbers.article.subarray(0, this.#length)
    const start = new Uint32Array(this.#articles.length + 1)
    for (let row = 0; row < article.length; row++) {
      const place = (article[row] as number) + 1
      start[place] = (start[place] as number) + 1
    }
    for (let place = 0; place < this.#articles.length; place++)
      start[place + 1] = (start[place + 1] as number) + (start[place] as number)
    const next = start.slice()
    const order = new Uint32Array(this.#length)
    for (let row = 0; row < article.length; row++) {
      const place = article[row] as number
      order[next[place] as number] = row
      next[place] = (next[place] as number) + 1
    }
    return { order, start }
  }
}

/** Numbers who has a name across articles: people by what is told of them, what else speaks by kind and name. */
function numberSpeakers(
  columns: PeopleColumns & Pick<VoiceColumns, 'kind' | 'rowid'>,
  decisions: readonly Decision[],
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
  const texts = ({ number, texts }: TextColumn) => ({
    number: fill(new Uint32Array(rows.length), at => number[rows[at] as number] as number),
    texts,
  })
  const identified = identifyPeople({
    length: rows.length,
    name: texts(columns.name),
    role: texts(columns.role),
    affiliation: texts(columns.affiliation),
    gender: fill(new Uint8Array(rows.length), at => columns.gender[rows[at] as number] as number),
    type: fill(new Uint8Array(rows.length), at => columns.type[rows[at] as number] as number),
  })
  const persons = decidePeople(identified, toRows(decisions, columns.rowid, rows))
  let speakers = others.size
  for (let at = 0; at < rows.length; at++) {
    const own = others.size + (persons[at] as number)
    speaker[rows[at] as number] = own
    speakers = Math.max(speakers, own + 1)
  }
  return { speaker, speakers }
}

/** Decisions by places of people; whoever is none, or not among those that were read, is nobody to decide about. */
function toRows(decisions: readonly Decision[], rowid: Uint32Array, people: Uint32Array): DecidedRows[] {
  const wanted = new Set(decisions.flatMap(({ voice, other }) => [voice, other]))
  if (wanted.size === 0) return []
  const placeOf = new Map<number, number>()
  for (const [place, row] of people.entries()) {
    const own = rowid[row] as number
    if (wanted.has(own)) placeOf.set(own, place)
  }
  return decisions.flatMap(({ voice, other, isSame }) => {
    const [one, two] = [placeOf.get(voice), placeOf.get(other)]
    return one === undefined || two === undefined ? [] : [{ row: one, other: two, isSame }]
  })
}

function toArticleColumns(articles: readonly VoicedArticle[]): ArticleColumns {
  const column = (textOf: (article: VoicedArticle) => string | null) => {
    const builder = new TextColumnBuilder(articles.length)
    for (const [place, article] of articles.entries()) builder.set(place, textOf(article))
    return builder.build()
  }
  return {
    length: articles.length,
    rowid: fill(new Uint32Array(articles.length), place => (articles[place] as VoicedArticle).rowid),
    id: articles.map(({ id }) => id),
    outlet: column(({ publisher }) => publisher),
    section: column(({ section }) => section),
    byline: column(({ byline }) => byline),
    published: fill(new Float64Array(articles.length), place => {
      const utc = (articles[place] as VoicedArticle).published_utc
      return utc === null ? Number.NaN : Date.parse(utc)
    }),
    month: fill(new Int32Array(articles.length), place => {
      const utc = (articles[place] as VoicedArticle).published_utc
      return utc === null ? UNDATED : Number(utc.slice(0, 4)) * 12 + Number(utc.slice(5, 7)) - 1
    }),
  }
}

/** By a walk: `from` would first make a list of all values. */
function fill<Column extends Uint8Array | Uint32Array | Int32Array | Float64Array>(
  column: Column,
  numberAt: (place: number) => number,
): Column {
  for (let place = 0; place < column.length; place++) column[place] = numberAt(place)
  return column
}
