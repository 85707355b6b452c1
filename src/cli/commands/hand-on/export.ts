import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Command, Option } from 'commander'
import { HearsayError } from '../../../domain/errors.ts'
import { ACROSS_FILES, writeAcross } from '../../../export/across/across-files.ts'
import { writeBundle } from '../../../export/bundle/write-bundle.ts'
import type { ExportFormat } from '../../../export/export-format.ts'
import { exportWithProofs, jsonl } from '../../../export/jsonl.ts'
import { EXPORT_FORMATS, findExportFormat } from '../../../export/registry.ts'
import { fillFile, writeTo } from '../../../export/write.ts'
import { isPostgres, nameOfDatabase } from '../../../store/database-name.ts'
import { examples } from '../../help.ts'
import { noteUndated } from '../../notes/note-undated.ts'
import { noteWaiting } from '../../notes/note-waiting.ts'
import { words } from '../../options/argument.ts'
import { addClaimOptions, type ClaimOptions } from '../../options/claim-options.ts'
import { type DatabaseOptions, databaseOption, withReader } from '../../options/database-option.ts'
import { fillOutputFile, findOutputFile } from '../../output/output-file.ts'
import { fillOutputFolder } from '../../output/output-folder.ts'
import { plural } from '../../output/plural.ts'
import { note, type Surroundings } from '../../surroundings.ts'
import { readVersion } from '../../version.ts'

interface Options extends ClaimOptions, DatabaseOptions {
  readonly format: string
  readonly output: string
  readonly across?: string
  readonly bundle?: string
  readonly proofs?: boolean
}

export function addExport(program: Command, surroundings: Surroundings): void {
  const names = EXPORT_FORMATS.map(({ name }) => name)
  const glossary = EXPORT_FORMATS.map(({ name, description }) => `  ${name.padEnd(16)}${description}`).join('\n')
  const command = program
    .command('export')
    .description('write claims for other tools: JSON Lines, CSV, Parquet, JSON-LD, PROV, brat, …')
    .addOption(databaseOption())
    .addOption(new Option('--format <format>', 'format').choices(names).default(names[0]))
    .option('-o, --output <path>', 'file or folder to write, - for standard output', words, '-')
  addClaimOptions(command)
    .option('--proofs', 'behind the claims of each article the proof that verify --proof checks; jsonl only')
    .option('--no-attitudes', 'leave belief, intention and feeling out')
    .addOption(
      new Option(
        '--across <folder>',
        'instead, what is found across articles, as lines of JSON: quotation families, version changes, replies',
      ).argParser(words),
    )
    .addOption(
      new Option(
        '--bundle <folder>',
        'instead, the whole database in a folder to keep or publish, with metadata for Datasette and checksums',
      ).argParser(words),
    )
    .addHelpText(
      'after',
      `
Formats:
${glossary}

The same claims always give the same bytes, whatever runs, threads and machines made them; only prov tells of the runs.
Offsets are Unicode code points (doccano, inception: UTF-16). brat, citron and inception write a folder, which must not be there yet. docs/reference/exports.md describes
each format, and the bundle.
${examples({
  'export > claims.jsonl': 'every claim, lossless',
  'export --format csv -o claims.csv --since 2026-01-01': "this year's claims, for a spreadsheet",
  'export --naming anonymous --no-attitudes | jq .content.text': 'for another program',
  'export --proofs > claims.jsonl': 'claims that verify --proof can hold against a manifest',
  'export --format brat -o annotate/': 'a folder to correct in brat',
  'export --across across/': `${ACROSS_FILES.map(({ name }) => name).join(', ')}`,
  'export --bundle archive/ && (cd archive && sha256sum -c SHA256SUMS)': 'a copy to keep, and its check',
})}`,
    )
    .action((options: Options) => exportClaims(options, surroundings, command))
}

async function exportClaims(options: Options, surroundings: Surroundings, command: Command): Promise<void> {
  const { db, format: name, output, across, bundle, proofs = false, ...filter } = options
  if (bundle !== undefined) return await exportBundle(bundle, db, surroundings, command)
  if (across !== undefined) return await exportAcross(across, db, surroundings, command)
  const format = proofs ? withProofs(name) : findExportFormat(name)
  const { workingFolder, standardOutput } = surroundings
  if (format.writes === 'folder' && output === '-')
    throw new HearsayError(`${name} is a folder of files; say where: --output FOLDER.`, 'argument-missing')
  await withReader(db, async ({ database }) => {
    if (format.writes === 'folder') {
      const count = await fillOutputFolder(output, workingFolder, folder =>
        format.export(database, filter, (file, content) => writeFileSync(join(folder, file), content)),
      )
      note(surroundings, `${plural(count, 'claim')} in ${output}.`)
    } else if (output === '-') await format.export(database, filter, writeTo(standardOutput))
    else {
      const file = findOutputFile(output, workingFolder, db)
      const count = await fillOutputFile(file, write => format.export(database, filter, write))
      note(surroundings, `${plural(count, 'claim')} in ${output}.`)
    }
    await noteUndated(surroundings, database, filter.since)
  })
}

function withProofs(name: string): ExportFormat {
  if (name !== jsonl.name)
    throw new HearsayError(
      `${name} has no place for proofs; leave --proofs out, or give --format jsonl.`,
      'argument-conflict',
    )
  return { ...jsonl, export: exportWithProofs }
}

/** What is found across articles is of all of them. */
async function exportAcross(folder: string, db: string, surroundings: Surroundings, command: Command): Promise<void> {
  refuseOthers('across', 'writes what all articles have', command)
  await withReader(db, async ({ database }) => {
    const counts = await fillOutputFolder(folder, surroundings.workingFolder, path =>
      writeAcross(database, (name, content) => fillFile(join(path, name), content)),
    )
    const told = Object.entries(counts).map(([name, lines]) => `${name} (${plural(lines, 'line')})`)
    note(surroundings, `${told.join(', ')} in ${folder}.`)
    await noteWaiting(surroundings, database)
  })
}

/** Options that say something of claims mean nothing where all goes. */
function refuseOthers(own: string, does: string, command: Command): void {
  const chosen = command.options
    .filter(option => !['db', own].includes(option.attributeName()))
    .find(option => command.getOptionValueSource(option.attributeName()) === 'cli')
  if (chosen !== undefined) throw new HearsayError(`--${own} ${does}; leave ${chosen.long} out.`, 'argument-conflict')
}

async function exportBundle(folder: string, db: string, surroundings: Surroundings, command: Command): Promise<void> {
  refuseOthers('bundle', 'takes the whole database', command)
  if (isPostgres(db))
    throw new HearsayError(
      `--bundle copies a SQLite file, and ${nameOfDatabase(db)} is none; copy it into one first: hearsay copy ${nameOfDatabase(db)} copy.db, and then bundle --db copy.db.`,
      'database-unsuitable',
    )
  const { articles, claims } = await fillOutputFolder(folder, surroundings.workingFolder, path =>
    writeBundle(path, db, readVersion()),
  )
  note(surroundings, `${plural(articles, 'article')} and ${plural(claims, 'claim')} in ${folder}.`)
}
