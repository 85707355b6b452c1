import { GENDERS, type Gender, SOURCE_TYPES, type SourceType } from '../../domain/voice-labels.ts'
import type { TextColumn } from '../columns/voice-columns.ts'
import { type Life, LivesOfName, toLife } from './lives.ts'
import { type PersonName, readPersonName } from './person-name.ts'
import { tellingWords } from './telling-words.ts'

/** Named people, one row each article. */
export interface PeopleColumns {
  readonly length: number
  readonly name: TextColumn
  readonly role: TextColumn
  readonly affiliation: TextColumn
  /** Indexes into `GENDERS` and `SOURCE_TYPES`. */
  readonly gender: Uint8Array
  readonly type: Uint8Array
}

/**
 * Who is the same person as who across articles. Rows become one person where first and last name agree and nothing told of
 * them contradicts: gender, middle initials, walk of life, role and body (see `contradicts`). A surname alone, a single name and
 * one initial before a surname join nobody. What could be two of the people of one name stays by itself.
 *
 * It depends on what the rows hold and not on their order: rows in another order fall into the same people.
 *
 * @returns For each row the number of its person, from 0, in the order of their first rows.
 */
export function identifyPeople(people: PeopleColumns): Uint32Array {
  const names = people.name.texts.map(text => (text === null ? null : readPersonName(text)))
  const rowsByKey = new Map<string, number[]>()
  for (let row = 0; row < people.length; row++) {
    const key = names[people.name.number[row] as number]?.key
    if (key === undefined) continue
    const rows = rowsByKey.get(key)
    if (rows === undefined) rowsByKey.set(key, [row])
    else rows.push(row)
  }
  const first = new Uint32Array(people.length).map((_, row) => row)
  const words = {
    role: new WordsOfTexts(people.role.texts),
    affiliation: new WordsOfTexts(people.affiliation.texts),
  }
  for (const rows of rowsByKey.values()) {
    if (rows.length > 1) joinRows(people, rows, names, words, first)
  }
  return numberInOrder(first)
}

interface Words {
  readonly role: WordsOfTexts
  readonly affiliation: WordsOfTexts
}

/** Sets `first` of each row to the first row of its person. */
function joinRows(
  people: PeopleColumns,
  rows: readonly number[],
  names: readonly (PersonName | null)[],
  words: Words,
  first: Uint32Array,
): void {
  const lives = new Map<string, { readonly life: Life; readonly rows: number[] }>()
  for (const alike of groupAlike(people, rows)) {
    const life = lifeOf(people, alike[0] as number, names, words)
    const known = lives.get(life.key)
    if (known === undefined) lives.set(life.key, { life, rows: alike })
    else for (const row of alike) known.rows.push(row)
  }
  const sameName = new LivesOfName()
  // Who is known best and met most often first; the key decides what is left, so that the order of rows never does.
  const inOrder = [...lives.values()].sort(
    (a, b) => b.life.told - a.life.told || b.rows.length - a.rows.length || (a.life.key < b.life.key ? -1 : 1),
  )
  for (const { life, rows: own } of inOrder) sameName.add(life, own)
  for (const joined of sameName.people()) {
    const least = joined.reduce((one, other) => Math.min(one, other))
    for (const row of joined) first[row] = least
  }
}

/** Rows that have the very same texts and labels together, so that each life is read once. */
function groupAlike({ name, role, affiliation, gender, type }: PeopleColumns, rows: readonly number[]): number[][] {
  const groups = new Map<number, Map<number, number[]>>()
  for (const row of rows) {
    const told = (role.number[row] as number) * affiliation.texts.length + (affiliation.number[row] as number)
    const labels = (gender[row] as number) * SOURCE_TYPES.length + (type[row] as number)
    const own = (name.number[row] as number) * GENDERS.length * SOURCE_TYPES.length + labels
    const toldAlike = groups.get(told)
    const alike = toldAlike?.get(own)
    if (alike !== undefined) alike.push(row)
    else if (toldAlike !== undefined) toldAlike.set(own, [row])
    else groups.set(told, new Map([[own, [row]]]))
  }
  return [...groups.values()].flatMap(group => [...group.values()])
}

function lifeOf(
  people: PeopleColumns,
  row: number,
  names: readonly (PersonName | null)[],
  { role, affiliation }: Words,
): Life {
  const { middle, suffix } = names[people.name.number[row] as number] as PersonName
  return toLife({
    middle,
    suffix,
    gender: GENDERS[people.gender[row] as number] as Gender,
    type: SOURCE_TYPES[people.type[row] as number] as SourceType,
    role: role.of(people.role.number[row] as number),
    affiliation: affiliation.of(people.affiliation.number[row] as number),
  })
}

/** The telling words of each text of a column, found once. */
class WordsOfTexts {
  readonly #texts: readonly (string | null)[]
  readonly #words: (ReadonlySet<string> | undefined)[] = []

  constructor(texts: readonly (string | null)[]) {
    this.#texts = texts
  }

  of(number: number): ReadonlySet<string> {
    const known = this.#words[number]
    if (known !== undefined) return known
    const words = tellingWords(this.#texts[number] ?? '')
    this.#words[number] = words
    return words
  }
}

function numberInOrder(first: Uint32Array): Uint32Array {
  const numbers = new Uint32Array(first.length)
  let next = 0
  for (const [row, own] of first.entries()) numbers[row] = own === row ? next++ : (numbers[own] as number)
  return numbers
}
