import { performance } from 'node:perf_hooks'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import type { Article } from '../../src/domain/article.ts'
import type { Analyser } from '../../src/run/analyser.ts'
import { median, timeOf, timeOfAsync } from './figures.ts'

export interface PipelineSpeed {
  /** Tokens as wink-nlp counts them, of all articles: the same for both sides. */
  readonly tokens: number
  readonly pipelineMs: number
  /** Bare wink-nlp with its tokens, tags, lemmas and sentences read out. */
  readonly winkMs: number
  /** `readDoc` alone, nothing read from the document. */
  readonly winkUnreadMs: number
  /** Medians of the ratios of the turns, which noise that lasts longer than a turn leaves alone. */
  readonly ratio: number
  readonly unreadRatio: number
  /** Milliseconds a stage, in the order that they run; `record` is what follows the last one. */
  readonly stages: ReadonlyMap<string, number>
}

/** After so many passes the compiler leaves the code alone; after one the pipeline is a third slower. */
const WARM_UP_PASSES = 16
/** Articles that one side reads before it is the other's turn: some tens of milliseconds. */
const TURN = 10

/**
 * The whole pipeline against bare wink-nlp on the same articles, one thread, by turns.
 *
 * Bare wink-nlp is `readDoc` of the whole text with sentence boundaries and POS, and what the pipeline takes from it read
 * out of the document: values, tags, lemmas, sentences. wink-nlp computes lemmas and strings only then.
 */
export async function measurePipeline(
  articles: readonly Article[],
  repeats: number,
  analyser: Analyser,
): Promise<PipelineSpeed> {
  const nlp = winkNLP(model, ['sbd', 'pos'])
  const stages = new Map<string, number>()
  const { its } = nlp
  const readUnread = (some: readonly Article[]) => {
    for (const { text } of some) nlp.readDoc(text)
  }
  const readAll = (some: readonly Article[]) => {
    for (const { text } of some) {
      const doc = nlp.readDoc(text)
      const tokens = doc.tokens()
      tokens.out()
      tokens.out(its.pos)
      tokens.out(its.lemma as unknown as typeof its.pos)
      doc.sentences().out(its.span as unknown as typeof its.value)
    }
  }
  const analyseAll = async (some: readonly Article[]) => {
    for (const article of some) await analyseInStages(analyser, article, stages)
  }
  for (let pass = 0; pass < WARM_UP_PASSES; pass += 1) {
    readAll(articles)
    await analyseAll(articles)
  }
  stages.clear()

  const repetitions: { readonly pipeline: number; readonly wink: number; readonly unread: number }[][] = []
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    const turns: (typeof repetitions)[number] = []
    for (let i = 0; i < articles.length; i += TURN) {
      const some = articles.slice(i, i + TURN)
      // ABBA: whoever goes second would otherwise always have the warmer caches.
      const winkFirst = (repeat + i / TURN) % 2 === 0 ? timeOf(() => readAll(some)) : null
      const pipeline = await timeOfAsync(() => analyseAll(some))
      const wink = winkFirst ?? timeOf(() => readAll(some))
      turns.push({ pipeline, wink, unread: timeOf(() => readUnread(some)) })
    }
    repetitions.push(turns)
  }
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  return {
    tokens: sum(articles.map(({ text }) => nlp.readDoc(text).tokens().length())),
    pipelineMs: median(repetitions.map(turns => sum(turns.map(({ pipeline }) => pipeline)))),
    winkMs: median(repetitions.map(turns => sum(turns.map(({ wink }) => wink)))),
    winkUnreadMs: median(repetitions.map(turns => sum(turns.map(({ unread }) => unread)))),
    ratio: median(repetitions.flat().map(({ pipeline, wink }) => wink / pipeline)),
    unreadRatio: median(repetitions.flat().map(({ pipeline, unread }) => unread / pipeline)),
    stages,
  }
}

async function analyseInStages(
  { analyseArticle }: Analyser,
  article: Article,
  stages: Map<string, number>,
): Promise<void> {
  let stage: string | null = null
  let since = performance.now()
  const turnTo = (next: string) => {
    const now = performance.now()
    if (stage !== null) stages.set(stage, (stages.get(stage) ?? 0) + now - since)
    stage = next
    since = now
  }
  // What the last stage is charged with includes making the record: nobody tells when it ends.
  await analyseArticle(article, ({ name }) => turnTo(name))
  turnTo('end')
}
