import { z } from 'zod'
import { EXPORTED_SOURCE_FIELDS, type ExportedSourceValues, SOURCE_FIELDS } from '../../../domain/source-fields.ts'

type Values = { [Column in keyof ExportedSourceValues]: z.ZodType<ExportedSourceValues[Column]> }

/** What is known of a source, each with what it means. */
export function describedSource(): Values {
  const fields = EXPORTED_SOURCE_FIELDS.map(name => {
    const { column, holds, gloss } = SOURCE_FIELDS[name]
    return [column, (holds === 'number' ? z.number() : z.string()).nullable().describe(gloss)] as const
  })
  return Object.fromEntries(fields) as unknown as Values
}
