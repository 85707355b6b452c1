import { type Command, Option } from 'commander'
import { HearsayError } from '../../../domain/errors.ts'
import { ATTITUDES } from '../../../domain/labels.ts'
import { type CalibrationBin, formatCalibration, measureCalibration } from '../../../evaluate/calibration.ts'
import type { ScoredPair } from '../../../evaluate/compare.ts'
import { CUE_SELECTIONS, type CueSelection } from '../../../evaluate/cue-selection.ts'
import type { ScoredArticle } from '../../../evaluate/gold/gold.ts'
import { type GoldArticle, readGold } from '../../../evaluate/gold/gold-file.ts'
import { readPolnear } from '../../../evaluate/gold/polnear.ts'
import { toScoredArticle } from '../../../evaluate/gold/scored-record.ts'
import { leaveOutAttitudes, leaveOutNested } from '../../../evaluate/leave-out.ts'
import { formatMisses } from '../../../evaluate/misses/format-misses.ts'
import { listMisses } from '../../../evaluate/misses/misses.ts'
import { countQuotedWords } from '../../../evaluate/quoted-words.ts'
import { formatQuotedWords, formatScores, toJson } from '../../../evaluate/report.ts'
import { scoreArticles } from '../../../evaluate/score.ts'
import { type Analysis, openAnalysis } from '../../../run/open-analysis.ts'
import { nameOfDatabase } from '../../../store/database-name.ts'
import { readArticleRecord } from '../../../store/queries/article-record.ts'
import { loadRules } from '../../given/load-rules.ts'
import { examples } from '../../help.ts'
import { wholeNumber } from '../../options/argument.ts'
import { DEFAULT_DATABASE, readDatabase, withReader } from '../../options/database-option.ts'
import { addEngineOptions, type EngineOptions } from '../../options/engine-option.ts'
import { printText, printValue } from '../../output/print.ts'
import { note, type Surroundings } from '../../surroundings.ts'

interface Options extends EngineOptions {
  readonly gold?: readonly string[]
  readonly polnear?: string
  readonly entities?: readonly string[]
  readonly pairs?: readonly string[]
  readonly corrections?: boolean
  readonly voices?: string
  readonly replies?: readonly string[]
  readonly gum?: string
  readonly half?: 'even' | 'odd'
  readonly db?: string
  readonly cues: CueSelection
  readonly attitudes?: boolean
  readonly misses?: number
  readonly json?: boolean
}

export function addEval(program: Command, surroundings: Surroundings): void {
  const command = addGoldOptions(
    program.command('eval').description('score claims against gold: claims that people marked in texts'),
  )
    .addOption(new Option('--cues <cues>', 'which cues count, on both sides').choices(CUE_SELECTIONS).default('all'))
    .option('--attitudes', `score ${ATTITUDES.join(', ')} too; --polnear always does`)
  addEngineOptions(command)
    .option('--misses <n>', 'list the n worst misses', wholeNumber(1))
    .option('--json', 'print the scores as JSON, shares from 0 to 1')
    .addHelpText('after', HELP)
    .action((options: Options) => evaluate(options, surroundings))
}

/** Options that say what to score, and against what. */
function addGoldOptions(command: Command): Command {
  return command
    .addOption(new Option('--gold <files...>', 'gold files, in the format of corpus/gold').conflicts('polnear'))
    .option('--polnear <folder>', 'folder in the layout of PolNeAR, with text/ and attributions/ (brat)')
    .addOption(
      new Option(
        '--entities <paths...>',
        'files or folders of articles with gold mentions (JSON): score names, and who is who',
      ).conflicts(['gold', 'polnear', 'db', 'misses']),
    )
    .addOption(
      new Option(
        '--pairs <paths...>',
        'files or folders of articles with attribution pairs of rhetorical structure theory (JSON): score how many are found, and who speaks',
      ).conflicts(['gold', 'polnear', 'entities', 'db', 'misses']),
    )
    .addOption(
      new Option('--corrections', 'how often the claims of --db were right, by what editors said of them').conflicts([
        'gold',
        'polnear',
        'entities',
        'pairs',
        'misses',
      ]),
    )
    .addOption(
      new Option(
        '--voices <file>',
        'gold voices (JSON, of articles in --polnear, --gum or beside it): score type, function, gender, role, affiliation',
      ).conflicts(['gold', 'entities', 'pairs', 'corrections', 'db']),
    )
    .addOption(
      new Option(
        '--replies <file...>',
        'gold accusations and replies (JSON): score who is found to be accused, and what answers it',
      ).conflicts(['gold', 'polnear', 'entities', 'pairs', 'voices', 'corrections', 'db']),
    )
    .option('--gum <folder>', 'articles of GUM (JSON) that --voices is about')
    .addOption(
      new Option(
        '--half <half>',
        'of --voices only those with such a number, of --replies the articles of that half',
      ).choices(['even', 'odd']),
    )
    .addOption(
      new Option('--db <path>', 'score what this database holds; analyse only what it does not')
        .argParser(readDatabase)
        .conflicts('polnear'),
    )
}

