import type { ExportFormat } from '../../src/export/export-format.ts'
import type { ClaimFilter } from '../../src/store/queries/claims.ts'
import type { StoreDatabase } from '../../src/store/schema.ts'

/** Everything that an export writes, by the names of its files; a single file has the name ''. */
export async function runExport(
  database: StoreDatabase,
  format: ExportFormat,
  filter: ClaimFilter = {},
): Promise<{ readonly count: number; readonly files: ReadonlyMap<string, string> }> {
  const files = new Map<string, string>()
  const append = (name: string, piece: string | Uint8Array) => void files.set(name, `${files.get(name) ?? ''}${piece}`)
  const count =
    format.writes === 'folder'
      ? await format.export(database, filter, append)
      : await format.export(database, filter, piece => append('', piece))
  return { count, files }
}

/** What a single file holds. */
export async function exportText(database: StoreDatabase, format: ExportFormat, filter?: ClaimFilter): Promise<string> {
  return (await runExport(database, format, filter)).files.get('') ?? ''
}
