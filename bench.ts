/**
 * What Hearsay costs, measured in one go: `npm run bench`. Ratios are the figures to compare between machines and
 * times; both sides of each are measured by turns, so that a machine that is busy or throttled slows both.
 * `npm run bench -- --engines` measures the engines alone, `-- --seals` what seals cost. `npm run bench -- --long` measures instead whether a run of 10,000 articles is as fast as one of 3,000 and takes no more memory.
 */
import { availableParallelism, cpus, loadavg } from 'node:os'
import process from 'node:process'
import { ANALYSERS, LINEAR, type MeasuredAnalyser, RULES } from './test/bench/analysers.ts'
import { measureAnalysis } from './test/bench/analysis-speed.ts'
import { recombineArticles } from './test/bench/articles.ts'
import { measureEngines } from './test/bench/engine-speed.ts'
import { formatTable, inWords } from './test/bench/figures.ts'
import { measureGrowth } from './test/bench/growth.ts'
import { measurePipeline, type PipelineSpeed } from './test/bench/pipeline-speed.ts'
import { measureSealCost } from './test/bench/seal-cost.ts'
import { measureThreadMemory } from './test/bench/thread-memory.ts'
import { measureThreads, type RunSummary, type ThreadsSpeed } from './test/bench/threads-speed.ts'
import { measureWriter } from './test/bench/writer-speed.ts'

const PIPELINE_ARTICLES = 60
const PIPELINE_REPEATS = 5
const ANALYSIS_ARTICLES = 100
const ANALYSIS_REPEATS = 3
// Of 1,000 articles, a run of ten seconds, the compiler takes a tenth of the processor; what threads are for lasts hours.
const RUN_ARTICLES = 4000
const RUN_REPEATS = 3
const ENGINE_ARTICLES = 30
const ENGINE_REPEATS = 5
const WRITER_ARTICLES = 500
const WRITER_REPEATS = 5
const SEAL_ARTICLES = 100
const SEAL_ROUNDS = 9
const [FEW_ARTICLES, MANY_ARTICLES] = [3_000, 10_000]

const write = (text: string) => process.stdout.write(`${text}\n`)
const perSecond = (count: number, ms: number) => inWords((count * 1000) / ms)
const inMb = (bytes: number) => `${inWords(bytes / 1e6)} MB`
const percent = (share: number) => `${(100 * share).toFixed(1)} %`
const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0)

write(`Node ${process.version}, ${availableParallelism()} cores, ${cpus()[0]?.model ?? 'unknown processor'}`)
const [load = 0] = loadavg()
write(
  `Load average ${load.toFixed(1)}${load > 0.5 ? ': other work takes cores, so that times and ratios say little' : ''}`,
)
write('Text: articles recombined from corpus/. Every figure is a median of repeats taken by turns, after a warm-up.\n')

if (process.argv.includes('--long')) {
  for (const analyser of ANALYSERS) await tellGrowth(analyser)
} else if (process.argv.includes('--engines')) {
  await tellEngines()
} else if (process.argv.includes('--seals')) {
  for (const analyser of [RULES, LINEAR]) await tellSeals(analyser)
} else {
  const memory = await measureThreadMemory(LINEAR)
  write(`Memory before the first article, ${LINEAR.name}`)
  write(`  ${inMb(memory.threadBytes)} a thread, and ${inMb(memory.sharedBytes)} of learned model for all together\n`)
  // Rules first: code that both share is slower once the compiler has seen it used in two ways, which the model hides.
  for (const analyser of [RULES, LINEAR]) await tellPipeline(analyser)
  await tellEngines()
  await tellWriter(LINEAR)
  for (const analyser of [RULES, LINEAR]) await tellSeals(analyser)
  for (const analyser of ANALYSERS) await tellAnalysis(analyser)
  for (const analyser of ANALYSERS) await tellThreads(analyser)
  write('  articles/s count from half of the way; until then threads load their language model ("start").')
  write('  "main thread" is processor time of the one that reads and hands out, which it needs beside the threads;')
  write('  "writer" is the share of the time in which the writer\'s thread was busy.')
}

async function tellPipeline({ name, load }: MeasuredAnalyser): Promise<void> {
  const speed = await measurePipeline(recombineArticles(PIPELINE_ARTICLES), PIPELINE_REPEATS, await load())
  const row = (label: string, ms: number) => [label, perSecond(speed.tokens, ms), perSecond(PIPELINE_ARTICLES, ms)]
  write(`Pipeline on one thread, ${name}: ${PIPELINE_ARTICLES} articles, ${inWords(speed.tokens)} tokens`)
  write(
    formatTable([
      ['', 'tokens/s', 'articles/s'],
      row('all stages, record included', speed.pipelineMs),
      row("bare wink-nlp (['sbd', 'pos'], tokens read out)", speed.winkMs),
      row('  its readDoc alone, nothing read out', speed.winkUnreadMs),
    ]),
  )
  const [read, unread] = [speed.ratio.toFixed(3), speed.unreadRatio.toFixed(3)]
  const target = name === RULES.name ? ' (target: at least 0.30)' : ''
  write(`  ratio ${read} of bare wink-nlp${target}; ${unread} of its readDoc alone\n`)
  tellStages(name, speed)
}

