import { NAMINGS, SOURCE_KINDS } from '../../../domain/labels.ts'
import { GENDERS, SOURCE_TYPES, VOICE_FUNCTIONS } from '../../../domain/voice-labels.ts'
import type { NumberColumn } from '../../../voices/columns/number-column.ts'
import { NONE, type VoiceColumns } from '../../../voices/columns/voice-columns.ts'
import type { VoiceFilter } from './voice-filter.ts'
import type { NamedVoice, VoiceIndex } from './voice-index.ts'

/** Whom a list is of: who is the source of a claim, named people who are not, or all named people. */
export const WHO = ['sources', 'unquoted', 'people'] as const
export type Who = (typeof WHO)[number]

const PERSON = SOURCE_KINDS.indexOf('person')

/**
 * Which voices are meant, 1 or 0 each by index.
 *
 * @param isIn 1 for each article of the columns that is chosen
 */
export async function acceptVoices(
  voices: VoiceIndex,
  isIn: Uint8Array,
  filter: VoiceFilter,
  who: Who = 'sources',
): Promise<Uint8Array> {
  const { columns } = voices
  const accepted = markVoices(columns, isIn, filter, who)
  const isNamed = filter.speaker !== undefined || filter.one !== undefined
  const named = isNamed ? await voices.namedBy(filter) : null
  const sourcesOf = filter.alone === true ? voices.sourcesOf : null
  if (named === null && sourcesOf === null) return accepted
  for (let voice = 0; voice < columns.length; voice++) {
    if (named !== null && !isSame(columns, voice, named)) accepted[voice] = 0
    if (sourcesOf !== null && sourcesOf[columns.article[voice] as number] !== 1) accepted[voice] = 0
  }
  return accepted
}

/** The same by what lies in each voice alone. */
export function markVoices(
  columns: VoiceColumns,
  isIn: Uint8Array,
  filter: VoiceFilter,
  who: Who = 'sources',
): Uint8Array {
  const { start, articles, length } = columns
  const accepted = new Uint8Array(length)
  // Voices of one article stand together: those of articles that are not meant are not looked at.
  for (let article = 0; article < articles.length; article++) {
    if (isIn[article] === 0) continue
    const end = start[article + 1] as number
    for (let voice = start[article] as number; voice < end; voice++) if (isWho(columns, voice, who)) accepted[voice] = 1
  }
  // A walk for each condition: the compiler makes more of it than of one walk that asks for all.
  for (const [column, wanted] of conditionsOf(columns, filter)) keepWanted(accepted, column, wanted)
  return accepted
}

function keepWanted(accepted: Uint8Array, column: NumberColumn, wanted: Uint8Array): void {
  for (let voice = 0; voice < accepted.length; voice++)
    if (accepted[voice] === 1 && wanted[column[voice] as number] === 0) accepted[voice] = 0
}

function isSame({ speaker }: VoiceColumns, voice: number, named: NamedVoice): boolean {
  return named.speaker === NONE ? voice === named.index : speaker[voice] === named.speaker
}

function isWho({ claims, kind, name }: VoiceColumns, voice: number, who: Who): boolean {
  const speaks = (claims[voice] as number) > 0
  if (who === 'sources') return speaks
  return kind[voice] === PERSON && name.number[voice] !== 0 && (who === 'people' || !speaks)
}

