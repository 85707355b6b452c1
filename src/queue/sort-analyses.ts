import type { Article } from '../domain/article.ts'
import type { ArticleRecord } from '../domain/record.ts'
import type { StageInfo } from '../domain/stage.ts'
import { unpackFindings } from '../run/analysing/analysis.ts'
import type { DeadLetter } from '../store/store.ts'
import type { Ended } from './analyse-batch.ts'
import { type HeldBatch, MOST_TRIES, type NewBatch } from './article-queue.ts'

/** What is to be written of a batch, and what is to be queued again. */
export interface BatchResult {
  readonly records: readonly ArticleRecord[]
  readonly dead: readonly DeadLetter[]
  readonly again: readonly NewBatch[]
  /** Ids of articles that the same stages had analysed before. */
  readonly known: readonly string[]
}

/** A failed article waits so long before it is tried again. */
const RETRY_AFTER_SECONDS = 2
/** Stages that dead letters name when no stage of the analysis is to blame. */
const NO_STAGE: StageInfo = { name: 'none', version: 0 }
const STORING: StageInfo = { name: 'store', version: 1 }
const WORKING: StageInfo = { name: 'work', version: 1 }

/** Tells apart what is done, what has failed once too often, and what is to be tried again, each article by itself. */
export function sortAnalyses(
  held: HeldBatch,
  articles: readonly Article[],
  analyses: ReadonlyMap<Article, Ended>,
): Omit<BatchResult, 'known'> {
  const records: ArticleRecord[] = []
  const dead: DeadLetter[] = []
  const again: NewBatch[] = []
  for (const [article, analysis] of analyses) {
    if ('findings' in analysis) records.push({ article, ...unpackFindings(analysis.findings) })
    else if (triesOf(held) < MOST_TRIES) again.push(onceMore(held, article.id))
    else {
      const { stage, ...failure } = analysis.failure
      dead.push(toLetter(article, stage ?? NO_STAGE, failure))
    }
  }
  const left = articles.filter(article => !analyses.has(article)).map(({ id }) => id)
  // Given back untried.
  if (left.length > 0) again.push({ articles: left, tries: triesOf(held) - 1 })
  return { records, dead, again }
}

/**
 * When the store could not hold the records of a batch: its articles one by one, so that only those it cannot hold fail;
 * or the only one as failed.
 */
export function rejectRecords(held: HeldBatch, result: BatchResult, { message }: Error): BatchResult {
  const { records, dead, again, known } = result
  const [only] = records
  if (held.articles.length > 1 || only === undefined || held.tries < MOST_TRIES) {
    return { records: [], dead, again: [...again, ...records.map(({ article }) => onceMore(held, article.id))], known }
  }
  const letter = toLetter(only.article, STORING, { kind: 'throw', error: message })
  return { records: [], dead: [letter], again, known }
}

/**
 * What becomes of articles whose workers were lost three times: they go one by one, so that only a guilty one is lost
 * again; which, when it is alone, has failed.
 */
export function settleLost(articles: readonly Article[], known: readonly string[]): BatchResult {
  const [only, ...others] = articles
  if (only !== undefined && others.length === 0 && known.length === 0) {
    const error = `its worker was lost ${MOST_TRIES} times while it was analysed`
    return { records: [], dead: [toLetter(only, WORKING, { kind: 'worker-lost', error })], again: [], known }
  }
  return { records: [], dead: [], again: articles.map(({ id }) => ({ articles: [id], tries: 0 })), known }
}

/** How often an article itself has failed: a batch may have been lost through no fault of each in it. */
function triesOf({ articles, tries }: HeldBatch): number {
  return articles.length === 1 ? tries : 1
}

function onceMore(held: HeldBatch, id: string): NewBatch {
  return { articles: [id], tries: triesOf(held), delaySeconds: RETRY_AFTER_SECONDS }
}

function toLetter(
  article: Article,
  { name, version }: StageInfo,
  { kind, error }: { readonly kind: string; readonly error: string },
): DeadLetter {
  return { articleId: article.id, uri: article.uri, stage: name, stageVersion: version, kind, error, article }
}
