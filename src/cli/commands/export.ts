import { type Command, Option } from 'commander'
import { EXPORT_FORMATS, findExportFormat } from '../../export/registry.ts'
import { writeTo } from '../../export/write.ts'
import { addClaimOptions, type ClaimOptions } from '../claim-options.ts'
import { type DatabaseOptions, databaseOption, withReader } from '../database-option.ts'
import { examples } from '../help.ts'
import { noteUndated } from '../note-undated.ts'
import { fillOutputFile, findOutputFile } from '../output/output-file.ts'
import { plural } from '../output/plural.ts'
import { note, type Surroundings } from '../surroundings.ts'

interface Options extends ClaimOptions, DatabaseOptions {
  readonly format: string
  readonly output: string
}

export function addExport(program: Command, surroundings: Surroundings): void {
  const names = EXPORT_FORMATS.map(({ name }) => name)
  const glossary = EXPORT_FORMATS.map(({ name, description }) => `  ${name.padEnd(8)}${description}`).join('\n')
  const command = program
    .command('export')
    .description(`write claims as ${names.join(' or ')}`)
    .addOption(databaseOption())
    .addOption(new Option('--format <format>', 'format').choices(names).default(names[0]))
    .option('-o, --output <file>', 'file to write, - for standard output', '-')
  addClaimOptions(command)
    .option('--no-attitudes', 'leave belief, intention and feeling out')
    .addHelpText(
      'after',
      `
Formats:
${glossary}

The same claims always give the same bytes, whatever runs, threads and machines made them.
${examples({
  'export > claims.jsonl': 'every claim, lossless',
  'export --format csv -o claims.csv --since 2026-01-01': "this year's claims, for a spreadsheet",
  'export --naming anonymous --no-attitudes | jq .content.text': 'for another program',
})}`,
    )
    .action((options: Options) => exportClaims(options, surroundings))
}

async function exportClaims(options: Options, surroundings: Surroundings): Promise<void> {
  const { db, format, output, ...filter } = options
  const { export: writeClaims } = findExportFormat(format)
  await withReader(db, async ({ database }) => {
    if (output === '-') {
      await writeClaims(database, filter, writeTo(surroundings.standardOutput))
      await noteUndated(surroundings, database, filter.since)
      return
    }
    const file = findOutputFile(output, surroundings.workingFolder, db)
    const count = await fillOutputFile(file, write => writeClaims(database, filter, write))
    note(surroundings, `${plural(count, 'claim')} in ${output}.`)
    await noteUndated(surroundings, database, filter.since)
  })
}