const HELP = `
Scores what claims lists: speech acts, or with --attitudes everything, on both sides by its own act. PolNeAR knows no
acts, so all is scored there, yet its annotators mark nothing inside the content of another attribution: such claims
are left out. exact: the same tokens; overlap: tokens in common; relation: cues and sources overlap and the contents share at least
half of their tokens. direct recall: relation among gold attributions whose content stands wholly between quotation marks. quoted
words: those of passages of three words or more that are content of some claim, whichever is scored.

--entities: a name is found when a predicted one of its type shares a word with it, each matched once. Pairs joined are names of
one person, place or organisation in one chain, of the names that were found and of all; an article without such pairs does not
count in the mean of articles. LEA and B³ score the clusters of names and of he, she, him, her, his together.
--pairs: found when a claim's cue or source touches the attributing unit and its content the first one attributed. The speaker is
right when the claim gives its source a name by which the article calls who speaks there; units whose speaker it never
names are left out. It says how many of the quoted words claims own, too.
--voices: a gold voice is the one that has the shortest span around its head. Right: of what is decided, what the gold says too;
decided: of what the gold decides. Role and affiliation count for people, exact to the character; same words: wherever they
stand. Intervals are Wilson's.
--replies: a link is right when one charge of gold holds both its ends; a reply is found when it is linked with any accusation of
its charge. unanswered right: of accusations without a reply, those that have none in their article by gold either. … across: the same
of replies that stand in another article than the accusation, all articles taken for those of one day.
--corrections: right as above, held against what editors made of a claim; as found: accepted with nothing changed. Claims that
they added were missed. What was judged is a selection, which somebody chose.
${examples({
  'eval --corrections --db out/hearsay.db': 'how often the machine was right on what this desk judged',
  'eval --gold corpus/gold/*.json': 'analyse the sample articles and score them',
  'eval --db out/hearsay.db --gold corpus/gold/*.json --misses 20': 'score what a run has stored',
  'eval --polnear ../shared/polnear/dev --cues speech': 'another corpus, without attitudes',
  'eval --entities ../shared/gum-news': 'names and pronouns, beside compromise',
  'eval --voices test/gold/corpus-voices.json --misses 20': 'what is judged of voices, and what is wrong',
  'eval --replies test/gold/corpus-replies.json test/gold/replies.json': 'accusations and what answers them',
  'eval --pairs ../shared/gum-news --engine rules': 'world news, by the rules alone',
})}`

async function evaluate(options: Options, surroundings: Surroundings): Promise<void> {
  if (options.entities !== undefined) {
    const { evaluateEntities } = await import('../../eval/evaluate-entities.ts')
    await evaluateEntities(options.entities, options.json === true, await open(options, surroundings), surroundings)
    return
  }
  if (options.pairs !== undefined) {
    const { evaluatePairs } = await import('../../eval/evaluate-pairs.ts')
    await evaluatePairs(options.pairs, options.json === true, await open(options, surroundings), surroundings)
    return
  }
  if (options.corrections === true) {
    const { evaluateCorrections } = await import('../../eval/evaluate-corrections.ts')
    const db = options.db ?? surroundings.environment.HEARSAY_DB ?? DEFAULT_DATABASE
    await evaluateCorrections(db, options.json === true, surroundings)
    return
  }
  if (options.voices !== undefined) {
    const { evaluateVoices } = await import('../../eval/evaluate-voices.ts')
    await evaluateVoices({ ...options, voices: options.voices }, () => open(options, surroundings), surroundings)
    return
  }
  if (options.replies !== undefined) {
    const { evaluateReplies } = await import('../../eval/evaluate-replies.ts')
    await evaluateReplies({ ...options, replies: options.replies }, () => open(options, surroundings), surroundings)
    return
  }
  const all = await readPairs(options, surroundings)
  const quotedWords = countQuotedWords(all.map(({ predicted }) => predicted))
  const { pairs, leftOut, calibration, notes } = select(all, options)
  const scores = scoreArticles(pairs, { cues: options.cues })
  const misses = options.misses === undefined ? null : listMisses(pairs, { cues: options.cues })
  if (options.json === true) {
    await printValue(surroundings, {
      ...toJson(scores),
      quoted_words: quotedWords,
      left_out: leftOut,
      calibration,
      ...(misses === null ? {} : { misses: cut(misses, options) }),
    })
    return
  }
  await printText(surroundings, [
    ...formatScores(scores).trimEnd().split('\n'),
    formatQuotedWords(quotedWords),
    ...notes,
  ])
  if (misses !== null)
    await printText(surroundings, ['', ...formatMisses(misses, options.misses).trimEnd().split('\n')])
}

