import type { Cell } from '../../seal/canonical-form.ts'
import { DEAD_LETTER, digestInput, digestLetter, digestRun, INPUT, LEFT_OUT, RUN } from '../../seal/record-tables.ts'
import type { NamedRow } from '../../seal/rows-by-name.ts'
import type { Digest } from '../../seal/seal.ts'
import { toUtc } from '../../store/rows/published.ts'
import { type Place, placeOf } from './place.ts'

/*
 * In which column a row is not as it was sealed, for rows that are sealed one by one: each value that a cell may have had is
 * tried, until the row has the digest that was sealed.
 */

type Cells = readonly Cell[]
type Tries = Readonly<Record<string, Iterable<Cell>>>

/** What such a row goes by: with another value there it is another row to the seals, and the one that was has gone. */
export const RECORD_SUBJECTS: Readonly<Record<string, readonly string[]>> = {
  article: ['id'],
  input: ['location', 'article_id', 'form'],
  dead_letter: ['article_id', 'uri', 'file', 'form'],
}

/** What the rest of the store may know of such a row. */
export interface RecordFacts {
  /** What names each run. */
  readonly runs: readonly string[]
  /** Rows of the same article, or the same file. */
  readonly alike: readonly NamedRow[]
}

const STATUSES = ['done', 'dead', 'skipped']
const TOLD = ['title', 'byline', 'publisher', 'published_at', 'modified_at', 'section', 'language', 'origins'] as const

export function findInputColumns(
  cells: Cells,
  leftOut: readonly Cells[],
  digest: Digest | null,
  name: string,
  facts: RecordFacts,
): Place[] {
  const row = nameAll(INPUT.columns, cells)
  const mended = tryCells(INPUT.columns, cells, triesOfInput(row, facts), one => digestInput(one, leftOut) === digest)
  if (mended !== null) return [certain(INPUT.name, name, mended)]
  const passage = findPassage(cells, leftOut, digest, name)
  if (passage !== null) return [passage]
  // What it goes by is what it was looked up by.
  const columns = INPUT.columns.filter(column => RECORD_SUBJECTS.input?.includes(column) !== true)
  return [
    placeOf({ table: INPUT.name, row: name }, columns),
    placeOf({ table: LEFT_OUT.name, row: null }, ['input_id', ...LEFT_OUT.columns]),
  ]
}

function triesOfInput(row: NamedRow, { runs, alike }: RecordFacts): Tries {
  const others = (column: string) => [...alike.map(one => one[column] ?? null), null]
  return {
    ...Object.fromEntries([...TOLD, 'uri', 'raw_sha256', 'decoded_how', 'reason'].map(name => [name, others(name)])),
    uri: [...others('uri'), row.location ?? null],
    published_utc: [toUtc(row.published_at as string | null), ...others('published_utc')],
    status: STATUSES,
    first_run: [...runs, null],
    run: [...runs, null],
    times: upTo(2000),
    retrieved_at: [row.seen_at ?? null, ...others('retrieved_at'), ...others('seen_at')],
    seen_at: [row.retrieved_at ?? null, ...others('seen_at'), ...others('retrieved_at')],
    origins: [...others('origins'), '{}'],
  }
}

/** A passage more, or a cell of one. */
function findPassage(cells: Cells, leftOut: readonly Cells[], digest: Digest | null, name: string): Place | null {
  for (const [index, passage] of leftOut.entries()) {
    const place = { table: LEFT_OUT.name, row: `${name}, sequence ${passage[0]}`, isCertain: true }
    if (digestInput(cells, leftOut.toSpliced(index, 1)) === digest)
      return placeOf({ ...place, change: 'added' }, ['input_id'])
    const tries = {
      sequence: upTo(leftOut.length + 1),
      reason: leftOut.map(([, reason]) => reason ?? null),
      text: leftOut.map(([, , text]) => text ?? null),
    }
    const holds = (one: Cells) => digestInput(cells, leftOut.with(index, one)) === digest
    const mended = tryCells(LEFT_OUT.columns, passage, tries, holds)
    if (mended !== null) return certain(LEFT_OUT.name, place.row, mended)
  }
  return null
}

export function findLetterColumns(
  cells: Cells,
  digest: Digest | null,
  name: string,
  { runs, alike }: RecordFacts,
): Place {
  const others = (column: string) => [...alike.map(one => one[column] ?? null), null]
  const tries = {
    ...Object.fromEntries(DEAD_LETTER.columns.map(column => [column, others(column)])),
    run: runs,
    attempts: upTo(200),
    times: upTo(2000),
    version: upTo(200),
  }
  const mended = tryCells(DEAD_LETTER.columns, cells, tries, one => digestLetter(one) === digest)
  if (mended !== null) return certain(DEAD_LETTER.name, name, mended)
  return placeOf({ table: DEAD_LETTER.name, row: name }, DEAD_LETTER.columns)
}

const COUNTS = ['inputs', 'done', 'unchanged', 'skipped', 'dead', 'claims'] as const
const RUN_STATUSES = ['running', 'finished', 'stopped', 'failed']
const MOST_COUNTED = 20_000

export function findRunColumns(cells: Cells, digest: Digest | null, name: string, alike: readonly NamedRow[]): Place {
  const others = (column: string) => [...alike.map(one => one[column] ?? null), null]
  const row = nameAll(RUN.columns, cells)
  const sum = Number(row.done) + Number(row.unchanged) + Number(row.skipped) + Number(row.dead)
  const tries = {
    ...Object.fromEntries(RUN.columns.map(column => [column, others(column)])),
    status: RUN_STATUSES,
    process: [...others('process'), ...upTo(MOST_COUNTED)],
    ...Object.fromEntries(COUNTS.map(column => [column, [sum, ...upTo(MOST_COUNTED)]])),
  }
  const mended = tryCells(RUN.columns, cells, tries, one => digestRun(one) === digest)
  return mended === null ? placeOf({ table: RUN.name, row: name }, RUN.columns) : certain(RUN.name, name, mended)
}

interface Mended {
  readonly column: string
  readonly value: Cell
}

function tryCells(
  columns: readonly string[],
  cells: Cells,
  tries: Tries,
  holds: (cells: Cells) => boolean,
): Mended | null {
  for (const [place, column] of columns.entries())
    for (const value of new Set(tries[column] ?? []))
      if (value !== cells[place] && fits(() => holds(cells.with(place, value)))) return { column, value }
  return null
}

/** What cannot stand in a column was never sealed there. */
function fits(holds: () => boolean): boolean {
  try {
    return holds()
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

function certain(table: string, row: string, { column, value }: Mended): Place {
  return placeOf({ table, row, isCertain: true, sealed: { [column]: value } }, [column])
}

function nameAll(columns: readonly string[], cells: Cells): NamedRow {
  return Object.fromEntries(columns.map((column, place) => [column, cells[place] ?? null]))
}

function upTo(end: number): readonly number[] {
  return Array.from({ length: end }, (_, number) => number)
}
