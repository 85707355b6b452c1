import type { Article } from '../../../src/domain/article.ts'
import type { ArticleRecord } from '../../../src/domain/record.ts'
import type { StageInfo } from '../../../src/domain/stage.ts'
import { analyseArticle as analyse, STAGES } from '../../../src/run/analyse-rules.ts'

/* Counts the threads that load it in memory that they share. An article that says how many it waits for ends with them. */

let loaded = new Int32Array(new SharedArrayBuffer(4))

export { STAGES }

export function useShared(memory: SharedArrayBuffer): void {
  loaded = new Int32Array(memory)
  Atomics.add(loaded, 0, 1)
  Atomics.notify(loaded, 0)
}

export async function analyseArticle(article: Article, onStage?: (stage: StageInfo) => void): Promise<ArticleRecord> {
  const least = Number(/waits for (\d+) threads/.exec(article.text)?.[1] ?? 0)
  for (let seen = Atomics.load(loaded, 0); seen < least; seen = Atomics.load(loaded, 0)) Atomics.wait(loaded, 0, seen)
  return analyse(article, onStage)
}
