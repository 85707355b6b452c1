import { performance } from 'node:perf_hooks'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import type { Article } from '../../src/domain/article.ts'
import { analyseArticle } from '../../src/run/analyse.ts'
import { median, timeOf } from './figures.ts'

export interface PipelineSpeed {
  /** Tokens as wink-nlp counts them, of all articles: the same for both sides. */
  readonly tokens: number
  readonly pipelineMs: number
  readonly winkMs: number
  /** Median of the ratios of the pairs, which noise that lasts longer than a pair leaves alone. */
  readonly ratio: number
  /** Milliseconds a stage, in the order that they run; `record` is what follows the last one. */
  readonly stages: ReadonlyMap<string, number>
}

/**
 * The whole pipeline against bare wink-nlp on the same articles, one thread, by turns.
 *
 * Bare wink-nlp is `readDoc` of the whole text with sentence boundaries and POS, and nothing read from the document.
 */
export function measurePipeline(articles: readonly Article[], repeats: number): PipelineSpeed {
  const nlp = winkNLP(model, ['sbd', 'pos'])
  const stages = new Map<string, number>()
  const readAll = () => {
    for (const { text } of articles) nlp.readDoc(text)
  }
  const analyseAll = () => {
    for (const article of articles) analyseInStages(article, stages)
  }
  readAll()
  analyseAll()
  stages.clear()

  const pairs = Array.from({ length: repeats }, (_, i) => {
    // ABBA: whoever goes second would otherwise always have the warmer machine.
    const winkFirst = i % 2 === 0 ? timeOf(readAll) : null
    const pipeline = timeOf(analyseAll)
    return { pipeline, wink: winkFirst ?? timeOf(readAll) }
  })
  return {
    tokens: articles.reduce((sum, { text }) => sum + nlp.readDoc(text).tokens().length(), 0),
    pipelineMs: median(pairs.map(({ pipeline }) => pipeline)),
    winkMs: median(pairs.map(({ wink }) => wink)),
    ratio: median(pairs.map(({ pipeline, wink }) => wink / pipeline)),
    stages,
  }
}

function analyseInStages(article: Article, stages: Map<string, number>): void {
  let stage: string | null = null
  let since = performance.now()
  const turnTo = (next: string) => {
    const now = performance.now()
    if (stage !== null) stages.set(stage, (stages.get(stage) ?? 0) + now - since)
    stage = next
    since = now
  }
  // What the last stage is charged with includes making the record: nobody tells when it ends.
  analyseArticle(article, ({ name }) => turnTo(name))
  turnTo('end')
}