interface Selection {
  readonly pairs: readonly ScoredPair[]
  readonly leftOut: { readonly gold: number; readonly predicted: number }
  readonly calibration: readonly CalibrationBin[]
  /** What was left out and how sure the claims were, in lines below the table. */
  readonly notes: readonly string[]
}

function select(all: readonly ScoredPair[], { polnear, attitudes, cues }: Options): Selection {
  if (polnear !== undefined) {
    const { pairs, leftOut } = leaveOutNested(all)
    const calibration = measureCalibration(pairs, cues)
    const counted = scoreArticles(all, { cues, resamples: 0 }).relation.f1
    const notes = [
      `left out           ${leftOut.predicted} predicted in the content of others, where this corpus marks nothing ` +
        `(relation with them: ${(100 * counted).toFixed(1)})`,
      '',
      ...formatCalibration(calibration),
    ]
    return { pairs, leftOut, calibration, notes }
  }
  if (attitudes === true) {
    return { pairs: all, leftOut: { gold: 0, predicted: 0 }, calibration: measureCalibration(all, cues), notes: [] }
  }
  const { pairs, leftOut } = leaveOutAttitudes(all)
  const notes = [
    `left out           ${leftOut.gold} in gold and ${leftOut.predicted} predicted, which are attitudes; --attitudes ` +
      'scores them too',
  ]
  return { pairs, leftOut, calibration: measureCalibration(pairs, cues), notes }
}

function cut(articles: ReturnType<typeof listMisses>, { misses: most = 0 }: Options) {
  let left = most
  return articles.flatMap(article => {
    const misses = article.misses.slice(0, left)
    left -= misses.length
    return misses.length === 0 ? [] : [{ ...article, misses }]
  })
}

async function readPairs(options: Options, surroundings: Surroundings): Promise<ScoredPair[]> {
  if (options.gold !== undefined) {
    const golds = options.gold.map(readGold)
    return await (options.db === undefined
      ? analyseAll(golds, options, surroundings)
      : readStored(golds, options, options.db, surroundings))
  }
  if (options.polnear === undefined) {
    throw new HearsayError(
      'There is no gold to score against: give --gold FILE…, --polnear FOLDER, --entities FILE…, --pairs FILE…, --voices FILE, --replies FILE… or --corrections.',
      'argument-missing',
    )
  }
  const { articles, diagnostics } = readPolnear(options.polnear)
  if (diagnostics.length > 0) note(surroundings, `${diagnostics.length} malformed lines of gold were passed over.`)
  return await analyseAll(articles, options, surroundings)
}

async function readStored(
  golds: readonly GoldArticle[],
  options: Options,
  path: string,
  surroundings: Surroundings,
): Promise<ScoredPair[]> {
  return await withReader(path, async ({ database }) => {
    const pairs: ScoredPair[] = []
    const missing: GoldArticle[] = []
    for (const gold of golds) {
      const isStored = await database
        .selectFrom('v_article')
        .select('id')
        .where('id', '=', gold.sha256)
        .executeTakeFirst()
      if (isStored === undefined) missing.push(gold)
      else pairs.push({ gold, predicted: toScoredArticle(await readArticleRecord(database, gold.sha256)) })
    }
    if (missing.length > 0) {
      note(
        surroundings,
        `${nameOfDatabase(path)} does not hold ${missing.map(({ name }) => name).join(', ')}: analysed now.`,
      )
    }
    return [...pairs, ...(await analyseAll(missing, options, surroundings))]
  })
}

async function open({ engine, rules, model }: Options, surroundings: Surroundings): Promise<Analysis> {
  return await openAnalysis(engine, {
    rules: (await loadRules(rules, surroundings))?.rules ?? null,
    model: model ?? null,
  })
}

async function analyseAll(
  golds: readonly ScoredArticle[],
  options: Options,
  surroundings: Surroundings,
): Promise<ScoredPair[]> {
  if (golds.length === 0) return []
  const analyse = await open(options, surroundings)
  const pairs: ScoredPair[] = []
  for (const gold of golds)
    pairs.push({ gold, predicted: toScoredArticle(await analyse(gold.text, { uri: gold.name })) })
  return pairs
}
