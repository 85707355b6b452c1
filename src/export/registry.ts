import { HearsayError } from '../domain/errors.ts'
import { brat } from './brat.ts'
import { citron } from './citron.ts'
import { csv } from './csv.ts'
import { doccano } from './doccano.ts'
import type { ExportFormat } from './export-format.ts'
import { inception } from './inception.ts'
import { jsonl } from './jsonl.ts'
import { parquet } from './parquet.ts'
import { prodigy } from './prodigy.ts'
import { prov } from './prov.ts'
import { schemaOrg } from './schema-org.ts'
import { webAnnotation } from './web-annotation.ts'

/** Every export format. A new one is a file beside this and an entry here; help texts and documents follow from it. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [
  jsonl,
  csv,
  parquet,
  webAnnotation,
  schemaOrg,
  prov,
  brat,
  citron,
  prodigy,
  doccano,
  inception,
]

/** @throws HearsayError (2) when there is no such format. */
export function findExportFormat(name: string): ExportFormat {
  const format = EXPORT_FORMATS.find(format => format.name === name)
  if (format !== undefined) return format
  const known = EXPORT_FORMATS.map(format => format.name).join(', ')
  throw new HearsayError(`There is no export format "${name}"; known are ${known}.`, 'value-unknown')
}
