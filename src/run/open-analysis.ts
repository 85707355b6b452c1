import type { ArticleRecord } from '../domain/record.ts'
import { type ArticleMetadata, createArticle } from '../read/create-article.ts'
import { repair } from '../read/decode.ts'
import type { Analyser } from './analyser.ts'
import type { EngineName } from './engines.ts'

/** Finds the claims of one text in this thread. */
export type Analysis = (text: string, metadata?: ArticleMetadata) => Promise<ArticleRecord>

/** Loaded when one is asked for: that takes longer than all the rest of a command. */
const ANALYSERS: Readonly<Record<EngineName, () => Promise<Analyser>>> = {
  encoder: () => import('./analyse-encoder.ts'),
  linear: () => import('./analyse.ts'),
  rules: () => import('./analyse-rules.ts'),
}

/** An engine with all other stages. */
export async function openAnalysis(engine: EngineName): Promise<Analysis> {
  const { analyseArticle } = await ANALYSERS[engine]()
  return async (text, metadata) =>
    await analyseArticle(createArticle(repair(text, 'utf-8'), Buffer.from(text), metadata))
}