function tellStages(name: string, { stages }: PipelineSpeed): void {
  const total = sum(stages.values())
  const shareOf = (stage: string) => (stages.get(stage) ?? 0) / total
  write(`Share of each stage, ${name} (the last includes making the record)`)
  write(formatTable([...stages.keys()].map(stage => [stage, percent(shareOf(stage))])))
  const target = name === LINEAR.name ? ' (target: at most 25 %)' : ''
  write(`  entities and sources together ${percent(shareOf('entities') + shareOf('sources'))}${target}\n`)
}

async function tellEngines(): Promise<void> {
  const speeds = await measureEngines(recombineArticles(ENGINE_ARTICLES), ENGINE_REPEATS)
  write(`Engines by turns on one thread, all other stages and the record included: ${ENGINE_ARTICLES} articles`)
  write(
    formatTable([
      ['engine', 'words a processor second', 'of linear', 'claims'],
      ...speeds.map(({ engine, wordsPerSecond, ofLinear, claims }) => [
        engine,
        inWords(wordsPerSecond),
        ofLinear.toFixed(2),
        inWords(claims),
      ]),
    ]),
  )
  write('  (targets: the encoder at least 5,000 words, and 0.25 of linear)\n')
}

async function tellWriter({ load }: MeasuredAnalyser): Promise<void> {
  const writer = await measureWriter(recombineArticles(WRITER_ARTICLES), WRITER_REPEATS, await load())
  write(`Writer: ${WRITER_ARTICLES} ready records into a new SQLite file, 100 a transaction, synchronous=FULL`)
  write(`  ${perSecond(writer.rows, writer.ms)} rows/s, ${perSecond(writer.articles, writer.ms)} articles/s`)
  write(`  (${inWords(writer.rows)} rows without those of the full-text index, which are written too)\n`)
}

async function tellSeals({ name, load }: MeasuredAnalyser): Promise<void> {
  const cost = await measureSealCost(recombineArticles(SEAL_ARTICLES), SEAL_ROUNDS, await load())
  write(`Seals, ${name}: ${SEAL_ARTICLES} articles analysed and written on one thread, with and without by turns`)
  write(`  ${cost.with.toFixed(2)} ms of the processor an article, ${cost.without.toFixed(2)} without`)
  write(
    `  ${percent(cost.time)} slower (target: at most 5 %), a file ${percent(cost.size)} larger (target: at most 4 %)\n`,
  )
}

async function tellAnalysis(analyser: MeasuredAnalyser): Promise<void> {
  const analysis = await measureAnalysis(recombineArticles(ANALYSIS_ARTICLES), ANALYSIS_REPEATS, analyser)
  write(`Analysis alone, ${analyser.name}: ${ANALYSIS_ARTICLES} articles through warm threads, findings thrown away`)
  write(
    formatTable([
      ['', 'articles/s'],
      ['1 thread', perSecond(analysis.articles, analysis.oneMs)],
      ['2 threads', perSecond(analysis.articles, analysis.twoMs)],
    ]),
  )
  write(`  ratio ${analysis.ratio.toFixed(2)}: what a second thread brings by itself\n`)
}

async function tellThreads(analyser: MeasuredAnalyser): Promise<void> {
  const { name } = analyser
  const threads: ThreadsSpeed = await measureThreads(recombineArticles(RUN_ARTICLES), RUN_REPEATS, analyser)
  write(`Whole runs, ${name}, files to database: ${inWords(RUN_ARTICLES)} articles, ${RUN_REPEATS} pairs of processes`)
  const row = (label: string, run: RunSummary) => [
    label,
    inWords(run.articlesPerSecond),
    `${inWords(run.startMs)} ms`,
    `${inWords(run.mainCpuMs)} ms/article`,
    percent(run.writerShare),
    inMb(run.peakBytes),
  ]
  write(
    formatTable([
      ['', 'articles/s', 'start', 'main thread', 'writer', 'peak memory (RSS)'],
      row('1 thread', threads.one),
      row('2 threads', threads.two),
    ]),
  )
  const target = name === LINEAR.name ? ' (target: at least 1.60)' : ''
  write(`  ratio ${threads.ratio.toFixed(2)}${target}\n`)
}

async function tellGrowth(analyser: MeasuredAnalyser): Promise<void> {
  const { few, many, speed, memory } = await measureGrowth(FEW_ARTICLES, MANY_ARTICLES, analyser)
  write(`Whole runs with 2 threads, ${analyser.name}`)
  write(
    formatTable([
      ['articles', 'articles/s', 'writer', 'peak memory (RSS)'],
      ...[few, many].map(run => [
        inWords(run.done),
        perSecond(run.steadyArticles, run.steadyMs),
        percent(run.writerShare),
        inMb(run.peakBytes),
      ]),
    ]),
  )
  write(`  speed ${speed.toFixed(2)} of the short run (target: at least 0.90)`)
  write(`  memory ${memory.toFixed(2)} of the short run (target: at most 1.05, and at most 900 MB)\n`)
}
