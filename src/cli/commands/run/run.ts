import { type Command, Option } from 'commander'
import { HearsayError } from '../../../domain/errors.ts'
import { type Discovered, discover, discoverFolders } from '../../../read/discover.ts'
import { extensionsSearchedFor } from '../../../read/formats.ts'
import { findLeftOut, type LeftOut } from '../../../read/left-out.ts'
import { readArticles } from '../../../read/read-articles.ts'
import { watchArticles } from '../../../read/watch-articles.ts'
import { readStages } from '../../../run/read-stages.ts'
import { readStaleArticles } from '../../../run/stored-inputs.ts'
import { migrateExisting } from '../../../store/open-store.ts'
import { countLostCorrections } from '../../../store/queries/corrections/corrections.ts'
import { countStaleArticles } from '../../../store/queries/runs/stale-articles.ts'
import { examples } from '../../help.ts'
import { databaseOption, withReader } from '../../options/database-option.ts'
import { addReadingOptions } from '../../options/reading-options.ts'
import { plural } from '../../output/plural.ts'
import { countInputs } from '../../run/count-inputs.ts'
import { addRunOptions, performRun, poolOptions, type RunOptions, readRunConfiguration } from '../../run/perform-run.ts'
import { note, type Surroundings } from '../../surroundings.ts'

interface Options extends RunOptions {
  readonly upgrade?: boolean
  readonly watch?: boolean
}

export function addRun(program: Command, surroundings: Surroundings): void {
  const searched = extensionsSearchedFor(undefined)
  const command = program
    .command('run')
    .description('read articles into the database')
    .argument('[paths...]', 'files, folders, glob patterns, or - for standard input')
    .addOption(databaseOption())
  addRunOptions(command)
    .option('--upgrade', 'analyse again what an older Hearsay or other options analysed, from the stored text')
    .addOption(
      new Option('--watch', 'keep running and read what is added to the folders, or changed').conflicts('upgrade'),
    )
    .addHelpText(
      'after',
      `
Reads plain text and Markdown, web pages, JSON and JSON Lines, tables, feeds (RSS, Atom, JSON Feed), ninjs, NewsML-G2,
NITF and web archives, packed with gzip or not. The content says which it is, else the name, unless --format does.
Of a text that was pasted, what stands around the article (byline and date lines, share lines, lists of other articles,
comments) is left out, and what it tells is kept as metadata; --whole keeps all of it as the article's text.
Folders are searched for ${searched.slice(0, -1).join(', ')} and
${searched.at(-1)}, and for others only with --format; hidden files, README and LICENSE are left out. Articles in other languages than
English are skipped. Articles that are in the database already are left alone: run the same command again after an
interruption, or when articles were added. An article that fails is recorded with the reason and stops no other; exit
code 3 says that there was one. The database is made where there is none; its folder, unless it is that of the default, has to be
there, so that a slip in a path makes nothing.
${examples({
  'run articles/': 'every article of a folder',
  'run "news/2026-*/*.txt" --db out/2026.db': 'what matches a pattern, into a database of its own',
  'run - < article.txt': 'standard input',
  'run export.jsonl --field text=body --field published=date': 'records whose fields have names of their own',
  'run incoming/ --watch --quiet --log run.log': 'for as long as it is let: what arrives in a folder',
  'run --upgrade': 'after a new release of Hearsay: only what has changed is done again',
  'run wire/ --format newsml': 'the NewsML-G2 and NITF files of a folder',
})}`,
    )
    .action((paths: string[], options: Options) => run(paths, options, surroundings))
  addReadingOptions(command)
}

async function run(paths: readonly string[], options: Options, surroundings: Surroundings): Promise<void> {
  if (paths.length === 0 && options.upgrade !== true)
    throw new HearsayError(
      'No article was given: name files or folders, - for standard input, or --upgrade for what is stored.',
      'argument-missing',
    )
  if (options.watch === true) {
    await watch(paths, options, surroundings)
    return
  }
  const inputs = paths.length === 0 ? [] : discover(paths, surroundings.workingFolder, options.format)
  const leftOut = findLeftOut(paths, surroundings.workingFolder, options.format)
  if (options.upgrade === true) await upgrade(inputs, leftOut, options, surroundings)
  else
    await performRun(
      { countTotal: () => countInputs(inputs), read: reader => readArticles(inputs, reader), leftOut },
      options,
      surroundings,
    )
}

/** Until it is interrupted, which is how it is meant to end. */
async function watch(paths: readonly string[], options: Options, surroundings: Surroundings): Promise<void> {
  const { workingFolder } = surroundings
  const folders = discoverFolders(paths, workingFolder, options.format)
  if (options.quiet !== true) note(surroundings, `Watching ${paths.join(', ')}; press Ctrl-C to end.`)
  await performRun(
    { purpose: 'watch', countTotal: () => null, read: reader => watchArticles(folders, reader) },
    options,
    surroundings,
  )
}

/** The stored articles first, then the inputs that were given beside. */
async function upgrade(
  inputs: Iterable<Discovered>,
  leftOut: readonly LeftOut[],
  options: Options,
  surroundings: Surroundings,
): Promise<void> {
  await migrateExisting(options.db)
  await withReader(options.db, async ({ database }) => {
    // Its thread names the model, which it need not read for itself.
    const { configuration: _, ...shared } = await readRunConfiguration(options, 'upgrade', {}, surroundings)
    const stages = await readStages({ ...poolOptions(options, surroundings), ...shared })
    const stale = await countStaleArticles(database, stages)
    const [first] = inputs
    if (stale === 0 && first === undefined && options.json !== true) {
      if (options.quiet !== true)
        note(surroundings, 'Nothing to upgrade: every article was analysed as it would be now.')
      return
    }
    await performRun(
      {
        purpose: 'upgrade',
        leftOut,
        countTotal() {
          const given = countInputs(inputs)
          return given === null ? null : stale + given
        },
        async *read(reader) {
          yield* readStaleArticles(database, stages)
          if (first !== undefined) yield* readArticles(inputs, reader)
        },
      },
      options,
      surroundings,
    )
    const lost = await countLostCorrections(database)
    if (lost > 0 && options.quiet !== true)
      note(surroundings, `${plural(lost, 'corrected claim')} found no more; hearsay correct --list shows them.`)
  })
}
