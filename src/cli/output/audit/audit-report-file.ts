import { basename } from 'node:path'
import { HearsayError } from '../../../domain/errors.ts'
import { writeTo } from '../../../export/write.ts'
import { isPostgres, nameOfDatabase } from '../../../store/database-name.ts'
import type { VoiceColumns } from '../../../voices/columns/voice-columns.ts'
import type { VoiceSelection } from '../../../voices/voice-selection.ts'
import type { SelectionOptions } from '../../options/audit-selection.ts'
import { note, type Surroundings } from '../../surroundings.ts'
import { readVersion } from '../../version.ts'
import { fillOutputFile, findOutputFile } from '../output-file.ts'
import { plural } from '../plural.ts'
import { tellLeftOut } from './left-out.ts'

export interface AuditReportOptions extends SelectionOptions {
  readonly db: string
  readonly report: string
  readonly by?: readonly unknown[]
  readonly compare?: readonly unknown[]
}

/**
 * Writes an audit as a file to hand on, `-` for standard output.
 *
 * @throws HearsayError (2) when it is asked for something that the file does not divide by
 */
export async function writeAuditFile(
  columns: VoiceColumns,
  selection: VoiceSelection,
  options: AuditReportOptions,
  surroundings: Surroundings,
): Promise<void> {
  const { db, report: output, by, compare } = options
  if (by !== undefined || compare !== undefined)
    throw new HearsayError(
      'The report has all divisions in it, of one part of the articles; leave --by and --compare out.',
      'argument-conflict',
    )
  const { measureVoices } = await import('../../../voices/measure-voices.ts')
  const { writeAuditReport } = await import('../../../web/report/write-audit-report.ts')
  const measured = measureVoices(columns, selection)
  const shown = {
    chosen: describe(options),
    database: isPostgres(db) ? nameOfDatabase(db) : basename(db),
    version: readVersion(),
    madeAt: new Date().toISOString(),
  }
  if (output === '-') await writeAuditReport(columns, measured, shown, writeTo(surroundings.standardOutput))
  else {
    await fillOutputFile(findOutputFile(output, surroundings.workingFolder, db), async write => {
      await writeAuditReport(columns, measured, shown, write)
      return 0
    })
    const { articles, sources, olderVersions } = measured.counts
    const counted = `${plural(sources, 'source')} of ${plural(articles, 'article')}`
    note(surroundings, `${counted} in ${output}${tellLeftOut(olderVersions)}.`)
  }
}

/** Which articles, for who gets the file and not the command line. */
function describe({ article, outlet, section, byline, since, until, allVersions }: SelectionOptions): string {
  const chosen = Object.entries({ article, outlet, section, byline, since, until }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name} ${value}`],
  )
  return [...chosen, ...(allVersions === true ? ['all versions'] : [])].join('; ')
}
