import { nameColumns, type Place } from '../columns/place.ts'

/** More of one table nobody reads. */
const MOST_NAMED = 3
const MOST_SHOWN = 60

/** What of rows is not as it was sealed, as a clause: which tables, which of their rows, and which columns. */
export function describePlaces(places: readonly Place[]): string {
  if (places.length === 0) return 'some row was changed'
  const groups = Map.groupBy(places, place =>
    JSON.stringify([place.table, place.change, place.isCertain ? place.row : '', place.columns]),
  )
  return [...groups.values()].map(describeGroup).join('; ')
}

function describeGroup(places: readonly Place[]): string {
  const [{ table, change, columns, kinds, isCertain, sealed, row }] = places as readonly [Place, ...Place[]]
  const rows = places.flatMap(place => (place.row === null ? [] : [place.row]))
  const which = `${rows.slice(0, MOST_NAMED).join(', ')}${rows.length > MOST_NAMED ? ' …' : ''}`
  const named = which === '' ? '' : ` (${which})`
  const were = places.length === 1 ? 'was' : 'were'
  if (change === 'added') return `${count(places.length, 'row')} of ${table} ${were} added${named}`
  if (change === 'gone') {
    const moved = columns.length === 0 ? '' : `, or hang elsewhere by ${nameColumns({ columns, kinds })}`
    return `rows of ${table} have gone${named}${moved}`
  }
  if (!isCertain)
    return `${rows.length === 0 ? 'rows' : count(rows.length, 'row')} of ${table} ${rows.length === 1 ? 'was' : 'were'} changed${named} in ${columns.length > 1 ? 'one or more of ' : ''}${nameColumns({ columns, kinds })}`
  const was = Object.values(sealed).map(cell => shorten(JSON.stringify(cell)))
  return `the column ${nameColumns({ columns, kinds })} of ${row} in ${table} was changed${was.length > 0 ? `, where ${was.join(', ')} was sealed` : ''}`
}

function shorten(written: string): string {
  return written.length > MOST_SHOWN ? `${written.slice(0, MOST_SHOWN - 1).toWellFormed()}…` : written
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}
