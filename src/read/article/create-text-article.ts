import type { Article } from '../../domain/article.ts'
import { repair } from '../encodings/decode.ts'
import { type ArticleMetadata, createArticle } from './create-article.ts'

/** An article of a text that came from no file: stored as given, but for the three changes of reading. */
export function createTextArticle(text: string, metadata?: ArticleMetadata): Article {
  return createArticle(repair(text, 'utf-8'), Buffer.from(text), metadata)
}
