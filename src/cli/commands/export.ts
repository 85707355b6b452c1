import { createWriteStream, renameSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import process from 'node:process'
import { finished } from 'node:stream/promises'
import { type Command, Option } from 'commander'
import { EXIT, HearsayError } from '../../domain/errors.ts'
import { EXPORT_FORMATS, findExportFormat } from '../../export/registry.ts'
import { type Write, writeTo } from '../../export/write.ts'
import { addClaimOptions, type ClaimOptions } from '../claim-options.ts'
import { type DatabaseOptions, databaseOption, withReader } from '../database-option.ts'
import { examples } from '../help.ts'
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
      return
    }
    const target = resolve(surroundings.workingFolder, output)
    if (target === resolve(surroundings.workingFolder, db)) {
      throw new HearsayError(`${output} is the database itself; give another file with --output.`, EXIT.usage)
    }
    const count = await writeFile(target, output, write => writeClaims(database, filter, write))
    note(surroundings, `${count} claim${count === 1 ? '' : 's'} in ${output}.`)
  })
}

/** Writes beside the target and moves it there when all is well, so that no half export ever bears its name. */
async function writeFile(target: string, name: string, fill: (write: Write) => Promise<number>): Promise<number> {
  const partial = `${target}.${process.pid}.partial`
  const stream = createWriteStream(partial)
  const closed = finished(stream)
  closed.catch(() => {})
  try {
    const count = await Promise.race([fill(writeTo(stream)), closed.then(() => 0)])
    stream.end()
    await closed
    renameSync(partial, target)
    return count
  } catch (error) {
    stream.destroy()
    rmSync(partial, { force: true })
    const { code } = error as NodeJS.ErrnoException
    if (error instanceof HearsayError || code === undefined) throw error
    throw new HearsayError(`${name} cannot be written (${code}); check the folder and the space on the disk.`, EXIT.io)
  }
}
