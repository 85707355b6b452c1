import process from 'node:process'
import type { Article } from '../../src/domain/article.ts'
import { ENGINES, type EngineName } from '../../src/run/engines.ts'
import { loadAnalyser } from '../../src/run/open-analysis.ts'
import { median } from './figures.ts'

/** What one engine costs, all other stages and the record included. */
export interface EngineSpeed {
  readonly engine: EngineName
  readonly wordsPerSecond: number
  /** Of the linear engine's, median of the turns. */
  readonly ofLinear: number
  readonly claims: number
}

/** So many passes, after which the compiler leaves the code alone. */
const WARM_UP_PASSES = 4
const WORD = /[\p{L}\p{N}]+/gu

/** Words per second of processor time (all threads of the process) of every engine on the same articles, by turns. */
export async function measureEngines(articles: readonly Article[], repeats: number): Promise<readonly EngineSpeed[]> {
  const words = articles.reduce((sum, { text }) => sum + (text.match(WORD)?.length ?? 0), 0)
  const loaded = await Promise.all(ENGINES.map(async engine => ({ engine, analyser: await loadAnalyser(engine) })))
  const claims = new Map<EngineName, number>()
  const times = new Map<EngineName, number[]>(ENGINES.map(engine => [engine, []]))
  for (let turn = -WARM_UP_PASSES; turn < repeats; turn += 1)
    for (const { engine, analyser } of loaded) {
      const before = process.cpuUsage()
      let found = 0
      for (const article of articles) found += (await analyser.analyseArticle(article)).claims.length
      const { user, system } = process.cpuUsage(before)
      claims.set(engine, found)
      if (turn >= 0) times.get(engine)?.push((user + system) / 1e6)
    }
  const timesOf = (engine: EngineName) => times.get(engine) as number[]
  return ENGINES.map(engine => ({
    engine,
    wordsPerSecond: words / median(timesOf(engine)),
    ofLinear: median(timesOf(engine).map((time, turn) => (timesOf('linear')[turn] as number) / time)),
    claims: claims.get(engine) ?? 0,
  }))
}
