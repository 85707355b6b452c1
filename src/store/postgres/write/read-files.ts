import type { ReadFile } from '../../store.ts'
import { withoutNul } from './table-rows.ts'

/** Files that have been read, as a table of one parameter, `asJson`. */
export const READ_FILES = 'jsonb_to_recordset($1::jsonb) AS read (file text, forms jsonb, is_to_end boolean)'

export function asJson(read: readonly ReadFile[]): string {
  return JSON.stringify(
    read.map(({ file, forms, isToEnd }) => ({
      file: withoutNul(file),
      forms: forms.map(withoutNul),
      is_to_end: isToEnd,
    })),
  )
}
