import type { Command } from 'commander'
import { HearsayError } from '../../../domain/errors.ts'
import { streamJudgedArticles } from '../../../learn/judged-articles.ts'
import { type ArticleAsGold, goldOfJudged } from '../../../learn/to-gold.ts'
import { nameOfDatabase } from '../../../store/database-name.ts'
import { examples } from '../../help.ts'
import { words } from '../../options/argument.ts'
import { type DatabaseOptions, databaseOption, withReader } from '../../options/database-option.ts'
import { writeGoldFolder } from '../../output/gold-folder.ts'
import { plural } from '../../output/plural.ts'
import { printValue } from '../../output/print.ts'
import { note, type Surroundings } from '../../surroundings.ts'

interface Options extends DatabaseOptions {
  readonly output: string
  readonly partial?: boolean
  readonly json?: boolean
}

export function addGold(program: Command, surroundings: Surroundings): void {
  program
    .command('gold')
    .description(
      'write what editors judged as gold, to score and to train with: articles with the claims that they accepted, corrected or added',
    )
    .addOption(databaseOption())
    .requiredOption('-o, --output <folder>', 'folder to write, which must not be there yet', words)
    .option('--partial', 'articles too of which some claims were not judged')
    .option('--json', 'print the counts as JSON')
    .addHelpText(
      'after',
      `
Only articles of which every claim was judged, that is accepted, rejected, changed or added: where some were not, nobody
knows what is missing. --partial takes those too; a claim that nobody judged stands there as not required ("judged": false),
which eval counts neither for nor against. What was rejected becomes a passage that is no claim, unless its words are those
of a claim that stands. The folder is laid out as corpus/ is, each article as NAME.txt with gold/NAME.json: eval --gold reads
it, and so does the preparation of training (training/encoder).
${examples({
  'gold -o gold/': 'articles that were judged whole',
  'gold -o gold/ --partial && hearsay eval --gold gold/gold/*.json':
    'all that was judged, and how well the engine finds it',
})}`,
    )
    .action((options: Options) => writeGold(options, surroundings))
}

async function writeGold(options: Options, surroundings: Surroundings): Promise<void> {
  const { db, output, partial = false } = options
  const all = await withReader(db, async ({ database }) => {
    const found: ArticleAsGold[] = []
    for await (const article of streamJudgedArticles(database)) found.push(goldOfJudged(article))
    return found
  })
  // An article of which everything was rejected is gold: it holds no claim.
  const isWhole = ({ unjudged }: ArticleAsGold) => unjudged === 0
  const isTouched = ({ judged, gold }: ArticleAsGold) => judged + gold.notClaims.length > 0
  const kept = all.filter(one => isWhole(one) || (partial && isTouched(one)))
  const left = all.filter(one => !kept.includes(one))
  const sum = (articles: readonly ArticleAsGold[], count: (one: ArticleAsGold) => number) =>
    articles.reduce((total, one) => total + count(one), 0)
  const counts = {
    articles: kept.length,
    claims: sum(kept, ({ judged }) => judged),
    notClaims: sum(kept, ({ gold }) => gold.notClaims.length),
    notJudged: sum(kept, ({ unjudged }) => unjudged),
    withoutCue: sum(kept, ({ withoutCue }) => withoutCue),
    leftOut: {
      articles: left.length,
      judged: sum(left, ({ judged }) => judged),
      notJudged: sum(left, ({ unjudged }) => unjudged),
    },
  }
  if (kept.length === 0) throw nothing(db, counts.leftOut)
  await writeGoldFolder(
    output,
    surroundings.workingFolder,
    kept.map(({ gold }) => gold),
  )
  if (options.json === true) await printValue(surroundings, counts)
  tell(counts, output, surroundings)
}

interface Counts {
  readonly articles: number
  readonly claims: number
  readonly notClaims: number
  readonly notJudged: number
  readonly withoutCue: number
  readonly leftOut: { readonly articles: number; readonly judged: number; readonly notJudged: number }
}

function nothing(db: string, { articles, judged, notJudged }: Counts['leftOut']): HearsayError {
  const name = nameOfDatabase(db)
  return new HearsayError(
    articles === 0
      ? `Nobody judged a claim of ${name}: accept, reject or change some with hearsay correct, or on the site (serve --edit).`
      : `No article of ${name} was judged whole: of ${plural(articles, 'article')} ${plural(judged, 'claim')} were judged and ${notJudged} not; judge the rest, or give --partial.`,
    'judgements-missing',
  )
}

function tell(counts: Counts, output: string, surroundings: Surroundings): void {
  const { articles, claims, notClaims, notJudged, withoutCue, leftOut } = counts
  note(
    surroundings,
    `${plural(claims, 'claim')} of ${plural(articles, 'article')} in ${output}, and ${plural(notClaims, 'passage')} that ${notClaims === 1 ? 'is' : 'are'} none.`,
  )
  if (notJudged > 0) note(surroundings, `${plural(notJudged, 'claim')} that nobody judged stand there as not required.`)
  if (withoutCue > 0)
    note(surroundings, `${plural(withoutCue, 'claim')} without a cue left out: gold has no place for them.`)
  if (leftOut.articles > 0)
    note(
      surroundings,
      `Left out: ${plural(leftOut.articles, 'article')} of which ${plural(leftOut.judged, 'claim')} were judged and ${leftOut.notJudged} not; --partial takes them.`,
    )
}
