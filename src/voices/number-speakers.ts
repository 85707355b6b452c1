import { SOURCE_KINDS } from '../domain/labels.ts'
import type { NumberColumn } from './columns/number-column.ts'
import { NONE, type TextColumn, type VoiceColumns } from './columns/voice-columns.ts'
import { type DecidedRows, decidePeople } from './people/decide-people.ts'
import { identifyPeople, type PeopleColumns } from './people/identify-people.ts'

/** Whom an editor says the person of a voice to be the same as, or not to be; both by `rowid`. */
export interface Decision {
  readonly voice: number
  readonly other: number
  readonly isSame: boolean
}

const PERSON = SOURCE_KINDS.indexOf('person')

/** Numbers who has a name across articles: people by what is told of them, what else speaks by kind and name. */
export function numberSpeakers(
  columns: PeopleColumns & Pick<VoiceColumns, 'kind' | 'rowid'>,
  decisions: readonly Decision[],
): Pick<VoiceColumns, 'speaker' | 'speakers'> {
  const { kind, name } = columns
  const speaker = new Uint32Array(columns.length).fill(NONE)
  const people = new Uint32Array(columns.length)
  const others = new Map<number, number>()
  let length = 0
  for (let row = 0; row < columns.length; row++) {
    if (name.number[row] === 0) continue
    if (kind[row] === PERSON) people[length++] = row
    else {
      const key = (name.number[row] as number) * SOURCE_KINDS.length + (kind[row] as number)
      const known = others.get(key)
      speaker[row] = known ?? others.size
      if (known === undefined) others.set(key, others.size)
    }
  }
  const rows = people.subarray(0, length)
  const texts = ({ number, texts }: TextColumn): TextColumn => ({ number: pick(number, rows), texts })
  const identified = identifyPeople({
    length,
    name: texts(columns.name),
    role: texts(columns.role),
    affiliation: texts(columns.affiliation),
    gender: pick(columns.gender, rows),
    type: pick(columns.type, rows),
  })
  const persons = decidePeople(identified, toRows(decisions, columns.rowid, rows))
  let speakers = others.size
  for (let at = 0; at < length; at++) {
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

function pick<Column extends NumberColumn>(column: Column, rows: Uint32Array): Column {
  const picked = new (column.constructor as new (length: number) => Column)(rows.length)
  for (let at = 0; at < rows.length; at++) picked[at] = column[rows[at] as number] as number
  return picked
}
