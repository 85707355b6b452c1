/**
 * What Hearsay costs, measured in one go: `npm run bench`. Ratios are the figures to compare between machines and
 * times; both sides of each are measured by turns, so that a machine that is busy or throttled slows both.
 */
import { availableParallelism, cpus, loadavg } from 'node:os'
import process from 'node:process'
import { measureAnalysis } from './test/bench/analysis-speed.ts'
import { recombineArticles } from './test/bench/articles.ts'
import { formatTable, inWords } from './test/bench/figures.ts'
import { measurePipeline } from './test/bench/pipeline-speed.ts'
import { measureThreads, type RunSummary } from './test/bench/threads-speed.ts'
import { measureWriter } from './test/bench/writer-speed.ts'

const PIPELINE_ARTICLES = 100
const PIPELINE_REPEATS = 7
const ANALYSIS_ARTICLES = 300
const ANALYSIS_REPEATS = 5
const RUN_ARTICLES = 2000
const RUN_REPEATS = 5
const WRITER_ARTICLES = 500
const WRITER_REPEATS = 5

const write = (text: string) => process.stdout.write(`${text}\n`)
const perSecond = (count: number, ms: number) => inWords((count * 1000) / ms)
const inMb = (bytes: number) => inWords(bytes / 1e6)

write(`Node ${process.version}, ${availableParallelism()} cores, ${cpus()[0]?.model ?? 'unknown processor'}`)
const [load = 0] = loadavg()
if (load > 0.5) {
  write(`Load average ${load.toFixed(1)}: while other work takes cores, what compares 1 thread with 2 says little.`)
}
write('Text: articles recombined from corpus/. Every figure is a median of repeats taken by turns, after a warm-up.\n')

const speed = measurePipeline(recombineArticles(PIPELINE_ARTICLES), PIPELINE_REPEATS)
write(
  `Pipeline on one thread: ${PIPELINE_ARTICLES} articles, ${inWords(speed.tokens)} tokens, ${PIPELINE_REPEATS} repeats`,
)
write(
  formatTable([
    ['', 'tokens/s', 'articles/s'],
    ['all stages, record included', ...[speed.tokens, PIPELINE_ARTICLES].map(n => perSecond(n, speed.pipelineMs))],
    [
      "bare wink-nlp (['sbd', 'pos'], tokens read out)",
      ...[speed.tokens, PIPELINE_ARTICLES].map(n => perSecond(n, speed.winkMs)),
    ],
    [
      '  its readDoc alone, nothing read out',
      ...[speed.tokens, PIPELINE_ARTICLES].map(n => perSecond(n, speed.winkUnreadMs)),
    ],
  ]),
)
write(
  `  ratio ${speed.ratio.toFixed(2)} of bare wink-nlp (target: at least 0.30); ${speed.unreadRatio.toFixed(2)} of its readDoc alone\n`,
)

const total = [...speed.stages.values()].reduce((sum, ms) => sum + ms, 0)
write('Share of each stage (the last includes making the record)')
write(formatTable([...speed.stages].map(([name, ms]) => [name, `${((100 * ms) / total).toFixed(1)} %`])))
write('')

const writer = measureWriter(recombineArticles(WRITER_ARTICLES), WRITER_REPEATS)
write(`Writer: ${WRITER_ARTICLES} ready records into a new SQLite file, 100 a transaction, synchronous=FULL`)
write(`  ${perSecond(writer.rows, writer.ms)} rows/s, ${perSecond(writer.articles, writer.ms)} articles/s`)
write(`  (${inWords(writer.rows)} rows without those of the full-text index, which are written too)\n`)

const analysis = await measureAnalysis(recombineArticles(ANALYSIS_ARTICLES), ANALYSIS_REPEATS)
write(
  `Analysis alone: ${ANALYSIS_ARTICLES} articles through warm threads, records thrown away, ${ANALYSIS_REPEATS} pairs`,
)
write(
  formatTable([
    ['', 'articles/s'],
    ['1 thread', perSecond(analysis.articles, analysis.oneMs)],
    ['2 threads', perSecond(analysis.articles, analysis.twoMs)],
  ]),
)
write(`  ratio ${analysis.ratio.toFixed(2)}: what a second thread brings by itself\n`)

const threads = await measureThreads(recombineArticles(RUN_ARTICLES), RUN_REPEATS)
write(
  `Whole runs, files to database: ${inWords(RUN_ARTICLES)} articles, ${RUN_REPEATS} pairs, each run a process of its own`,
)
const runs: [string, RunSummary][] = [
  ['1 thread', threads.one],
  ['2 threads', threads.two],
]
write(
  formatTable([
    ['', 'articles/s', 'start', 'main thread', 'peak memory (RSS)'],
    ...runs.map(([name, { articlesPerSecond, startMs, mainCpuMs, peakBytes }]) => [
      name,
      inWords(articlesPerSecond),
      `${inWords(startMs)} ms`,
      `${inWords(mainCpuMs)} ms/article`,
      `${inMb(peakBytes)} MB`,
    ]),
  ]),
)
write(`  ratio ${threads.ratio.toFixed(2)} (target: at least 1.60)`)
write('  articles/s count from a tenth of the way; until then threads load their language model ("start").')
write(
  '  "main thread" is processor time of the one that reads and writes: it needs a share of a core beside the threads.',
)
