import type { Command } from 'commander'
import { CHANGED_FIELD_GLOSSARY, VERSION_CHANGE_GLOSSARY } from '../../../families/versions/change.ts'
import { examples } from '../../help.ts'
import { type DatabaseOptions, databaseOption, withReader } from '../../options/database-option.ts'
import {
  describeDifference,
  toVersionChangeRows,
  VERSION_CHANGE_COLUMNS,
  VERSION_CHANGE_FIELDS,
} from '../../output/across/version-difference.ts'
import { addFormatOptions, chooseFormat, type FormatOptions } from '../../output/format-option.ts'
import { choosePaint } from '../../output/paint.ts'
import { printListing, printText } from '../../output/print.ts'
import { note, type Surroundings } from '../../surroundings.ts'

interface Options extends DatabaseOptions, FormatOptions {
  readonly whole?: boolean
}

export function addDiff(program: Command, surroundings: Surroundings): void {
  const command = program
    .command('diff')
    .description('say what changed between two versions of an article: claims, names, quotations, notes, text')
    .argument('<article>', 'path, address, end of a path, or beginning of an id')
    .argument('[other]', 'another version; otherwise the one before it')
    .addOption(databaseOption())
    .option('--whole', 'print the whole text, not only paragraphs that changed')
  addFormatOptions(command)
    .addHelpText(
      'after',
      `
Texts that were found under one address are versions of one article, in the order in which they were found; show and explain
give their ids. What is gone stands in [-…-], what is new in {+…+}, what stood elsewhere in <…>. Blanks, kinds of quotation marks
and dashes, and the order of paragraphs, are no change. A change is one of:
${glossary(VERSION_CHANGE_GLOSSARY)}
of a claim as a whole, or of:
${glossary(CHANGED_FIELD_GLOSSARY)}
${examples({
  'diff https://news.example/ferry': 'the last version against the one before it',
  'diff 3f9a2c b81e07 --whole': 'any two, with all of the text',
  'diff budget.html -t': 'the changes alone, as a table',
})}`,
    )
    .action((article: string, other: string | undefined, options: Options) =>
      diff(article, other ?? null, options, surroundings),
    )
}

function glossary(glosses: Readonly<Record<string, string>>): string {
  return Object.entries(glosses)
    .map(([name, gloss]) => `  ${name.padEnd(12)} ${gloss}`)
    .join('\n')
}

async function diff(
  article: string,
  other: string | null,
  options: Options,
  surroundings: Surroundings,
): Promise<void> {
  await withReader(options.db, async ({ database }) => {
    const { compareStored } = await import('../../../families/versions/choose-versions.ts')
    const difference = await compareStored(database, article, other)
    const isListed = options.json ?? options.nl ?? options.csv ?? options.table ?? false
    if (isListed) {
      const rows = difference === null ? [] : toVersionChangeRows(difference)
      await printListing(surroundings, chooseFormat(options, surroundings), {
        rows,
        columns: VERSION_CHANGE_COLUMNS,
        fields: VERSION_CHANGE_FIELDS,
      })
    } else if (difference !== null)
      await printText(surroundings, describeDifference(difference, choosePaint(surroundings), options.whole ?? false))
    if (difference === null)
      note(surroundings, 'Only one version of this article is known; name another text to compare it with.')
  })
}