/** Columns, each with 1 for its values that are wanted. */
function conditionsOf(columns: VoiceColumns, filter: VoiceFilter): (readonly [NumberColumn, Uint8Array])[] {
  const yes = Uint8Array.of(0, 1)
  const among = (known: readonly string[], wanted: readonly string[]) =>
    Uint8Array.from(known, label => (wanted.includes(label) ? 1 : 0))
  const { gender, type, function: functions, voice, reason } = filter
  return [
    ...(gender === undefined ? [] : [[columns.gender, among(GENDERS, gender)] as const]),
    ...(type === undefined ? [] : [[columns.type, among(SOURCE_TYPES, type)] as const]),
    ...(functions === undefined ? [] : [[columns.function, among(VOICE_FUNCTIONS, functions)] as const]),
    ...(voice === undefined ? [] : [[columns.naming, among(NAMINGS, voice)] as const]),
    ...(filter.first === true ? [[columns.first, yes] as const] : []),
    ...(filter.last === true ? [[columns.last, yes] as const] : []),
    ...(filter.person === true ? [[columns.kind, among(SOURCE_KINDS, ['person'])] as const] : []),
    ...(filter.unaffiliated === true ? [[columns.hasAffiliation, Uint8Array.of(1, 0)] as const] : []),
    ...(filter.explained === true || reason !== undefined
      ? [[columns.reason.number, reasons(columns, reason)] as const]
      : []),
  ]
}

function reasons({ reason }: VoiceColumns, wanted: string | undefined): Uint8Array {
  return Uint8Array.from(reason.texts, text => (text !== null && (wanted === undefined || text === wanted) ? 1 : 0))
}

/** How much the chosen voices are and say. */
export interface VoiceTotals {
  readonly voices: number
  readonly claims: number
  readonly quotedWords: number
  readonly articles: number
}

export function totalVoices(
  { article, claims, quotedWords, articles, length }: VoiceColumns,
  accepted: Uint8Array,
): VoiceTotals {
  const isIn = new Uint8Array(articles.length)
  const totals = { voices: 0, claims: 0, quotedWords: 0, articles: 0 }
  for (let voice = 0; voice < length; voice++) {
    if (accepted[voice] === 0) continue
    totals.voices++
    totals.claims += claims[voice] as number
    totals.quotedWords += quotedWords[voice] as number
    const own = article[voice] as number
    if (isIn[own] === 0) totals.articles++
    isIn[own] = 1
  }
  return totals
}

/** In which order voices are listed: by how much they say, or the newest article first. */
export const VOICE_ORDERS = ['claims', 'words', 'published'] as const
export type VoiceOrder = (typeof VOICE_ORDERS)[number]

/** The indexes of the chosen voices on one page, most or newest first. */
export function listVoices(
  columns: VoiceColumns,
  accepted: Uint8Array,
  order: VoiceOrder,
  { offset, size }: { readonly offset: number; readonly size: number },
): number[] {
  const { claims, quotedWords, article, articles } = columns
  const keyOf = {
    claims: (voice: number) => claims[voice] as number,
    words: (voice: number) => quotedWords[voice] as number,
    published: (voice: number) => {
      const published = articles.published[article[voice] as number] as number
      return Number.isNaN(published) ? Number.NEGATIVE_INFINITY : published
    },
  }[order]
  const best = new Best(offset + size)
  for (let voice = 0; voice < columns.length; voice++) if (accepted[voice] === 1) best.add(voice, keyOf(voice))
  return best.sorted().slice(offset)
}

/** The first few of many by a key, the largest first; those with the same in the order in which they came. */
class Best {
  readonly #most: number
  #kept: { readonly item: number; readonly key: number; readonly place: number }[] = []
  #least = Number.NEGATIVE_INFINITY
  #count = 0

  constructor(most: number) {
    this.#most = most
  }

  add(item: number, key: number): void {
    const place = this.#count++
    if (this.#kept.length >= this.#most && key <= this.#least) return
    this.#kept.push({ item, key, place })
    // Sorted now and then, not at each: a list of twice as many takes no longer to read.
    if (this.#kept.length >= 2 * this.#most + 64) this.#drop()
  }

  sorted(): number[] {
    this.#drop()
    return this.#kept.map(({ item }) => item)
  }

  #drop(): void {
    this.#kept.sort((a, b) => (a.key === b.key ? a.place - b.place : b.key - a.key))
    this.#kept.length = Math.min(this.#kept.length, this.#most)
    if (this.#kept.length === this.#most) this.#least = this.#kept.at(-1)?.key ?? Number.NEGATIVE_INFINITY
  }
}
