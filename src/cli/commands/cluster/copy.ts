import type { Command } from 'commander'
import { copyDatabase } from '../../../store/copy-database.ts'
import { nameOfDatabase } from '../../../store/database-name.ts'
import { examples } from '../../help.ts'
import { words } from '../../options/argument.ts'
import { printValue } from '../../output/print.ts'
import { describeMerged, describeSettled } from '../../output/runs/merged.ts'
import { toVisibleLine } from '../../output/visible.ts'
import { type QuotationsOption, quotationsOption, updateQuotations } from '../../run/update-quotations.ts'
import { note, type Surroundings } from '../../surroundings.ts'

interface Options extends QuotationsOption {
  readonly json?: boolean
}

/** Often enough to see that it lives. */
const NOTE_EVERY_MS = 30_000

export function addCopy(program: Command, surroundings: Surroundings): void {
  program
    .command('copy')
    .description('copy a database from SQLite to PostgreSQL, or back')
    .argument('<from>', 'path or URL of the database to copy from, which is not changed', words)
    .argument('<to>', 'path or URL of the database to copy into, made when it is not there, in a folder that is', words)
    .option('--json', 'print what became of it as JSON')
    .addOption(quotationsOption())
    .addHelpText(
      'after',
      `
Everything comes along, as with merge, and by the same rules: what is there already stays, and copying again changes
nothing. It is written in batches; a copy that was interrupted goes on when it is made again. Runs, inputs and
corrections keep their order, and the claims that a copy exports are byte for byte those of the original. What waits in the queue stays there.
${examples({
  'copy out/hearsay.db postgres://ann@db.example/news': 'move to a server (the password is in PGPASSWORD)',
  'copy postgres://ann@db.example/news news.db': 'take a copy along',
})}`,
    )
    .action((from: string, to: string, options: Options) => copy(from, to, options, surroundings))
}

async function copy(
  from: string,
  to: string,
  { json, quotations }: Options,
  surroundings: Surroundings,
): Promise<void> {
  let noted = performance.now()
  const report = await copyDatabase(from, to, articles => {
    if (performance.now() - noted < NOTE_EVERY_MS) return
    noted = performance.now()
    note(surroundings, `${articles} articles copied.`)
  })
  for (const line of describeMerged(report, report.addedClaims)) note(surroundings, toVisibleLine(line))
  note(surroundings, toVisibleLine(`Copied into ${nameOfDatabase(to)}: ${describeSettled(report)}`))
  if (json === true) await printValue(surroundings, { from: nameOfDatabase(from), to: nameOfDatabase(to), ...report })
  await updateQuotations(to, { quotations }, surroundings)
}
