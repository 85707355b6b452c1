import type { Command } from 'commander'
import type { Finding } from '../../audit/finding.ts'
import { type VerifyCounts, verify } from '../../audit/verify.ts'
import { EXIT } from '../../domain/errors.ts'
import { nameOfDatabase } from '../../store/database-name.ts'
import { type DatabaseOptions, databaseOption, withReader } from '../database-option.ts'
import { examples } from '../help.ts'
import { plural } from '../output/plural.ts'
import { printText, printValue } from '../output/print.ts'
import { toVisibleLine } from '../output/visible.ts'
import { note, type Surroundings } from '../surroundings.ts'

interface Options extends DatabaseOptions {
  readonly files: boolean
  readonly json?: boolean
}

export function addVerify(program: Command, surroundings: Surroundings): void {
  program
    .command('verify')
    .description('check every stored span, hash and id against the text, and that nothing is missing')
    .addOption(databaseOption())
    .option('--no-files', 'leave the files alone that the articles were read from')
    .option('--json', 'print counts and findings as JSON')
    .addHelpText(
      'after',
      `
Exit code 1 says that something stored does not agree with its article; the claims hit are named. A file that has
changed since it was read is a warning only: its claims hold for the text that is stored.
${examples({
  verify: 'check the default database',
  'verify --db out/2026.db --json': 'for another program',
})}`,
    )
    .action((options: Options) => verifyDatabase(options, surroundings))
}

async function verifyDatabase(options: Options, surroundings: Surroundings): Promise<void> {
  await withReader(options.db, async reader => {
    const findings: Finding[] = []
    const folder = options.files ? surroundings.workingFolder : null
    const counts = await verify(reader, { folder, onFinding: finding => findings.push(finding) })
    if (options.json === true) await printValue(surroundings, { ...counts, findings })
    else await printText(surroundings, findings.flatMap(describe))
    note(surroundings, summarise(counts, nameOfDatabase(options.db)))
    if (counts.mismatches > 0) surroundings.setExitCode(EXIT.findings)
  })
}

function describe({ level, message, claimIds }: Finding): string[] {
  const claims = claimIds.map(id => `  claim ${id}`)
  return [`${level}: ${toVisibleLine(message)}`, ...(level === 'mismatch' ? claims : [])]
}

function summarise(
  { articles, claims, spans, files, missing, mismatches, warnings }: VerifyCounts,
  path: string,
): string {
  const checked = `${plural(articles, 'article')}, ${plural(claims, 'claim')}, ${plural(spans, 'span')} and ${plural(files, 'file')} checked in ${path}`
  const outcome = mismatches === 0 ? 'all agree' : `${mismatches} mismatch${mismatches === 1 ? '' : 'es'}`
  const warned = warnings > 0 ? `, ${plural(warnings, 'warning')}` : ''
  const notFound = missing > 0 ? ` ${plural(missing, 'source file')} not found and so not compared.` : ''
  return `${checked}: ${outcome}${warned}.${notFound}`
}
