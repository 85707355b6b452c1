import { HearsayError } from '../../domain/errors.ts'
import type { ArticleRecord } from '../../domain/record.ts'
import { discover } from '../../read/discover.ts'
import { readArticles } from '../../read/read-articles.ts'
import { loadAnalyser } from '../../run/open-analysis.ts'
import { loadRules } from '../given/load-rules.ts'
import type { EngineOptions } from '../options/engine-option.ts'
import type { ReadingOptions } from '../options/reading-options.ts'
import { toVisibleLine } from '../output/visible.ts'
import { note, type Surroundings } from '../surroundings.ts'
import { createReader } from './create-reader.ts'

/**
 * Reads and analyses all articles of one input, without storing them.
 *
 * @param what it is, for the error: `draft`
 * @throws HearsayError (2) when it has no article, or one that cannot be read, or when rules or model are none
 */
export async function readRecords(
  what: string,
  path: string,
  options: ReadingOptions & EngineOptions & { readonly maxHeap: number },
  surroundings: Surroundings,
): Promise<ArticleRecord[]> {
  const rules = (await loadRules(options.rules, surroundings))?.rules ?? null
  const over = new AbortController()
  const reader = createReader(options, surroundings, { heapMb: options.maxHeap, signal: over.signal })
  const records: ArticleRecord[] = []
  const reasons: string[] = []
  try {
    reader.start()
    const { analyseArticle } = await loadAnalyser(options.engine, { rules, model: options.model ?? null })
    for await (const outcome of readArticles(discover([path], surroundings.workingFolder, options.format), reader, {
      keepNotText: true,
    })) {
      if (outcome.outcome === 'article') records.push(await analyseArticle(outcome.article))
      else reasons.push(`${outcome.uri}: ${outcome.outcome === 'skipped' ? outcome.reason : outcome.error}`)
    }
  } finally {
    // An open pipe would keep the process from ending.
    over.abort()
    await reader.close()
  }
  if (records.length === 0)
    throw new HearsayError(
      `The ${what} ${path} gives nothing to check (${reasons[0] ?? 'there is no article in it'}); see hearsay read ${path}.`,
      'nothing-to-read',
    )
  for (const reason of reasons) note(surroundings, toVisibleLine(`Not checked, ${reason}`))
  return records
}
