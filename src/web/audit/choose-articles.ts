import type { ArticleColumns } from '../../voices/columns/voice-columns.ts'
import { selectArticles } from '../../voices/select-voices.ts'
import type { VoiceSelection } from '../../voices/voice-selection.ts'

/** 1 for each article that is meant. */
export function chooseArticles(articles: ArticleColumns, selection: VoiceSelection): Uint8Array {
  const isIn = new Uint8Array(articles.length)
  for (const article of selectArticles(articles, selection)) isIn[article] = 1
  return isIn
}
