import { HearsayError } from '../domain/errors.ts'
import { brat } from './annotation-tools/brat.ts'
import { citron } from './annotation-tools/citron.ts'
import { doccano } from './annotation-tools/doccano.ts'
import { inception } from './annotation-tools/inception.ts'
import { prodigy } from './annotation-tools/prodigy.ts'
import type { ExportFormat } from './export-format.ts'
import { jsonl } from './jsonl.ts'
import { prov } from './linked-data/prov.ts'
import { schemaOrg } from './linked-data/schema-org.ts'
import { webAnnotation } from './linked-data/web-annotation.ts'
import { csv } from './tables/csv.ts'
import { parquet } from './tables/parquet.ts'

/** Every export format. A new one is a file in a room beside this and an entry here; help texts and documents follow from it. */
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
