/** Whom an editor says a row's person to be the same as, or not to be; both by the numbers of their rows. */
export interface DecidedRows {
  readonly row: number
  readonly other: number
  readonly isSame: boolean
}

/**
 * People as `identifyPeople` numbers them, after what editors decided, one decision after the other. Where two are the same, all
 * rows of both are one person from there on. Where one is somebody else, that row leaves the person that it shares with the
 * other, and is a person of its own until something joins it.
 *
 * @param persons of each row the number of its person
 * @returns the same, numbered in the order of their first rows
 */
export function decidePeople(persons: Uint32Array, decisions: readonly DecidedRows[]): Uint32Array {
  if (decisions.length === 0) return persons
  const decided = persons.slice()
  const rowsOf = findRowsOf(decided, decisions)
  let next = decided.reduce((most, person) => Math.max(most, person), -1) + 1
  for (const { row, other, isSame } of decisions) {
    const [own, their] = [decided[row] as number, decided[other] as number]
    if ((own === their) === isSame) continue
    if (isSame) join(decided, rowsOf, own, their)
    else {
      rowsOf.get(own)?.delete(row)
      rowsOf.set(next, new Set([row]))
      decided[row] = next++
    }
  }
  return numberByFirstRow(decided)
}

/** The rows of every person that is decided about. */
function findRowsOf(persons: Uint32Array, decisions: readonly DecidedRows[]): Map<number, Set<number>> {
  const rowsOf = new Map<number, Set<number>>()
  for (const { row, other } of decisions) for (const one of [row, other]) rowsOf.set(persons[one] as number, new Set())
  for (const [row, person] of persons.entries()) rowsOf.get(person)?.add(row)
  return rowsOf
}

/** The fewer rows go to the others, so that many decisions about somebody take no time. */
function join(decided: Uint32Array, rowsOf: Map<number, Set<number>>, one: number, other: number): void {
  const [first, second] = [rowsOf.get(one) ?? new Set<number>(), rowsOf.get(other) ?? new Set<number>()]
  const [kept, keptRows, goneRows] = first.size < second.size ? [other, second, first] : [one, first, second]
  for (const row of goneRows) {
    decided[row] = kept
    keptRows.add(row)
  }
  rowsOf.delete(kept === one ? other : one)
}

function numberByFirstRow(persons: Uint32Array): Uint32Array {
  const numbers = new Map<number, number>()
  return persons.map(person => {
    const known = numbers.get(person) ?? numbers.size
    numbers.set(person, known)
    return known
  })
}
