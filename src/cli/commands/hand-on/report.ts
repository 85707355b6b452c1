import { basename } from 'node:path'
import type { Command } from 'commander'
import { HearsayError } from '../../../domain/errors.ts'
import { ATTITUDES } from '../../../domain/labels.ts'
import { writeTo } from '../../../export/write.ts'
import { isPostgres, nameOfDatabase } from '../../../store/database-name.ts'
import { type ReportCounts, type ReportOptions, writeReport } from '../../../web/report/write-report.ts'
import { examples } from '../../help.ts'
import { noteUndated } from '../../notes/note-undated.ts'
import { words } from '../../options/argument.ts'
import { addClaimOptions, type ClaimOptions } from '../../options/claim-options.ts'
import { type DatabaseOptions, databaseOption, withReader } from '../../options/database-option.ts'
import { fillOutputFile, findOutputFile } from '../../output/output-file.ts'
import { plural } from '../../output/plural.ts'
import { note, type Surroundings } from '../../surroundings.ts'
import { readVersion } from '../../version.ts'

interface Options extends ClaimOptions, DatabaseOptions {
  readonly output: string
  readonly whole?: boolean
  readonly proofs?: boolean
}

export function addReport(program: Command, surroundings: Surroundings): void {
  const command = program
    .command('report')
    .description(
      'write one HTML file to hand on: highlights, a card for each claim, who stays anonymous, where it is from',
    )
    .argument('[article]', 'path, end of a path, or beginning of an id; otherwise what the options choose')
    .addOption(databaseOption())
    .option('-o, --output <file>', 'file to write, - for standard output', words, '-')
    .option('--proofs', 'with each article its proof, which verify --proof holds the page against')
    .option('--whole', 'show the whole text of every article, not only the paragraphs of the chosen claims')
  addClaimOptions(command)
    .option('--attitudes', `report ${ATTITUDES.join(', ')} too, not only what was said`)
    .addHelpText(
      'after',
      `
The file needs nothing else: no script, no font, no picture, no request. It opens offline, in light and dark, and its own
security policy lets nothing run or load. Each claim has an address in it, #claim-ID. What is unfolded is printed.
${examples({
  'report budget.txt -o budget.html': 'an article with all its claims',
  'report --naming anonymous --since 2026-01-01 -o anonymous.html': 'what unnamed people said, in its paragraphs',
  'report budget.txt --proofs -o budget.html': 'that somebody can hold against a manifest',
  'report --source "Rajnath Singh" --whole > singh.html': 'one person, in whole articles',
})}`,
    )
    .action((article: string | undefined, options: Options) => report(article, options, surroundings))
}

async function report(
  reference: string | undefined,
  { db, output, whole = false, proofs = false, attitudes = false, ...rest }: Options,
  surroundings: Surroundings,
): Promise<void> {
  const filter = { ...rest, attitudes }
  if (reference !== undefined && filter.article !== undefined)
    throw new HearsayError('The article is given twice; leave --article out.', 'argument-conflict')
  const article = reference ?? filter.article
  const options: ReportOptions = {
    filter: { ...filter, article },
    proofs,
    isWhole: whole || article !== undefined,
    chosen: describe(filter),
    database: isPostgres(db) ? nameOfDatabase(db) : basename(db),
    version: readVersion(),
    madeAt: new Date().toISOString(),
  }
  await withReader(db, async ({ database }) => {
    if (output === '-') await writeReport(database, options, writeTo(surroundings.standardOutput))
    else {
      const counts: ReportCounts[] = []
      await fillOutputFile(findOutputFile(output, surroundings.workingFolder, db), async write => {
        counts.push(await writeReport(database, options, write))
        return 0
      })
      for (const { claims, articles } of counts)
        note(surroundings, `${plural(claims, 'claim')} of ${plural(articles, 'article')} in ${output}.`)
    }
    await noteUndated(surroundings, database, filter.since)
  })
}

/** What was chosen, for who gets the report and not the command line. */
function describe({ attitudes, rejected, article: _, ...options }: ClaimOptions): string {
  const words = Object.entries(options).map(([name, value]) => `${name} ${[value].flat().join(' or ')}`)
  if (attitudes === true) words.push(`${ATTITUDES.join(', ')} too`)
  if (rejected === true) words.push('rejected ones too')
  return words.join('; ')
}
