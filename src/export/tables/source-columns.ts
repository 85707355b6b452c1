import {
  EXPORTED_SOURCE_COLUMNS,
  type ExportedSourceField,
  SOURCE_FIELD_NAMES,
  SOURCE_FIELDS,
  type SourceColumn,
} from '../../domain/source-fields.ts'

/*
 * Where tables of claims tell what is known of a source. Their columns are a promise: what was told from the first stands in
 * the midst of them, what comes later behind all others.
 */

type ExportedColumn = SourceColumn<ExportedSourceField>

export const FIRST_SOURCE_COLUMNS = ['name', 'role', 'affiliation', 'number', 'reason', 'knowledge'] as const

export const LATER_SOURCE_COLUMNS: readonly ExportedColumn[] = EXPORTED_SOURCE_COLUMNS.filter(
  column => !(FIRST_SOURCE_COLUMNS as readonly ExportedColumn[]).includes(column),
)

export function holdsOf(column: ExportedColumn): 'text' | 'number' {
  const name = SOURCE_FIELD_NAMES.find(name => SOURCE_FIELDS[name].column === column)
  return name === undefined ? 'text' : SOURCE_FIELDS[name].holds
}
