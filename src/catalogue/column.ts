import type { Rowids, RowKey } from './rowids.ts'

/*
 * What a column is. Both stores, transfer, seals, views, types of queries and the page of the schema read the same entry.
 */

/** As PostgreSQL calls it; SQLite has INTEGER for both whole numbers and REAL for the other. */
export type ColumnType = 'text' | 'integer' | 'bigint' | 'double precision'

export type ColumnValue = string | number | null

/** Tables whose rows others refer to by number. */
export type ReferredTable = 'article' | 'entity' | 'source' | 'claim' | 'voice' | 'run' | 'input' | 'seal'

export interface Column<Value = unknown> {
  readonly type: ColumnType
  readonly isNullable: boolean
  /** The closed set that its values are of, or null where any value may stand. */
  readonly labels: readonly string[] | null
  /** Whose row it names by number. */
  readonly refersTo: ReferredTable | null
  /** Whether it is the number by which a store knows the row: it depends on the order of writing. */
  readonly isRowNumber: boolean
  /** Whether the store gives that number by itself and nothing refers to it: no other store takes it over. */
  readonly isGiven: boolean
  /** Whether it came when rows had been sealed without it: where nothing stands in it, seals are as before. */
  readonly isLater: boolean
  readonly gloss: string
  /** In types alone: what a query gives. */
  readonly holds?: Value
}

/** A column of a table whose rows come from a record, with the value that a part of the record gives it. */
export interface RecordColumn<Value = unknown, Part = never> extends Column<Value> {
  readonly from: (part: Part, at: Rowids) => ColumnValue
}

export type Columns = Readonly<Record<string, Column>>

/** A row as a query gives it. */
export type RowOf<Table extends Columns> = {
  [Name in keyof Table]: Table[Name] extends Column<infer Value> ? Value : never
}

/** What of a record a row of the table is made from. */
export type PartOf<Table extends Columns> = {
  [Name in keyof Table]: Table[Name] extends RecordColumn<unknown, infer Part> ? (part: Part) => void : never
}[keyof Table] extends (part: infer Part) => void
  ? Part
  : never

function describe<Value>(type: ColumnType, gloss: string, rest: Partial<Column<Value>> = {}): Column<Value> {
  return {
    type,
    isNullable: false,
    labels: null,
    refersTo: null,
    isRowNumber: false,
    isGiven: false,
    isLater: false,
    gloss,
    ...rest,
  }
}

const NULLABLE = { isNullable: true } as const

/** Columns of tables whose rows come from no record. */
export const text = (gloss: string) => describe<string>('text', gloss)
export const textOrNull = (gloss: string) => describe<string | null>('text', gloss, NULLABLE)
export const integer = (gloss: string) => describe<number>('integer', gloss)
export const integerOrNull = (gloss: string) => describe<number | null>('integer', gloss, NULLABLE)
/** The number of its own row, by which others refer to it. */
export const rowNumber = (gloss: string) => describe<number>('bigint', gloss, { isRowNumber: true })
export const bigintOrNull = (gloss: string) => describe<number | null>('bigint', gloss, NULLABLE)
export const label = <const Label extends string>(labels: readonly Label[], gloss: string) =>
  describe<Label>('text', gloss, { labels })
export const labelOrNull = <const Label extends string>(labels: readonly Label[], gloss: string) =>
  describe<Label | null>('text', gloss, { ...NULLABLE, labels })
export const key = (refersTo: ReferredTable, gloss: string) => describe<number>('bigint', gloss, { refersTo })
export const keyOrNull = (refersTo: ReferredTable, gloss: string) =>
  describe<number | null>('bigint', gloss, { ...NULLABLE, refersTo })
/** The same where nothing does. */
export const given = (gloss: string) => describe<number>('bigint', gloss, { isRowNumber: true, isGiven: true })

type FromPart<Part, Value> = (part: Part, at: Rowids) => Value

/** The same kinds for a table whose rows come from parts of a record. */
export function recordColumns<Part>() {
  const add = <Value>(column: Column<Value>, from: FromPart<Part, ColumnValue>): RecordColumn<Value, Part> => {
    return { ...column, from }
  }
  return {
    text: (gloss: string, from: FromPart<Part, string>) => add(text(gloss), from),
    textOrNull: (gloss: string, from: FromPart<Part, string | null>) => add(textOrNull(gloss), from),
    integer: (gloss: string, from: FromPart<Part, number>) => add(integer(gloss), from),
    integerOrNull: (gloss: string, from: FromPart<Part, number | null>) => add(integerOrNull(gloss), from),
    bigintOrNull: (gloss: string, from: FromPart<Part, number | null>) => add(bigintOrNull(gloss), from),
    /** From 0 to 1. */
    share: (gloss: string, from: FromPart<Part, number>) => add(describe<number>('double precision', gloss), from),
    /** 0 and 1 stand for false and true. */
    flag: (gloss: string, from: FromPart<Part, boolean>) => add(integer(gloss), (part, at) => Number(from(part, at))),
    label: <Label extends string>(labels: readonly Label[], gloss: string, from: FromPart<Part, Label>) =>
      add(label(labels, gloss), from),
    rowid: (gloss: string, from: FromPart<Part, RowKey>) => add(rowNumber(gloss), from),
    key: (refersTo: ReferredTable, gloss: string, from: FromPart<Part, RowKey>) => add(key(refersTo, gloss), from),
    keyOrNull: (refersTo: ReferredTable, gloss: string, from: FromPart<Part, RowKey | null>) =>
      add(keyOrNull(refersTo, gloss), from),
  }
}
