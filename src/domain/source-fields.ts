import type { Grounded } from './grounded.ts'

/*
 * What is known of a source, field by field. This is the one place that lists the fields: columns of both stores, views,
 * seals, transfer, exports, the API and every page follow from it. CONTRIBUTING.md says how to add one.
 */

/** Each value with where the text says it, or null where nothing is known. */
export interface SourceFacts {
  readonly name: Grounded<string> | null
  readonly role: Grounded<string> | null
  readonly rank: Grounded<string> | null
  readonly affiliation: Grounded<string> | null
  readonly number: Grounded<number> | null
  readonly reason: Grounded<string> | null
  readonly grantedBy: Grounded<string> | null
  readonly knowledge: Grounded<string> | null
}

interface SourceField<Fact> {
  /** Of the value; where the words stand is in two more, with `_start` and `_end` behind. */
  readonly column: string
  readonly holds: Fact extends Grounded<number> ? 'number' : 'text'
  readonly gloss: string
  /** Whether exports of claims and the API tell it. */
  readonly isExported: boolean
}

/** In the order of a record's keys. */
export const SOURCE_FIELDS = {
  name: { column: 'name', holds: 'text', gloss: 'The resolved name.', isExported: true },
  role: { column: 'role', holds: 'text', gloss: 'What they are: "a spokeswoman".', isExported: true },
  rank: { column: 'rank', holds: 'text', gloss: 'Seniority: "senior".', isExported: false },
  affiliation: { column: 'affiliation', holds: 'text', gloss: 'Whom they belong to.', isExported: true },
  number: { column: 'number', holds: 'number', gloss: 'How many people it stands for.', isExported: true },
  reason: { column: 'reason', holds: 'text', gloss: 'Why identity is withheld.', isExported: true },
  grantedBy: {
    column: 'granted_by',
    holds: 'text',
    gloss: 'Who promised not to name them: "This newspaper".',
    isExported: false,
  },
  knowledge: { column: 'knowledge', holds: 'text', gloss: 'How they know.', isExported: true },
} as const satisfies { readonly [Name in keyof SourceFacts]-?: SourceField<NonNullable<SourceFacts[Name]>> }

type Fields = typeof SOURCE_FIELDS
export type SourceFieldName = keyof Fields
export type SourceValue<Name extends SourceFieldName> = NonNullable<SourceFacts[Name]>['value']
export type SourceColumn<Name extends SourceFieldName = SourceFieldName> = Fields[Name]['column']

/** The values without their places, by the names of their columns. */
export type SourceValues = { [Name in SourceFieldName as SourceColumn<Name>]: SourceValue<Name> | null }

export const SOURCE_FIELD_NAMES = Object.keys(SOURCE_FIELDS) as readonly SourceFieldName[]

/** All fields, these first, so that a field that comes later stands behind. */
export function sourceFieldsAfter<const First extends SourceFieldName>(first: readonly First[]): SourceFieldName[] {
  return [...first, ...otherSourceFields(first)]
}

/** All fields but these. */
export function otherSourceFields<const Known extends SourceFieldName>(
  known: readonly Known[],
): Exclude<SourceFieldName, Known>[] {
  const isKnown = (name: SourceFieldName): name is Known => (known as readonly SourceFieldName[]).includes(name)
  return SOURCE_FIELD_NAMES.filter((name): name is Exclude<SourceFieldName, Known> => !isKnown(name))
}

type Exported<Name extends SourceFieldName> = Name extends unknown
  ? Fields[Name]['isExported'] extends true
    ? Name
    : never
  : never
export type ExportedSourceField = Exported<SourceFieldName>

/** What exports and the API tell of a source, by its column. */
export const EXPORTED_SOURCE_FIELDS = SOURCE_FIELD_NAMES.filter(
  (name): name is ExportedSourceField => SOURCE_FIELDS[name].isExported,
)
export type ExportedSourceValues = Readonly<Pick<SourceValues, SourceColumn<ExportedSourceField>>>
export const EXPORTED_SOURCE_COLUMNS = EXPORTED_SOURCE_FIELDS.map(name => SOURCE_FIELDS[name].column)

/** The exported ones of a row, in their order. */
export function exportedSourceValues(row: ExportedSourceValues): ExportedSourceValues {
  return Object.fromEntries(EXPORTED_SOURCE_COLUMNS.map(column => [column, row[column]])) as ExportedSourceValues
}

/** In the order in which people are shown them. */
export const SHOWN_SOURCE_FIELDS: readonly SourceFieldName[] = sourceFieldsAfter([
  ...(['name', 'role', 'rank', 'affiliation', 'number', 'knowledge', 'reason', 'grantedBy'] as const),
])

/** In words: `granted by`. */
export function labelOfSourceField(name: SourceFieldName): string {
  return SOURCE_FIELDS[name].column.replaceAll('_', ' ')
}

/** Makes a fact of each field. */
export function mapSourceFields<Fact>(
  make: (name: SourceFieldName) => Fact,
  names: readonly SourceFieldName[] = SOURCE_FIELD_NAMES,
): Readonly<Record<SourceFieldName, Fact>> {
  return Object.fromEntries(names.map(name => [name, make(name)])) as Record<SourceFieldName, Fact>
}

/** What is known of whom nothing is known of. */
export const UNKNOWN_SOURCE: SourceFacts = mapSourceFields(() => null)
